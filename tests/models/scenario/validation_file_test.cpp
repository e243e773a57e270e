#include "models/scenario/validation_file.hpp"

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

constexpr char const* beginning = "scenarios: {agreements: laa_2008, drawn: laa_2008+own/drawn.yaml+cap_20}\n";

std::string refuse(std::string const& fact)
{
    ReadLibrary library;
    EXPECT_FALSE(read_validation(library.write("validation.yaml", std::string{beginning} + "facts:\n  - " + fact + "\n"), library.problems));
    return library.problems.text();
}
}  // namespace

TEST(ValidationFile, HasFactsOfOneGroupOfManyAndOfTheNation)
{
    ReadLibrary library;
    auto const file = read_validation(library.write("validation.yaml", std::string{beginning} + R"(fitted: calibration.yaml
facts:
  - name: favourites
    section: Choices
    of: [agreements, drawn]
    implied: [agreements]
    quantity: {outcome: picks, groups: indicator, take: {share_of_largest: 5}, only: perception}
    known: 0.112
    source: {title: Report}
  - name: one department
    section: Choices
    of: agreements
    quantity: {outcome: picks, per: 150, group: {department: HO}, less: drawn}
    known: [5, 6]
    source: {title: Report}
  - {name: growth, section: Course, of: agreements, quantity: {outcome: effect_year_1, per: effect_year_3}, bound: at_most, known: 0.2, source: {title: R}}
  - {name: some, section: Course, of: agreements, quantity: {outcome: late_demands_refused}, bound: exists, published: a few, source: {title: R}}
  - {name: next, section: Predictions, of: agreements, quantity: {outcome: hit_share}}
)"),
                                      library.problems);
    ASSERT_TRUE(file) << library.problems.text();
    EXPECT_EQ(file->fitted.filename(), "calibration.yaml");
    EXPECT_EQ(file->scenarios[0].expression, "laa_2008");
    EXPECT_EQ(file->scenarios[1].expression, "laa_2008+" + (file->path.parent_path() / "own/drawn.yaml").generic_string() + "+cap_20");
    ASSERT_EQ(file->facts.size(), 5U);
    auto const& favourites = file->facts[0];
    EXPECT_THAT(favourites.of, ElementsAre("agreements", "drawn"));
    EXPECT_THAT(favourites.implied, ElementsAre("agreements"));
    EXPECT_EQ(favourites.quantity.take, Taking::share_of_largest);
    EXPECT_EQ(favourites.quantity.number, 5.0);
    EXPECT_EQ(favourites.quantity.only, "perception");
    EXPECT_EQ(favourites.low, 0.112);
    auto const& department = file->facts[1];
    EXPECT_EQ(department.quantity.grouping, "department");
    EXPECT_EQ(department.quantity.group, "HO");
    EXPECT_EQ(department.quantity.per_number, 150.0);
    EXPECT_EQ(department.quantity.less, "drawn");
    EXPECT_EQ(department.knowledge, Knowledge::range);
    EXPECT_EQ(file->facts[2].knowledge, Knowledge::at_most);
    EXPECT_EQ(file->facts[2].quantity.per, "effect_year_3");
    EXPECT_EQ(file->facts[3].knowledge, Knowledge::existence);
    EXPECT_EQ(file->facts[4].knowledge, Knowledge::nothing);
}

TEST(ValidationFile, RefusesWhatItCannotScore)
{
    EXPECT_THAT(refuse("{name: a, section: s, of: agreement, quantity: {outcome: picks, groups: indicator, take: larges}, known: 1, source: {title: R}}"),
                AllOf(HasSubstr("did you mean 'agreements'?"), HasSubstr("did you mean 'largest'?")));
    EXPECT_THAT(refuse("{name: a, section: s, of: drawn, quantity: {outcome: picks, take: {largest: 3}}, known: 1, source: {title: R}}"),
                AllOf(HasSubstr("largest has no number"), HasSubstr("what becomes of 'groups'")));
    EXPECT_THAT(refuse("{name: a, section: s, of: drawn, quantity: {outcome: picks, groups: area, take: count_above}, known: 1, bound: exists}"),
                AllOf(HasSubstr("count_above has a number"), HasSubstr("'exists' is not value"), HasSubstr("source")));
    EXPECT_THAT(refuse("{name: a, section: s, of: drawn, quantity: {outcome: picks, groups: area, take: mean, less: agreements}}"), HasSubstr("no 'less' and no 'over'"));
    EXPECT_THAT(refuse("{name: a, section: s, of: drawn, quantity: {outcome: picks, per: 0}, bound: at_least, source: {title: R}}"),
                AllOf(HasSubstr("'per' is an outcome or a number, not 0"), HasSubstr("has a value that is 'known'")));
}
}  // namespace concordat::scenario
