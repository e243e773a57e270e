#include "models/levels/same_percentage.hpp"

#include <gtest/gtest.h>

namespace concordat::levels
{
namespace
{
LevelProtocolParams make_params()
{
    return {.percentage = core::Share{.2},
            .baseline = core::Sigma{7.0},
            .baseline_per_need = core::Sigma{2.0},
            .least_stretch = core::Sigma{.1}};
}

TEST(SamePercentage, AsksTheSamePartOfEveryBaseline)
{
    SamePercentage const rule{make_params()};
    for (double const need : {-1.5, 0.0, 2.0}) {
        for (double const scale : {.3, 1.0}) {
            LevelCase const item{.scale = scale, .announced = .2, .need = need};
            auto const met = rule.strike(item, {});
            EXPECT_TRUE(met.agreed);
            EXPECT_NEAR(.2 + met.stretch, .2 * (7.0 + 2.0 * need), 1e-12) << "whatever effort can do there";
        }
    }
}

TEST(SamePercentage, AsksForALittleWhereTheTrendWouldDo)
{
    SamePercentage const rule{make_params()};
    LevelCase const solved{.scale = 1.0, .announced = .2, .need = -4.0};
    EXPECT_EQ(rule.strike(solved, {}).stretch, .1) << "a baseline is never below nothing";
    LevelCase const improving{.scale = 1.0, .announced = 1.5, .need = 0.0};
    EXPECT_EQ(rule.strike(improving, {}).stretch, .1);
}
}  // namespace
}  // namespace concordat::levels
