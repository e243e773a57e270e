#include "models/whitehall/whitehall.hpp"

#include <gtest/gtest.h>

#include <string>

#include "models/whitehall/purposes.hpp"
#include "sim/random/registry.hpp"
#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
using core::Share;

state::Centre form(state::Pack const& pack, WhitehallParams const& params, state::Occasion const& when = {5, 0, 0})
{
    Whitehall const whitehall{pack, params};
    state::Centre centre;
    whitehall.resize(centre);
    whitehall.form(when, centre);
    return centre;
}

/// The values that the parameter files start from, as far as they matter here.
WhitehallParams make_params()
{
    auto params = support::make_neutral_whitehall();
    params.departments = {.capability_spread = 1.0,
                          .late_demand_slope = 0.2,
                          .placeholder_slope = 0.2,
                          .noise_slope = 0.2,
                          .leverage_weight = Share{0.25},
                          .uniformity = Share{0.1}};
    params.effort = {
        .others_weight = Share{0.1}, .agreement_weight = 0.8, .guidance_gain = 0.03, .support_gain = 0.1};
    params.boards = {.reveal = Share{0.3}, .trade = Share{0.55}};
    return params;
}

TEST(Whitehall, IsExactlyNeutralWhereEverySwitchIs)
{
    auto const centre = form(support::make_whitehall_pack(), support::make_neutral_whitehall());
    state::Centre neutral;
    neutral.resize(3, 6, 3, 3);
    EXPECT_TRUE((centre.capability == neutral.capability).all());
    EXPECT_TRUE((centre.leverage == neutral.leverage).all());
    EXPECT_TRUE((centre.late_demands == neutral.late_demands).all());
    EXPECT_TRUE((centre.placeholders == neutral.placeholders).all());
    EXPECT_TRUE((centre.uniformity == neutral.uniformity).all());
    EXPECT_TRUE((centre.announcements == neutral.announcements).all());
    EXPECT_TRUE((centre.guidance == neutral.guidance).all());
    EXPECT_TRUE((centre.shared_motive == neutral.shared_motive).all());
    EXPECT_TRUE((centre.national_line == neutral.national_line).all());
    EXPECT_TRUE((centre.conflict_left == neutral.conflict_left).all());
    EXPECT_EQ(centre.conflict_scale, 1.0);
    EXPECT_EQ(centre.evidence_noise, 1.0);
    EXPECT_EQ(centre.gatekeeping, 0.25) << "as given with the demands";
}

TEST(Whitehall, CarriesLeverageAndRivalryOnNationalLines)
{
    auto params = make_params();
    params.common_agency = {.enabled = true, .risk = 1.0, .min_share = Share{1.0}};
    auto const centre = form(support::make_whitehall_pack(), params);
    EXPECT_NEAR(centre.national_line(0, 1), centre.leverage(0) * 2.0 * (1.5 - 2.0 / 3.0), 1e-14);
    EXPECT_NEAR(centre.national_line(2, 2), centre.leverage(2), 1e-15);
}

TEST(Whitehall, MultipliesResponsesByGuidanceInEveryArea)
{
    auto const pack = support::make_whitehall_pack();
    auto params = make_params();
    params.effort.others_weight = Share{0.5};
    Whitehall const whitehall{pack, params};
    state::Centre centre;
    whitehall.resize(centre);
    whitehall.form({5, 0, 0}, centre);
    state::Conditions conditions;
    conditions.resize(8, 6, 1);
    conditions.response(2, 1) = 1.1;
    whitehall.advise(centre, conditions);
    EXPECT_GT(centre.guidance(0), 1.0);
    EXPECT_EQ(conditions.response(0, 0), centre.guidance(0));
    EXPECT_NEAR(conditions.response(2, 1), 1.1 * centre.guidance(1), 1e-15);
    EXPECT_TRUE((conditions.response > 0.9).all()) << "padding too";
}

TEST(Whitehall, ResolvesConflictsInTheSpillovers)
{
    auto const pack = support::make_whitehall_pack();
    auto params = make_params();
    params.boards.reveal = Share{1.0};
    Whitehall const whitehall{pack, params};
    state::Centre centre;
    whitehall.resize(centre);
    whitehall.form({5, 0, 0}, centre);
    state::Population population;
    population.spillovers.begin = {0, 0, 1, 1, 1, 1, 1};
    population.spillovers.from = {0};
    population.spillovers.value = {-.3};
    whitehall.resolve(centre, population);
    EXPECT_NEAR(population.spillovers.value[0], -.3 * .45 * .9, 1e-15);
}

TEST(Whitehall, KeepsUnrelatedDrawsUnderAReform)
{
    auto const pack = support::make_whitehall_pack();
    auto params = make_params();
    auto const before = form(pack, params);
    params.effort.others_weight = Share{0.3};
    params.pool.size = Share{0.02};
    params.advice.coverage = Share{0.4};
    auto const after = form(pack, params);
    EXPECT_TRUE((before.capability == after.capability).all());
    EXPECT_TRUE((before.late_demands == after.late_demands).all());
    EXPECT_TRUE((before.uniformity == after.uniformity).all());
}

TEST(Whitehall, DrawsThePinnedDepartments)
{
    random::require_distinct(purpose::all);
    auto params = make_params();
    params.advice.coverage = Share{0.5};
    params.boards.reveal = Share{0.5};
    auto const centre = form(support::make_whitehall_pack(), params, {5, 1, 0});
    std::string drawn;
    for (double const factor : centre.guidance) drawn += factor == 1.03 ? 'a' : '-';
    for (double const left : centre.conflict_left) drawn += left < 1.0 ? 'r' : '-';
    EXPECT_EQ(drawn, "a--a-a-r-") << "advised indicators, then revealed conflicts";
    EXPECT_NEAR(centre.uniformity(2), 0.050725107298412044, 1e-12);
    EXPECT_NEAR(centre.capability(0), -0.3060063808905924, 1e-9);
    EXPECT_NEAR(centre.capability(1), 0.91651009297092001, 1e-9);
    EXPECT_NEAR(centre.capability(2), 0.80482047219256336, 1e-9);
}
}  // namespace
}  // namespace concordat::whitehall
