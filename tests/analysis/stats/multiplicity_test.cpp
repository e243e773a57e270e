#include "analysis/stats/multiplicity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace concordat::stats
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

TEST(Multiplicity, AdjustsAsWorkedByHand)
{
    std::vector<double> const p{0.04, 0.01, 0.03, 0.5};
    auto const bh = adjust_benjamini_hochberg(p);
    EXPECT_DOUBLE_EQ(bh[1], 0.04);
    EXPECT_DOUBLE_EQ(bh[2], 0.04 * 4 / 3);  // .03 * 4 / 2 = .06 is brought down by the next one
    EXPECT_DOUBLE_EQ(bh[0], 0.04 * 4 / 3);
    EXPECT_DOUBLE_EQ(bh[3], 0.5);
    auto const holm = adjust_holm(p);
    EXPECT_DOUBLE_EQ(holm[1], 0.04);
    EXPECT_DOUBLE_EQ(holm[2], 0.09);
    EXPECT_DOUBLE_EQ(holm[0], 0.09);  // .04 * 2 = .08 is brought up to the one before
    EXPECT_DOUBLE_EQ(holm[3], 0.5);
}

TEST(Multiplicity, LeavesOutWhatWasNotTested)
{
    std::vector<double> const p{none, 0.02, none};
    EXPECT_DOUBLE_EQ(adjust_holm(p)[1], 0.02);
    EXPECT_DOUBLE_EQ(adjust_benjamini_hochberg(p)[1], 0.02);
    EXPECT_TRUE(std::isnan(adjust_holm(p)[0]));
    EXPECT_TRUE(adjust_holm({}).empty());
}

TEST(Multiplicity, NeverGoesAboveOneOrBelowTheValueItself)
{
    std::vector<double> const p{0.9, 0.8, 0.7, 1.0, 0.0};
    for (std::size_t i = 0; i < p.size(); ++i) {
        for (auto const& adjusted : {adjust_holm(p), adjust_benjamini_hochberg(p)}) {
            EXPECT_GE(adjusted[i], p[i]);
            EXPECT_LE(adjusted[i], 1);
        }
    }
}
}  // namespace
}  // namespace concordat::stats
