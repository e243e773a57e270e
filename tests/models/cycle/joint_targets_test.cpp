#include "models/cycle/joint_targets.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::cycle
{
namespace
{
/// Three areas of one region that agree together on everything, each with two items: 0 and 1, 0 and 2, 1 and 0
/// (in that order of slots). The third area's item 1 has no level.
struct Group
{
    state::Pack pack = support::make_small_pack(3, 3);
    state::Agreement agreement{};
    state::Targets targets{};
    state::JointItems joint{};
    state::AreaIntTable contestants = state::AreaIntTable::Zero(8, 2);
    population::BorderParams spill{};

    Group()
    {
        pack.regions = {"North"};
        pack.subject_groups = {"Jobs"};
        pack.crosses_borders = {1};
        for (std::size_t i = 0; i < 3; ++i) {
            pack.areas[i].region = state::RegionId{0};
            pack.areas[i].latitude = 53.0;
            pack.areas[i].longitude = 0.1 * static_cast<double>(i);
            pack.indicators[i].subject_group = 0;
        }
        agreement.item = state::AreaIntTable::Constant(8, 2, -1);
        agreement.placeholder = state::AreaFlagTable::Zero(8, 2);
        agreement.count.assign(8, 0);
        agreement.statutory.assign(8, 0);
        for (std::size_t i = 0; i < 3; ++i) agreement.count[i] = 2;
        agreement.item.topRows(3) << 0, 1, 0, 2, 1, 0;
        agreement.placeholder(2, 0) = 1;
        targets.announced_trend = state::AreaTable::Constant(8, 2, 0.25);
        targets.stretch = state::AreaTable::Constant(8, 2, 1.0);
        targets.stretch(1, 0) = 2.0;
        targets.level = targets.announced_trend + targets.stretch;
    }

    JointTargets list()
    {
        JointTargets const held{pack, {.joint = true, .subjects = selection::JointSubjects::all}};
        held.resize(agreement, joint);
        held.list(agreement, contestants, BorderSpillovers{pack, spill}, joint);
        return held;
    }
};

TEST(JointTargets, AreTheItemsThatTwoOrMoreChoseAndGaveALevel)
{
    Group group;
    (void)group.list();
    ASSERT_EQ(group.joint.list.size(), 1u) << "item 1 has a level in one area only, item 2 has one holder";
    EXPECT_EQ(group.joint.list[0].indicator, 0);
    state::AreaIntTable wanted = state::AreaIntTable::Zero(8, 2);
    wanted(0, 0) = wanted(1, 0) = wanted(2, 1) = 3;
    EXPECT_TRUE((group.joint.holders == wanted).all());
    group.agreement.placeholder(2, 0) = 0;
    (void)group.list();
    EXPECT_EQ(group.joint.list.size(), 2u) << "it has got its level";
    group.agreement.statutory[0] = 1;
    (void)group.list();
    EXPECT_EQ(group.joint.holders(1, 0), 2) << "what the law brings in, nobody agreed";
    group.contestants(1, 0) = 5;
    (void)group.list();
    EXPECT_TRUE(group.joint.list.size() == 1 && group.joint.list[0].indicator == 1) << "who is in a contest is not paid together";
}

TEST(JointTargets, EachHolderMakesUpForWhatTheOthersMiss)
{
    Group group;
    auto const held = group.list();
    state::AreaTable results = state::AreaTable::Constant(8, 2, 7.0);
    results(0, 0) = 0.5;   // misses 1.25 by 0.75
    results(1, 0) = 2.0;   // misses 2.25 by 0.25
    results(2, 1) = 3.0;   // passes 1.25 by 1.75
    held.see(group.targets, results, group.joint);
    auto const& seen = group.joint.seen;
    EXPECT_NEAR(seen.level(0, 0), 1.25 + 0.25 - 1.75, 1e-15);
    EXPECT_NEAR(seen.level(1, 0), 2.25 + 0.75 - 1.75, 1e-15);
    EXPECT_NEAR(seen.level(2, 1), 1.25 + 0.75 + 0.25, 1e-15);
    for (auto const& [i, k] : {std::pair{0, 0}, {1, 0}, {2, 1}}) {
        EXPECT_EQ(seen.stretch(i, k), 4.0) << "the group's whole stretch";
        EXPECT_NEAR(seen.level(i, k) - seen.announced_trend(i, k), 4.0, 1e-15);
        EXPECT_TRUE(results(i, k) >= seen.level(i, k)) << "the whole is 0.75 above, so all have met it";
    }
    EXPECT_EQ(seen.level(0, 1), group.targets.level(0, 1)) << "its own";
    results(2, 1) = 2.25;  // the whole is met exactly
    held.see(group.targets, results, group.joint);
    for (auto const& [i, k] : {std::pair{0, 0}, {1, 0}, {2, 1}}) EXPECT_EQ(results(i, k), seen.level(i, k));
}

TEST(JointTargets, CountWhatOfAGainReachesTheOtherHolders)
{
    Group group;
    group.spill = {.share = core::Share{0.4}, .areas = 2};
    (void)group.list();
    EXPECT_DOUBLE_EQ(group.joint.returns(0, 0), 1.4) << "both areas around hold it";
    EXPECT_EQ(group.joint.returns(0, 1), 1.0) << "its own item";
    group.agreement.placeholder(1, 0) = 1;
    (void)group.list();
    EXPECT_DOUBLE_EQ(group.joint.returns(0, 0), 1.2) << "one of the two";
}
}  // namespace
}  // namespace concordat::cycle
