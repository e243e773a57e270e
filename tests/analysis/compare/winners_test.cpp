#include "analysis/compare/winners.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "tests/support/luck.hpp"

namespace concordat::compare
{
namespace
{
using store::Direction;

/// Areas with the same luck in both scenarios but for noise of s.d. 1, and an effect each.
AreaValues make_values(std::vector<double> const& effects, std::uint32_t study, std::size_t replicates = 60)
{
    AreaValues values;
    for (std::uint32_t a = 0; a < effects.size(); ++a) {
        values.baseline.push_back(test::draw_normals(study, replicates, 2 * a));
        auto scenario = test::draw_normals(study, replicates, 2 * a + 1);
        for (std::size_t r = 0; r < replicates; ++r) scenario[r] += values.baseline.back()[r] + effects[a];
        values.scenario.push_back(std::move(scenario));
    }
    return values;
}

TEST(Winners, AreThoseWhoseGainIsClear)
{
    auto const values = make_values({2, -2, 0}, 2);
    auto const effects = find_winners(values, Direction::higher_is_better);
    EXPECT_EQ(effects[0].area_class, AreaClass::gains);
    EXPECT_EQ(effects[1].area_class, AreaClass::loses);
    EXPECT_EQ(effects[2].area_class, AreaClass::uncertain);
    EXPECT_NEAR(effects[0].difference, 2, 4 * effects[0].standard_error);
    EXPECT_GT(effects[0].probability_better, 0.9);
    EXPECT_EQ(find_winners(values, Direction::lower_is_better)[0].area_class, AreaClass::loses);
}

TEST(Winners, LeaveOutAreasThatTheReformDoesNotTouch)
{
    AreaValues values{.baseline = {{1, 2, 3}, {NAN, NAN, NAN}, {1, 2, 3}}, .scenario = {{1, 2, 3}, {1, 2, 3}, {2, 3, 4}}};
    auto const effects = find_winners(values, Direction::higher_is_better);
    EXPECT_EQ(effects[0].area_class, AreaClass::unchanged);
    EXPECT_TRUE(std::isnan(effects[0].p_value));
    EXPECT_EQ(effects[1].area_class, AreaClass::unchanged);
    EXPECT_EQ(effects[1].pairs, 0U);
    EXPECT_EQ(effects[2].area_class, AreaClass::gains);  // the same gain in every replicate is no accident
    EXPECT_EQ(effects[2].p_value, 0);
}

TEST(Winners, AreNamedWronglyNoOftenerThanTheLevel)
{
    // 40 areas without effect and 20 with: of those named, a tenth of the 40/60 may be wrong.
    std::vector<double> truth(60);
    for (std::size_t a = 0; a < 20; ++a) truth[a] = a % 2 == 0 ? 0.6 : -0.6;
    double share_wrong = 0;
    int found = 0;
    constexpr int studies = 200;
    for (std::uint32_t study = 0; study < studies; ++study) {
        int named = 0, wrong = 0;
        auto const effects = find_winners(make_values(truth, study), Direction::higher_is_better, 0.1);
        for (std::size_t a = 0; a < truth.size(); ++a) {
            auto const c = effects[a].area_class;
            if (c == AreaClass::uncertain) continue;
            ++named;
            bool const right = (c == AreaClass::gains && truth[a] > 0) || (c == AreaClass::loses && truth[a] < 0);
            ++(right ? found : wrong);
        }
        share_wrong += named == 0 ? 0 : static_cast<double>(wrong) / named / studies;
    }
    EXPECT_NEAR(share_wrong, 0.1 * 40 / 60, 0.015);
    EXPECT_GT(found, 0.9 * 20 * studies);
}

TEST(Winners, AreCountedByGroup)
{
    std::vector<AreaEffect> effects(5);
    effects[0].area_class = effects[1].area_class = AreaClass::gains;
    effects[2].area_class = AreaClass::loses;
    effects[3].area_class = AreaClass::uncertain;
    auto const groups = count_by_group(effects, {"North", "South", "North", "North", ""});
    ASSERT_EQ(groups.size(), 2U);
    EXPECT_EQ(groups[0].group, "North");
    EXPECT_EQ(groups[0].areas, 3U);
    EXPECT_DOUBLE_EQ(groups[0].share(groups[0].gains), 1.0 / 3);
    EXPECT_EQ(groups[0].loses, 1U);
    EXPECT_EQ(groups[0].uncertain, 1U);
    EXPECT_EQ(groups[1].gains, 1U);
    auto const all = count_all(effects);
    EXPECT_EQ(all.gains + all.loses + all.uncertain + all.unchanged, all.areas);
    EXPECT_EQ(all.unchanged, 1U);
    EXPECT_STREQ(name_of(AreaClass::uncertain), "uncertain");
}
}  // namespace
}  // namespace concordat::compare
