#include "models/cycle/border_spillovers.hpp"

#include <gtest/gtest.h>

#include "sim/core/problem.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::cycle
{
namespace
{
/// Nine areas on a line, ever further apart, and two indicators, of which the second crosses borders.
state::Pack make_line()
{
    auto pack = support::make_small_pack(9, 2);
    pack.subject_groups = {"Jobs", "Schools"};
    pack.crosses_borders = {1, 0};
    pack.indicators[0].subject_group = 1;
    for (std::size_t i = 0; i < 9; ++i) {
        pack.areas[i].latitude = 53.0;
        pack.areas[i].longitude = 0.01 * static_cast<double>(1 << i);
    }
    return pack;
}

std::vector<BlockMemory> make_blocks(BorderSpillovers const& border)
{
    std::size_t const lanes = core::lane_count;
    std::vector<BlockMemory> blocks((9 + lanes - 1) / lanes);
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        blocks[b].spillover.assign(2, core::Lanes{0.0});
        blocks[b].lived.gain.assign(2, core::Lanes{0.0});
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            auto const gain = static_cast<double>(b * lanes + lane + 1);
            blocks[b].lived.gain[0][lane] = blocks[b].lived.gain[1][lane] = gain;
        }
        border.resize(blocks[b]);
    }
    return blocks;
}

TEST(BorderSpillovers, BringAShareOfAGainToTheAreasAround)
{
    BorderSpillovers const border{make_line(), {.share = core::Share{0.4}, .areas = 2}};
    auto blocks = make_blocks(border);
    border.spread(blocks);
    auto const at = [&](std::size_t area, std::size_t j) {
        return blocks[area / core::lane_count].border[j][area % core::lane_count];
    };
    // The two nearest of area i > 1 are i - 1 and i - 2, of area 1 areas 0 and 2, of area 0 areas 1 and 2.
    EXPECT_DOUBLE_EQ(at(8, 1), 0.0) << "nobody's nearest";
    EXPECT_DOUBLE_EQ(at(7, 1), 0.2 * 9);
    EXPECT_DOUBLE_EQ(at(4, 1), 0.2 * (6 + 7));
    EXPECT_DOUBLE_EQ(at(0, 1), 0.2 * (2 + 3));
    EXPECT_DOUBLE_EQ(at(1, 1), 0.2 * (1 + 3 + 4));
    double all = 0.0;
    for (std::size_t i = 0; i < 9; ++i) {
        all += at(i, 1);
        EXPECT_EQ(at(i, 0), 0.0) << "schools stay at home";
    }
    EXPECT_NEAR(all, 0.4 * 45.0, 1e-12) << "the share of all gains, wherever it goes";
}

TEST(BorderSpillovers, TellsWhatReachesSomeOfThem)
{
    BorderSpillovers const border{make_line(), {.share = core::Share{0.4}, .areas = 2}};
    EXPECT_DOUBLE_EQ(border.share_reaching(4, 1, [](int) { return true; }), 0.4);
    EXPECT_DOUBLE_EQ(border.share_reaching(4, 1, [](int other) { return other == 3; }), 0.2);
    EXPECT_EQ(border.share_reaching(4, 0, [](int) { return true; }), 0.0);
}

TEST(BorderSpillovers, NeedAPackThatSaysWhatCrossesBorders)
{
    auto pack = make_line();
    pack.crosses_borders.clear();
    EXPECT_THROW((BorderSpillovers{pack, {.share = core::Share{0.1}}}), core::InputError);
    BorderSpillovers const off{pack, {}};
    EXPECT_TRUE(off.neutral());
    EXPECT_TRUE(make_blocks(off).front().border.empty());
}
}  // namespace
}  // namespace concordat::cycle
