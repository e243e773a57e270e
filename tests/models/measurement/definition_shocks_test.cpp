#include "models/measurement/definition_shocks.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/small_pack.hpp"

namespace concordat::measurement
{
namespace
{
constexpr int years = 3;
constexpr int indicators = 40;

RecordingParams make_params(double hazard)
{
    return {.definition_hazard = core::Share{hazard}, .definition_size = core::Sigma{3.0}};
}

struct Scene
{
    state::Pack pack = support::make_small_pack(6, indicators);
    state::Agreement agreement{};
    state::Recording recording{};
    RecordingParams params{};

    explicit Scene(double hazard) : params{make_params(hazard)}
    {
        agreement.item = state::AreaIntTable::Constant(8, 4, -1);
        agreement.count = {4, 4, 2, 0, 4, 4, 0, 0};
        for (int i = 0; i < 6; ++i) {
            for (int k = 0; k < agreement.count[static_cast<std::size_t>(i)]; ++k) agreement.item(i, k) = 3 * k + i;
        }
        recording.resize(8, indicators, 4, years);
    }
    DefinitionShocks shocks() const { return {pack, params, years}; }
    void draw(std::uint32_t replicate, std::uint32_t round = 0)
    {
        shocks().draw({.master_seed = 5, .replicate = replicate, .round = round}, recording);
    }
};

TEST(DefinitionShocks, ComeAtTheStatedHazardAndSize)
{
    Scene scene{0.1};
    double hits = 0.0, trials = 0.0;
    for (std::uint32_t r = 0; r < 100; ++r) {
        scene.draw(r);
        for (auto const& year : scene.recording.definition) {
            for (double const change : year) {
                EXPECT_TRUE(change == 0.0 || change == -3.0);
                hits += change != 0.0 ? 1.0 : 0.0;
                trials += 1.0;
            }
        }
    }
    EXPECT_NEAR(hits / trials, 0.1, 5.0 * std::sqrt(0.09 / trials));
}

TEST(DefinitionShocks, HitAllAreasThatChoseTheIndicatorForGood)
{
    Scene scene{0.0};
    scene.params = make_params(0.5);
    scene.draw(0);
    auto& recording = scene.recording;
    for (auto& year : recording.definition) year.setZero();
    recording.definition[0][4] = -3.0;  // area 1 slot 1, area 4 slot 0
    recording.definition[2][4] = -3.0;
    auto const shocks = scene.shocks();
    shocks.redefine(0, scene.agreement, recording);
    EXPECT_EQ(recording.shift(1, 1), -3.0);
    EXPECT_EQ(recording.shift(4, 0), -3.0);
    EXPECT_EQ(recording.redefined(1, 1), 1);
    EXPECT_EQ((recording.shift != 0.0).count(), 2);
    shocks.redefine(1, scene.agreement, recording);
    EXPECT_EQ(recording.shift(1, 1), -3.0);
    EXPECT_TRUE((recording.redefined == 0).all());
    shocks.redefine(2, scene.agreement, recording);
    EXPECT_EQ(recording.shift(1, 1), -6.0);
    EXPECT_EQ(recording.redefined(4, 0), 1);
}

TEST(DefinitionShocks, FollowNumbersAndYearsAndNotRowsOrRounds)
{
    Scene scene{0.3}, turned{0.3};
    turned.pack = support::reverse_rows(turned.pack);
    scene.draw(2);
    turned.draw(2);
    auto const first = scene.recording.definition;
    for (int t = 0; t < years; ++t) {
        EXPECT_TRUE((first[t] == turned.recording.definition[t].reverse()).all());
    }
    scene.draw(2, 1);
    EXPECT_FALSE((first[0] == scene.recording.definition[0]).all());
    EXPECT_FALSE((first[0] == first[1]).all());
}

TEST(DefinitionShocks, DoNothingWhereTheHazardIsNothing)
{
    Scene scene{0.0};
    scene.draw(0);
    for (int t = 0; t < years; ++t) scene.shocks().redefine(t, scene.agreement, scene.recording);
    EXPECT_TRUE((scene.recording.shift == 0.0).all());
    EXPECT_TRUE((scene.recording.redefined == 0).all());
}
}  // namespace
}  // namespace concordat::measurement
