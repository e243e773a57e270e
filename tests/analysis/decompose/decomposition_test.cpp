#include "analysis/decompose/decomposition.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace concordat::decompose
{
namespace
{
TEST(Decomposition, SaysWhatIsLeftWhatEachPartAddsAndTheTotal)
{
    // Two replicates; coalitions none, first, second, both.
    auto const terms = decompose_difference(2, {{1.0, 2.0}, {2.0, 4.0}, {1.5, 2.0}, {3.5, 6.0}});
    ASSERT_EQ(terms.size(), 4U);
    EXPECT_EQ(terms[0].kind, TermKind::left);
    EXPECT_DOUBLE_EQ(terms[0].amount.mean, 1.5);
    EXPECT_EQ(terms[1].kind, TermKind::part);
    EXPECT_DOUBLE_EQ(terms[1].amount.mean, (0.5 * (1.0 + 2.0) + 0.5 * (2.0 + 4.0)) / 2.0);
    EXPECT_DOUBLE_EQ(terms[1].alone.mean, 1.5);
    EXPECT_DOUBLE_EQ(terms[1].last.mean, 3.0);
    EXPECT_EQ(terms[3].kind, TermKind::total);
    EXPECT_DOUBLE_EQ(terms[3].amount.mean, 4.75);
    EXPECT_DOUBLE_EQ(terms[3].share, 1.0);
    EXPECT_NEAR(terms[0].share + terms[1].share + terms[2].share, 1.0, 1e-15);
    EXPECT_GT(terms[1].amount.standard_error, 0.0);
}

TEST(Decomposition, LeavesReplicatesOutInWhichAnythingIsMissing)
{
    double const none = std::numeric_limits<double>::quiet_NaN();
    auto const terms = decompose_difference(1, {{1.0, 1.0, 1.0}, {2.0, none, 4.0}});
    EXPECT_EQ(terms.back().amount.count, 2U);
    EXPECT_DOUBLE_EQ(terms[1].amount.mean, 2.0);
}

TEST(Decomposition, OfNoDifferenceIsZeroThroughoutAndHasNoShares)
{
    for (std::size_t const n : {2UL, 6UL}) {
        std::vector<std::vector<double>> const nothing(list_coalitions(n).size(), std::vector<double>(3, 0.0));
        for (auto const& term : decompose_difference(n, nothing)) {
            EXPECT_EQ(term.amount.mean, 0.0);
            EXPECT_EQ(term.amount.high, 0.0);
            EXPECT_TRUE(std::isnan(term.share));
        }
    }
}

TEST(Decomposition, ShowsInteractionsOnlyWhereTheyAreLeftOver)
{
    std::vector<std::vector<double>> const few(list_coalitions(5).size(), std::vector<double>(1, 0.0));
    std::vector<std::vector<double>> const many(list_coalitions(6).size(), std::vector<double>(1, 0.0));
    EXPECT_EQ(decompose_difference(5, few).size(), 7U);
    EXPECT_EQ(decompose_difference(6, many).size(), 9U);
}
}  // namespace
}  // namespace concordat::decompose
