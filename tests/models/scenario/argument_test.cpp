#include "models/scenario/argument.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::HasSubstr;

std::vector<OutcomeName> const outcomes{
    {"true_gain", "sigma"}, {"hit_share", "share"}, {"welfare", "GBP million a year"}, {"talks", "months"}, {"told", "items"}};

std::optional<ScenarioFile> read(std::string const& argues, core::Problems& problems)
{
    SmallLibrary library;
    return read_reform(library.write("reforms/x.yaml", "title: X\nimplements: {title: T}\nargues: " + argues + "\nchanges: []\n"),
                       problems);
}

std::string check(std::string const& argues)
{
    core::Problems problems;
    auto const file = read(argues, problems);
    if (file) check_argument(*file->argues, outcomes, problems);
    return problems.empty() ? "" : problems.text();
}

TEST(Argument, IsAboutAnOutcomeAndADirection)
{
    core::Problems problems;
    auto const file = read("{outcome: told, direction: down, smallest_relevant: 1.5}", problems);
    ASSERT_TRUE(file) << problems.text();
    EXPECT_EQ(file->argues->outcome, "told");
    EXPECT_EQ(name_of(file->argues->direction), "down");
    EXPECT_EQ(smallest_relevant(*file->argues, outcomes[4]), 1.5);
    EXPECT_EQ(name_of(read("{outcome: told, direction: none, smallest_relevant: 1}", problems)->argues->direction), "none");
}

TEST(Chain, IsOutcomesInOrderThatGoUpOrDown)
{
    SmallLibrary library;
    auto const read_chain_of = [&](std::string const& chain, core::Problems& problems) {
        return read_reform(library.write("reforms/x.yaml", "title: X\nimplements: {title: T}\nchain: " + chain + "\nchanges: []\n"), problems);
    };
    core::Problems problems;
    auto const file = read_chain_of("{told: down, true_gain: up}", problems);
    ASSERT_TRUE(file) << problems.text();
    ASSERT_EQ(file->chain.size(), 2U);
    EXPECT_EQ(file->chain[0].outcome, "told");
    EXPECT_EQ(file->chain[0].direction, Claimed::down);
    check_chain(file->chain, outcomes, problems);
    EXPECT_TRUE(problems.empty());
    EXPECT_FALSE(read_chain_of("{told: none, true_gain: sideways}", problems));
    EXPECT_THAT(problems.text(), HasSubstr("a link of 'chain' goes up or down, not 'sideways'"));
    core::Problems unknown;
    check_chain(read_chain_of("{true_gian: up}", unknown)->chain, outcomes, unknown);
    EXPECT_THAT(unknown.text(), HasSubstr("did you mean 'true_gain'?"));
}

TEST(Argument, TakesWhatIsUsualForTheUnitWhereTheFileSaysNothing)
{
    Argument const plain{.outcome = "any"};
    EXPECT_EQ(smallest_relevant(plain, outcomes[0]), 0.02);
    EXPECT_EQ(smallest_relevant(plain, outcomes[1]), 0.01);
    EXPECT_EQ(smallest_relevant(plain, outcomes[2]), 7.5);   // 50,000 pounds in each of 150 areas
    EXPECT_EQ(smallest_relevant(plain, outcomes[3]), 0.45);  // a twentieth of nine months
    EXPECT_EQ(smallest_relevant(plain, outcomes[4]), std::nullopt);
}

TEST(Argument, IsRefusedWhereItsOutcomeIsUnknownOrNothingSaysWhatMatters)
{
    EXPECT_EQ(check("{outcome: true_gain, direction: up}"), "");
    EXPECT_THAT(check("{outcome: true_gian, direction: up}"),
                AllOf(HasSubstr("unknown outcome 'true_gian'"), HasSubstr("did you mean 'true_gain'?")));
    EXPECT_THAT(check("{outcome: told, direction: up}"), HasSubstr("say 'smallest_relevant', in items"));
    EXPECT_THAT(check("{outcome: told, direction: sideways}"), HasSubstr("'direction' is up, down or none, not 'sideways'"));
    EXPECT_THAT(check("{outcome: told}"), HasSubstr("'argues' lacks 'direction'"));
    for (auto const* const size : {"0", "-1", "much"}) {
        EXPECT_THAT(check("{outcome: told, direction: up, smallest_relevant: " + std::string{size} + "}"),
                    HasSubstr("'smallest_relevant' is a number above 0"));
    }
}
}  // namespace
}  // namespace concordat::scenario
