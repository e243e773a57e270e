#include "models/delivery/freedom_effects.hpp"

#include <gtest/gtest.h>

namespace concordat::delivery
{
namespace
{
using core::Share;
using state::Freedom;

constexpr int areas = 8;
constexpr FreedomParams shipped{.pooling = Share{0.1},
                                .consent = Share{0.3},
                                .reporting_saved = Share{0.1},
                                .fences_released = Share{0.25},
                                .meetings_saved = Share{0.2},
                                .inspection_saved = Share{0.2}};

struct Scene
{
    Scene()
    {
        bargain.resize(areas);
        conditions.resize(areas, 2, 2);
        refresh.resize(areas, 2, 2);
    }
    void act(FreedomParams const& params = shipped)
    {
        FreedomEffects const effects{params};
        effects.apply(bargain, conditions);
        effects.loosen(bargain, refresh);
    }
    void grant(int area, Freedom freedom) { bargain.freedom_granted(area, static_cast<int>(freedom)) = 1; }
    [[nodiscard]] bool is_neutral(int area) const
    {
        return conditions.pooling[area] == 0.0 && conditions.reporting[area] == 1.0 && conditions.fences[area] == 1.0 &&
               conditions.meetings[area] == 1.0 && conditions.inspection_focus[area] == 1.0 && refresh.consent[area] == 0.0;
    }

    state::Bargain bargain{};
    state::Conditions conditions{};
    state::Refresh refresh{};
};

TEST(FreedomEffects, AreNoneWhereNothingWasGranted)
{
    Scene scene;
    scene.act();
    for (int i = 0; i < areas; ++i) EXPECT_TRUE(scene.is_neutral(i));
}

TEST(FreedomEffects, BelongToTheAreaThatWonThem)
{
    Scene scene;
    for (int f = 0; f < state::freedom_count; ++f) scene.grant(3, static_cast<Freedom>(f));
    scene.act();
    EXPECT_DOUBLE_EQ(scene.conditions.pooling[3], 0.1);
    EXPECT_DOUBLE_EQ(scene.refresh.consent[3], 0.3);
    EXPECT_DOUBLE_EQ(scene.conditions.reporting[3], 0.9);
    EXPECT_DOUBLE_EQ(scene.conditions.fences[3], 0.75);
    EXPECT_DOUBLE_EQ(scene.conditions.meetings[3], 0.8);
    EXPECT_DOUBLE_EQ(scene.conditions.inspection_focus[3], 0.8);
    for (int i = 0; i < areas; ++i) EXPECT_EQ(scene.is_neutral(i), i != 3);
}

TEST(FreedomEffects, MultiplyWhatTheYearSays)
{
    Scene scene;
    scene.grant(0, Freedom::inspection_relief);
    scene.conditions.inspection_focus[0] = 1.5;
    scene.act();
    EXPECT_DOUBLE_EQ(scene.conditions.inspection_focus[0], 1.2);
}

TEST(FreedomEffects, AreSwitchedOffBySizeZero)
{
    Scene scene;
    for (int f = 0; f < state::freedom_count; ++f) scene.grant(1, static_cast<Freedom>(f));
    scene.act({});
    EXPECT_TRUE(scene.is_neutral(1));
}
}  // namespace
}  // namespace concordat::delivery
