#include "models/incentives/none.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/scheme_kit.hpp"

namespace concordat::incentives
{
namespace
{
TEST(NoReward, PaysAndMovesNobodyWhateverIsOffered)
{
    auto const in = support::make_slots();
    std::vector<state::Slope> slope(5, state::Slope{core::Lanes{7.0}, core::Lanes{7.0}});
    std::vector<core::Lanes> paid(5, core::Lanes{7.0});
    NoReward{}.price(in, slope);
    NoReward{}.pay(in, in.expected, paid);
    for (std::size_t k = 0; k < 5; ++k) {
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            EXPECT_EQ(slope[k].value[lane], 0.0);
            EXPECT_EQ(slope[k].derivative[lane], 0.0);
            EXPECT_EQ(paid[k][lane], 0.0);
        }
    }
}
}  // namespace
}  // namespace concordat::incentives
