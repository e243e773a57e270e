#include "models/learning/diffusion.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/year_world.hpp"

namespace concordat::learning
{
namespace
{
using core::Share;
using support::YearWorld;

/// Everybody copies whatever they see, without loss; nobody tries anything.
DiffusionParams make_plain_params()
{
    return {.copying = Share{1.0},
            .adaptation_loss = Share{0.0},
            .distance_decay = 0.3,
            .region_look = Share{0.0},
            .library_look = Share{0.0},
            .trial_rate = 0.0,
            .trial_step = 1.1,
            .highest = 1.5,
            .visibility = PracticeVisibility::after_a_year,
            .fence_drag = Share{0.0},
            .uniformity_drag = Share{0.0},
            .ring_fence = Share{0.6}};
}

/// Areas in a row: each looks at the one before it, the first at nobody; two regions.
state::Pack make_chain(int areas, int indicators)
{
    auto pack = support::make_small_pack(areas, indicators);
    pack.regions = {"west", "east"};
    for (int i = 0; i < areas; ++i) {
        pack.areas[i].region = state::RegionId{i < areas / 2 ? 0 : 1};
        if (i > 0) pack.areas[i].neighbours = {state::AreaId{i - 1}};
    }
    return pack;
}

struct Spreading
{
    Spreading(state::Pack pack, DiffusionParams const& params) : world{std::move(pack)}, diffusion{world.pack, params}
    {
        diffusion.resize(workspace);
    }
    void innovate(int area, int indicator, double factor) { world.standing.practice(area, indicator) = factor; }
    void live(int year, std::uint32_t round = 0)
    {
        diffusion.spread({11, 0, round}, year, world.population, world.standing, workspace);
    }
    double practice(int area, int indicator) { return world.standing.practice(area, indicator); }

    YearWorld world;
    Diffusion diffusion;
    DiffusionWorkspace workspace{};
};

TEST(Diffusion, TravelsOneStepAYearOnceOthersCanSeeIt)
{
    Spreading s{make_chain(6, 2), make_plain_params()};
    s.innovate(1, 0, 1.2);
    s.live(0);
    EXPECT_EQ(s.practice(2, 0), 1.0) << "not visible yet";
    s.live(1);
    EXPECT_EQ(s.practice(2, 0), 1.2);
    EXPECT_EQ(s.practice(3, 0), 1.0);
    s.live(2);
    EXPECT_EQ(s.practice(3, 0), 1.2);
    EXPECT_EQ(s.practice(0, 0), 1.2) << "without comparators an area looks at its region";
    EXPECT_EQ(s.practice(2, 1), 1.0) << "another indicator";
}

TEST(Diffusion, IsAYearFasterWherePracticeIsPublished)
{
    auto params = make_plain_params();
    params.visibility = PracticeVisibility::at_once;
    Spreading s{make_chain(6, 1), params};
    s.innovate(1, 0, 1.2);
    s.live(0);
    EXPECT_EQ(s.practice(2, 0), 1.2);
    EXPECT_EQ(s.practice(3, 0), 1.0);
}

TEST(Diffusion, LooksAtTheRegionOrTheWholeNation)
{
    auto params = make_plain_params();
    params.region_look = Share{1.0};
    Spreading region{make_chain(8, 1), params};
    region.innovate(0, 0, 1.3);
    region.innovate(7, 0, 1.2);
    region.live(0);
    region.live(1);
    for (int i = 0; i < 4; ++i) EXPECT_EQ(region.practice(i, 0), 1.3);
    for (int i = 4; i < 8; ++i) EXPECT_EQ(region.practice(i, 0), 1.2);
    params.region_look = Share{0.0};
    params.library_look = Share{1.0};
    Spreading nation{make_chain(8, 1), params};
    nation.innovate(0, 0, 1.3);
    nation.live(0);
    nation.live(1);
    for (int i = 0; i < 8; ++i) EXPECT_EQ(nation.practice(i, 0), 1.3);
}

TEST(Diffusion, LosesPartOfAnImprovementOnTheWayAndNeverCopiesWhatIsWorse)
{
    auto params = make_plain_params();
    params.adaptation_loss = Share{0.25};
    Spreading s{make_chain(4, 1), params};
    s.innovate(0, 0, 1.4);
    s.innovate(1, 0, 1.35);
    s.live(0);
    s.live(1);
    EXPECT_EQ(s.practice(1, 0), 1.35) << "1.3 after the move";
    EXPECT_NEAR(s.practice(2, 0), 1.2625, 1e-15);
}

TEST(Diffusion, CopiesWithTheStatedChanceLessWhereFencedOrUniform)
{
    constexpr int areas = 2000;
    auto const copied = [](DiffusionParams const& params, bool top_down, double fenced_share) {
        Spreading s{make_chain(areas, 4), params};
        s.world.population.top_down.assign(4, top_down ? 1 : 0);
        s.world.standing.fenced_share.setConstant(fenced_share);
        s.world.standing.visible_practice.row(0).setConstant(1.2);
        s.live(0);
        int count = 0;
        for (int j = 0; j < 4; ++j) {
            for (int i = 0; i < areas; ++i) count += s.practice(i, j) > 1.0 ? 1 : 0;
        }
        return count / (4.0 * areas);
    };
    auto params = make_plain_params();
    params.library_look = Share{1.0};
    params.copying = Share{0.4};
    params.fence_drag = params.uniformity_drag = Share{0.5};
    // Five standard errors of 8,000 draws; the same draws throughout.
    EXPECT_NEAR(copied(params, false, 0.0), 0.4, 0.0275);
    EXPECT_NEAR(copied(params, false, 1.0), 0.4 * 0.7, 0.0275);
    EXPECT_NEAR(copied(params, true, 1.0), 0.4 * 0.7 * 0.5, 0.0275);
}

TEST(Diffusion, TriesThingsOutAtTheStatedRateUpToTheBestThereIs)
{
    auto params = make_plain_params();
    params.copying = Share{0.0};
    params.trial_rate = 0.1;
    params.uniformity_drag = Share{0.5};
    Spreading s{make_chain(1000, 20), params};
    for (std::size_t j = 10; j < 20; ++j) s.world.population.top_down[j] = 1;
    s.live(0);
    double free = 0.0, uniform = 0.0;
    for (int i = 0; i < 1000; ++i) {
        for (int j = 0; j < 20; ++j) {
            (j < 10 ? free : uniform) += std::round(std::log(s.practice(i, j)) / std::log(1.1));
        }
    }
    // Five standard errors of counts of 1,000 and 500.
    EXPECT_NEAR(free, 1000.0, 158.0);
    EXPECT_NEAR(uniform, 500.0, 112.0);
    params.trial_rate = 5.0;
    Spreading eager{make_chain(2, 1), params};
    for (int year = 0; year < 12; ++year) eager.live(year % 3, static_cast<std::uint32_t>(year / 3));
    EXPECT_EQ(eager.practice(1, 0), 1.5);
}

TEST(Diffusion, LooksAtNearerComparatorsMoreOften)
{
    auto pack = support::make_small_pack(3000, 1);
    for (int i = 2; i < 3000; ++i) pack.areas[i].neighbours = {state::AreaId{0}, state::AreaId{1}};
    auto params = make_plain_params();
    params.distance_decay = 0.6931471805599453;  // the second comparator counts half
    Spreading s{std::move(pack), params};
    s.world.standing.visible_practice(0, 0) = 1.1;
    s.world.standing.visible_practice(1, 0) = 1.2;
    s.live(0);
    int nearer = 0, farther = 0;
    for (int i = 2; i < 3000; ++i) {
        nearer += s.practice(i, 0) == 1.1 ? 1 : 0;
        farther += s.practice(i, 0) == 1.2 ? 1 : 0;
    }
    EXPECT_EQ(nearer + farther, 2998);
    EXPECT_NEAR(nearer / 2998.0, 2.0 / 3.0, 0.043);
}

TEST(Diffusion, DoesNotDependOnTheOrderOfAreasAndIndicators)
{
    auto params = make_plain_params();
    params.copying = Share{0.5};
    params.trial_rate = 0.05;
    params.region_look = params.library_look = Share{0.2};
    auto const pack = make_chain(30, 7);
    Spreading a{pack, params}, b{support::reverse_rows(pack), params};
    for (int year = 0; year < 3; ++year) {
        a.live(year);
        b.live(year);
    }
    double spread = 0.0;
    for (int i = 0; i < 30; ++i) {
        for (int j = 0; j < 7; ++j) {
            EXPECT_EQ(a.practice(i, j), b.practice(29 - i, 6 - j));
            spread += a.practice(i, j) - 1.0;
        }
    }
    EXPECT_GT(spread, 1.0);
}

TEST(Diffusion, MultipliesTheResponseByPractice)
{
    Spreading s{make_chain(3, 2), make_plain_params()};
    s.innovate(2, 1, 1.25);
    s.world.conditions.response(2, 1) = 1.1;
    s.diffusion.apply(s.world.standing, s.world.conditions);
    EXPECT_EQ(s.world.conditions.response(2, 1), 1.1 * 1.25);
    EXPECT_EQ(s.world.conditions.response(2, 0), 1.0);
}

TEST(Diffusion, LeavesEverythingWhereNobodyTriesOrCopies)
{
    auto params = make_plain_params();
    params.copying = Share{0.0};
    Spreading s{make_chain(3, 2), params};
    s.innovate(0, 0, 1.2);
    auto const standing = support::numbers_of(s.world.standing);
    auto const conditions = support::numbers_of(s.world.conditions);
    s.live(0);
    s.diffusion.apply(s.world.standing, s.world.conditions);
    EXPECT_EQ(support::numbers_of(s.world.standing), standing);
    EXPECT_EQ(support::numbers_of(s.world.conditions), conditions);
}
}  // namespace
}  // namespace concordat::learning
