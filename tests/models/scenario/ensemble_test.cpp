#include "models/scenario/ensemble.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr char const* grant = "incentives.reward_grant.per_target";

config::ParameterTable table_of(ReadLibrary& library, std::string const& expression, std::vector<std::string> const& sets = {})
{
    auto const scenario = library.resolve(expression, sets);
    EXPECT_TRUE(scenario) << library.complaint();
    return scenario->rounds.front().parameters;
}

double grant_at(config::ParameterTable table, double base)
{
    apply_point(table, {.paths = {grant}, .points = {{base}}}, {base});
    return std::get<double>(table.at(grant).value);
}
}  // namespace

TEST(Ensemble, IsATableWithAColumnForEachPathAndARowForEachPoint)
{
    ReadLibrary library;
    auto const ensemble = read_ensemble(library.write("points.csv", "incentives.tournament.prize,incentives.reward_grant.per_target\n"
                                                                    "10,30000\n20,50000\n30,70000\n"),
                                        library.parameters, library.problems);
    ASSERT_TRUE(ensemble) << library.problems.text();
    EXPECT_THAT(ensemble->paths, ElementsAre(grant, "incentives.tournament.prize"));
    EXPECT_THAT(ensemble->points, ElementsAre(ElementsAre(30000, 10), ElementsAre(50000, 20), ElementsAre(70000, 30)));
    EXPECT_EQ(ensemble->point_of(0), ensemble->point_of(3));
    EXPECT_EQ(ensemble->point_of(5), ensemble->points[2]);
}

TEST(Ensemble, SaysAllThatIsWrongWithItsTable)
{
    ReadLibrary library;
    EXPECT_FALSE(read_ensemble(library.write("points.csv", "incentives.reward_grant.per_target,selection.cap.open,incentives.tournment.prize\n"
                                                           "-5,true,3\n,true,4\n"),
                               library.parameters, library.problems));
    EXPECT_THAT(library.problems.text(), AllOf(HasSubstr("an ensemble holds numbers"), HasSubstr("incentives.tournament.prize")));
    ReadLibrary other;
    EXPECT_FALSE(read_ensemble(other.write("points.csv", "incentives.reward_grant.per_target,incentives.tournament.prize\n-5,3\n,4\n"),
                               other.parameters, other.problems));
    EXPECT_THAT(other.problems.text(), AllOf(HasSubstr("is outside [0, 1000000]"), HasSubstr("has no value at this point")));
    ReadLibrary empty;
    EXPECT_FALSE(read_ensemble(empty.write("points.csv", "incentives.tournament.prize\n"), empty.parameters, empty.problems));
    EXPECT_THAT(empty.problems.text(), HasSubstr("has a header but no rows"));
}

TEST(Ensemble, TakesTheFilesPlaceSoThatReformsActOnIt)
{
    ReadLibrary library;
    EXPECT_EQ(grant_at(table_of(library, "laa_2008"), 30000), 30000);
    EXPECT_EQ(grant_at(table_of(library, "laa_2008+double_grant"), 30000), 60000);
    EXPECT_EQ(grant_at(table_of(library, "laa_2008+double_grant+triple_grant"), 30000), 180000);
    EXPECT_EQ(grant_at(table_of(library, "laa_2008+double_grant", {"incentives.reward_grant.per_target=50000"}), 30000), 100000)
        << "a value that somebody set stays";
    EXPECT_EQ(grant_at(table_of(library, "laa_2008+double_grant"), 40000),
              std::get<double>(table_of(library, "laa_2008+double_grant").at(grant).value))
        << "the file's own value gives the scenario as it is";
}

TEST(Ensemble, MayBeAppliedAgainAtAnotherPoint)
{
    ReadLibrary library;
    auto table = table_of(library, "laa_2008+double_grant");
    Ensemble const ensemble{.paths = {grant}, .points = {{10000}, {20000}}};
    apply_point(table, ensemble, ensemble.points[0]);
    apply_point(table, ensemble, ensemble.points[1]);
    EXPECT_EQ(std::get<double>(table.at(grant).value), 40000);
}

TEST(Ensemble, StaysAtTheEndOfARangeThatAReformWouldLeave)
{
    ReadLibrary library;
    auto table = table_of(library, "laa_2008+double_grant");
    Ensemble const ensemble{.paths = {grant}, .points = {{30000}, {600000}, {700000}, {500000}}};
    apply_point(table, ensemble, ensemble.points[1]);
    EXPECT_EQ(std::get<double>(table.at(grant).value), 1000000) << "not 1,200,000";
    auto const cut = list_cut_parameters(table, ensemble);
    ASSERT_EQ(cut.size(), 1U);
    EXPECT_EQ(cut[0].path, grant);
    EXPECT_EQ(cut[0].share, 0.5) << "500,000 doubled is the end of the range itself";
    EXPECT_TRUE(list_cut_parameters(table_of(library, "laa_2008"), ensemble).empty());
    EXPECT_TRUE(list_cut_parameters(table_of(library, "laa_2008", {"incentives.reward_grant.per_target=50000"}), ensemble).empty());
}
}  // namespace concordat::scenario
