#include "analysis/compare/precision_rule.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concordat::compare
{
namespace
{
std::vector<std::string> const outcomes{"welfare", "welfare_per_gbp", "true_gain"};

PrecisionRule parse(std::string const& text)
{
    core::Problems problems;
    auto rule = parse_precision_rule(text, outcomes, {.file = "--until"}, problems);
    problems.throw_if_any();
    return rule;
}

std::string complaint(std::string const& text)
{
    core::Problems problems;
    (void)parse_precision_rule(text, outcomes, {.file = "--until"}, problems);
    return problems.text();
}

TEST(PrecisionRule, ReadsLimitsInTheUnitAndInPerCent)
{
    auto const rule = parse("se(welfare_per_gbp) < 0.5% and se( true_gain )<2e-3");
    ASSERT_EQ(rule.terms.size(), 2U);
    EXPECT_EQ(rule.terms[0].outcome, "welfare_per_gbp");
    EXPECT_DOUBLE_EQ(rule.terms[0].limit, 0.005);
    EXPECT_TRUE(rule.terms[0].relative);
    EXPECT_EQ(rule.terms[1].limit, 0.002);
    EXPECT_FALSE(rule.terms[1].relative);
}

TEST(PrecisionRule, WritesWhatItReadsBack)
{
    auto const text = parse("se(welfare)<.07 % and se(true_gain) < 1").text();
    EXPECT_EQ(text, "se(welfare) < 0.07% and se(true_gain) < 1");
    EXPECT_EQ(parse(text).text(), text);
}

TEST(PrecisionRule, NamesTheNearestOutcome)
{
    EXPECT_THAT(complaint("se(welfare_per_gpb) < 1%"),
                testing::AllOf(testing::HasSubstr("there is no outcome 'welfare_per_gpb'"),
                               testing::HasSubstr("did you mean 'welfare_per_gbp'?")));
}

TEST(PrecisionRule, SaysWhatItExpectedAndWhere)
{
    EXPECT_THAT(complaint(""), testing::HasSubstr("expected se(OUTCOME)"));
    EXPECT_THAT(complaint("welfare < 1"), testing::HasSubstr("expected se(OUTCOME) at 'welfare < 1'"));
    EXPECT_THAT(complaint("se(welfare) < low"), testing::HasSubstr("expected a number at 'low'"));
    EXPECT_THAT(complaint("se(welfare) > 1"), testing::HasSubstr("expected '<' and a limit at '> 1'"));
    EXPECT_THAT(complaint("se(welfare) < 1, se(true_gain) < 1"), testing::HasSubstr("expected 'and' or the end at ', se"));
    EXPECT_THAT(complaint("se(welfare) < 0%"), testing::HasSubstr("not above zero"));
    EXPECT_THAT(complaint("se(welfare) < inf"), testing::HasSubstr("not above zero"));
}

TEST(PrecisionRule, TellsAllThatIsWrong)
{
    auto const text = complaint("se(nonsense) < 1 and se(welfare) < -2");
    EXPECT_THAT(text, testing::HasSubstr("nonsense"));
    EXPECT_THAT(text, testing::HasSubstr("not above zero"));
}
}  // namespace
}  // namespace concordat::compare
