#include "models/politics/elections.hpp"

#include <gtest/gtest.h>

#include "models/politics/purposes.hpp"
#include "tests/support/year_world.hpp"

namespace concordat::politics
{
namespace
{
using core::Share;
using support::YearWorld;

ElectionParams make_params()
{
    return {.flip = Share{0.15}, .sceptic = Share{0.1}, .partner_retreat = Share{0.15}};
}

double sceptics_after(int years, YearWorld& world, Elections const& elections)
{
    double sum = 0.0;
    for (int t = 0; t < years; ++t) elections.hold({9, 0, static_cast<std::uint32_t>(t / 3)}, t % 3, world.standing);
    for (int i = 0; i < static_cast<int>(world.pack.area_count()); ++i) sum += world.standing.sceptic(i);
    return sum / static_cast<double>(world.pack.area_count());
}

TEST(Elections, BringScepticsInAtTheStatedRateAndOutAgain)
{
    YearWorld world{support::make_small_pack(8000, 1)};
    Elections const elections{world.pack, make_params()};
    EXPECT_NEAR(sceptics_after(1, world, elections), 0.015, 0.0068) << "five standard errors";
    YearWorld later{support::make_small_pack(8000, 1)};
    EXPECT_NEAR(sceptics_after(40, later, elections), 0.1, 0.0168) << "share of winners in the long run";
}

TEST(Elections, WithoutScepticsRemoveThoseThereAre)
{
    YearWorld world{support::make_small_pack(10, 1)};
    world.standing.sceptic.setOnes();
    auto params = make_params();
    params.flip = Share{1.0};
    params.sceptic = Share{0.0};
    Elections{world.pack, params}.hold({9, 0, 0}, 0, world.standing);
    for (int i = 0; i < 10; ++i) EXPECT_EQ(world.standing.sceptic(i), 0.0);
}

TEST(Elections, LowerCooperationUnderASceptic)
{
    YearWorld world{support::make_small_pack(2, 1)};
    world.standing.sceptic(1) = 1.0;
    Elections{world.pack, make_params()}.apply(world.standing, world.conditions);
    EXPECT_EQ(world.conditions.alignment(0), 0.0);
    EXPECT_EQ(world.conditions.alignment(1), -0.15);
}

TEST(Elections, DrawByAreaAndYear)
{
    auto params = make_params();
    params.flip = params.sceptic = Share{0.5};
    auto const pack = support::make_small_pack(40, 1);
    YearWorld world{pack}, turned{support::reverse_rows(pack)}, next{pack};
    Elections const elections{world.pack, params};
    elections.hold({9, 0, 0}, 0, world.standing);
    Elections{turned.pack, params}.hold({9, 0, 0}, 0, turned.standing);
    elections.hold({9, 0, 0}, 1, next.standing);
    int differ = 0;
    for (int i = 0; i < 40; ++i) {
        EXPECT_EQ(world.standing.sceptic(i), turned.standing.sceptic(39 - i));
        differ += world.standing.sceptic(i) != next.standing.sceptic(i) ? 1 : 0;
    }
    EXPECT_GT(differ, 0) << "another year, another draw";
    EXPECT_EQ(purpose::all.size(), 4U);
}

TEST(Elections, ChangeNothingWhereControlNeverChanges)
{
    YearWorld world{support::make_small_pack(20, 1)};
    world.standing.sceptic(3) = 1.0;
    auto params = make_params();
    params.flip = Share{0.0};
    auto const standing = support::numbers_of(world.standing);
    auto const conditions = support::numbers_of(world.conditions);
    Elections const elections{world.pack, params};
    elections.hold({9, 0, 0}, 0, world.standing);
    elections.apply(world.standing, world.conditions);
    EXPECT_EQ(support::numbers_of(world.standing), standing);
    EXPECT_EQ(support::numbers_of(world.conditions), conditions);
}
}  // namespace
}  // namespace concordat::politics
