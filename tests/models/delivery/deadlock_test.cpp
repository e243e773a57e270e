#include "models/delivery/deadlock.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/small_pack.hpp"

namespace concordat::delivery
{
namespace
{
constexpr int years = 3;

/// Two indicators: a council alone, and a council with two partners, one of them in two-tier areas only.
struct Scene
{
    state::Pack pack{};
    state::Agreement agreement{};
    state::Population population{};
    state::AreaTable slot_weight{};
    state::PerArea blocked{};

    explicit Scene(int areas) : pack{support::make_small_pack(areas, 2)}
    {
        pack.partners.resize(3);
        pack.partners[2].two_tier_only = true;
        pack.base_share.resize(2, 3);
        pack.base_share << 1.0, 0.0, 0.0, 0.5, 0.3, 0.2;
        agreement.item = state::AreaIntTable::Constant(areas, 2, 1);
        agreement.item.col(0).setZero();
        agreement.count.assign(static_cast<std::size_t>(areas), 2);
        population.cooperation = state::PerArea::Constant(areas, 0.6);
        slot_weight = state::AreaTable::Constant(areas, 2, 0.7);
        blocked = state::PerArea::Zero(areas);
    }
    void block(Deadlock const& deadlock)
    {
        deadlock.block({.master_seed = 5, .replicate = 1, .round = 0}, 1, agreement, population, slot_weight, blocked);
    }
};

TEST(Deadlock, IsTheChanceThatOneOfThoseAtWorkDissents)
{
    Scene scene{2};
    scene.pack.areas[1].two_tier = true;
    Deadlock const deadlock{scene.pack, core::Share{0.1}, years};
    double const consent = 1.0 - 0.1 * 0.4;
    EXPECT_NEAR(deadlock.chance(0, 0, 0.6), 1.0 - consent, 1e-15);
    EXPECT_NEAR(deadlock.chance(0, 1, 0.6), 1.0 - consent * consent, 1e-15);
    EXPECT_NEAR(deadlock.chance(1, 1, 0.6), 1.0 - consent * consent * consent, 1e-15);
    EXPECT_EQ(deadlock.chance(1, 1, 1.0), 0.0);
}

TEST(Deadlock, TakesReasonsToWorkTogetherFromItemsAtThatRate)
{
    constexpr int areas = 2000;
    Scene scene{areas};
    Deadlock const deadlock{scene.pack, core::Share{0.5}, years};
    scene.block(deadlock);
    double first = 0.0, second = 0.0;
    for (int i = 0; i < areas; ++i) {
        EXPECT_TRUE(scene.slot_weight(i, 0) == 0.0 || scene.slot_weight(i, 0) == 0.7);
        double const blocked = (scene.slot_weight(i, 0) == 0.0) + (scene.slot_weight(i, 1) == 0.0);
        EXPECT_EQ(scene.blocked[i], blocked);
        first += scene.slot_weight(i, 0) == 0.0;
        second += scene.slot_weight(i, 1) == 0.0;
    }
    EXPECT_NEAR(first / areas, 0.2, 5.0 * std::sqrt(0.16 / areas));
    EXPECT_NEAR(second / areas, 0.36, 5.0 * std::sqrt(0.2304 / areas));
}

TEST(Deadlock, IsNowhereWhereNobodyHasAVeto)
{
    Scene scene{50};
    scene.block(Deadlock{scene.pack, core::Share{0.0}, years});
    EXPECT_TRUE((scene.slot_weight == 0.7).all());
    EXPECT_TRUE((scene.blocked == 0.0).all());
}

TEST(Deadlock, FollowsIdsAndNotRows)
{
    Scene scene{30}, turned{30};
    turned.pack = support::reverse_rows(scene.pack);
    turned.pack.base_share = scene.pack.base_share.colwise().reverse().eval();
    turned.agreement.item = 1 - turned.agreement.item;
    for (auto* one : {&scene, &turned}) one->block(Deadlock{one->pack, core::Share{0.5}, years});
    EXPECT_TRUE((scene.slot_weight == 0.0).any());
    for (int i = 0; i < 30; ++i) {
        for (int k : {0, 1}) EXPECT_EQ(scene.slot_weight(i, k), turned.slot_weight(29 - i, k)) << i;
    }
}
}  // namespace
}  // namespace concordat::delivery
