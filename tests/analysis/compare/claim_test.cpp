#include "analysis/compare/claim.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::compare
{
namespace
{
/// `high` changes of .05, `low` of -.05, the rest of .001.
std::vector<double> make_changes(int high, int low, int rest)
{
    std::vector<double> changes(static_cast<std::size_t>(high), 0.05);
    changes.insert(changes.end(), static_cast<std::size_t>(low), -0.05);
    changes.insert(changes.end(), static_cast<std::size_t>(rest), 0.001);
    return changes;
}

ClaimClass verdict(std::vector<double> const& changes, ClaimedWay way) { return judge_claim(changes, way, 0.02).verdict; }
}  // namespace

TEST(Claim, IsSupportedOrContradictedByMoreThanFourReplicatesOfFive)
{
    EXPECT_EQ(verdict(make_changes(81, 0, 19), ClaimedWay::up), ClaimClass::supports);
    EXPECT_EQ(verdict(make_changes(80, 0, 20), ClaimedWay::up), ClaimClass::undecided) << "four of five are not more";
    EXPECT_EQ(verdict(make_changes(81, 0, 19), ClaimedWay::down), ClaimClass::contradicts);
    EXPECT_EQ(verdict(make_changes(0, 81, 19), ClaimedWay::down), ClaimClass::supports);
    EXPECT_EQ(verdict(make_changes(5, 5, 90), ClaimedWay::up), ClaimClass::too_small);
    EXPECT_EQ(verdict(make_changes(50, 40, 10), ClaimedWay::up), ClaimClass::undecided);
}

TEST(Claim, OfNoChangeIsContradictedByAnyThatMatters)
{
    EXPECT_EQ(verdict(make_changes(5, 5, 90), ClaimedWay::none), ClaimClass::supports);
    EXPECT_EQ(verdict(make_changes(45, 45, 10), ClaimedWay::none), ClaimClass::contradicts);
    EXPECT_EQ(verdict(make_changes(30, 30, 40), ClaimedWay::none), ClaimClass::undecided);
}

TEST(Claim, HasSharesThatMakeOneAndLeaveOutWhatIsMissing)
{
    auto changes = make_changes(2, 1, 1);
    changes.push_back(std::numeric_limits<double>::quiet_NaN());
    auto const found = judge_claim(changes, ClaimedWay::up, 0.02);
    EXPECT_EQ(found.count, 4U);
    EXPECT_DOUBLE_EQ(found.up, 0.5);
    EXPECT_DOUBLE_EQ(found.down, 0.25);
    EXPECT_DOUBLE_EQ(found.small, 0.25);
    EXPECT_DOUBLE_EQ(found.mean, (0.1 - 0.05 + 0.001) / 4.0);
    EXPECT_EQ(judge_claim({}, ClaimedWay::up, 0.02).verdict, ClaimClass::not_measured);
    EXPECT_EQ(name_of(ClaimClass::too_small), "too small");
}
}  // namespace concordat::compare
