#include "models/levels/level_bargaining.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "models/levels/purposes.hpp"
#include "sim/core/lanes.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::levels
{
namespace
{
using core::Share;
using core::Sigma;

/// Neither understatement nor rounding: the bargain alone.
LevelParams make_plain_params()
{
    return {.local_offer = Sigma{1.0},
            .evidence_demand = Sigma{1.6},
            .centre_weight = Share{0.5},
            .rounding_up = Share{0.0},
            .rounding_factor = 1.13,
            .understatement = Sigma{0.0},
            .evidence_quality = Share{0.5},
            .standard_controllability = 0.75};
}

/// Agreements in which every area holds all indicators, in the order of their rows.
struct Table
{
    Table(state::Pack pack_in, LevelParams const& params) : pack{std::move(pack_in)}, bargaining{pack, params}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        auto const columns = static_cast<Eigen::Index>(pack.indicator_count());
        population.controllability.setConstant(columns, 0.75);
        population.trust.setConstant(rows, 0.5);
        population.trend.setZero(rows, columns);
        population.top_down.assign(pack.indicator_count(), 0);
        population.national_gain.setConstant(columns, 5.0);
        agreement.item.setConstant(rows, columns, -1);
        agreement.count.assign(static_cast<std::size_t>(rows), 0);
        for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
            agreement.count[i] = static_cast<int>(columns);
            for (int slot = 0; slot < static_cast<int>(columns); ++slot) agreement.item(i, slot) = slot;
        }
        bargaining.resize(agreement, targets);
    }

    state::Targets const& set(std::uint32_t replicate = 0)
    {
        bargaining.set({5, replicate, 0}, population, agreement, targets);
        return targets;
    }

    state::Pack pack;
    LevelBargaining bargaining;
    state::Population population{};
    state::Agreement agreement{};
    state::Targets targets{};
};

TEST(LevelBargaining, StrikesTheWeightedNashLevelOfTheoryT17)
{
    auto params = make_plain_params();
    params.local_offer = Sigma{0.8};
    params.evidence_demand = Sigma{1.5};
    params.centre_weight = Share{0.65};
    Table table{support::make_small_pack(2, 3), params};
    EXPECT_NEAR(table.set().level(1, 2), 1.255, 1e-12);
    // The product (g - .8)^.65 (1.5 - g)^.35 is largest there.
    auto const log_product = [](double g) { return 0.65 * std::log(g - 0.8) + 0.35 * std::log(1.5 - g); };
    double const struck = table.targets.level(1, 2);
    EXPECT_GT(log_product(struck), log_product(struck - 1e-3));
    EXPECT_GT(log_product(struck), log_product(struck + 1e-3));
}

TEST(LevelBargaining, LetsTheStrongerSideHaveItsWay)
{
    auto params = make_plain_params();
    params.centre_weight = Share{0.0};
    EXPECT_NEAR((Table{support::make_small_pack(1, 1), params}.set().stretch(0, 0)), 1.0, 1e-15);
    params.centre_weight = Share{1.0};
    EXPECT_NEAR((Table{support::make_small_pack(1, 1), params}.set().stretch(0, 0)), 1.6, 1e-15);
}

TEST(LevelBargaining, AsksLessOfWhatIsHardToMove)
{
    Table table{support::make_small_pack(1, 2), make_plain_params()};
    table.population.controllability << 0.75, 0.25;
    table.set();
    EXPECT_NEAR(table.targets.stretch(0, 0), 1.3, 1e-15);
    EXPECT_NEAR(table.targets.stretch(0, 1), 1.3 / 3.0, 1e-15);
}

TEST(LevelBargaining, ImposesNationalTrajectoriesAsTheCentresDemand)
{
    Table table{support::make_small_pack(1, 2), make_plain_params()};
    table.population.top_down[1] = 1;
    table.set();
    EXPECT_NEAR(table.targets.stretch(0, 0), 1.3, 1e-15);
    EXPECT_NEAR(table.targets.stretch(0, 1), 0.5 * (1.0 + 5.0), 1e-15);
}

TEST(LevelBargaining, HidesLessWithTrustAndWithSharedEvidence)
{
    auto params = make_plain_params();
    params.understatement = Sigma{2.0};
    Table table{support::make_small_pack(3, 1), params};
    table.population.trend.setConstant(0.2);
    table.population.trust(1) = 1.0;
    table.population.trust(2) = 0.0;
    table.set();
    EXPECT_NEAR(table.targets.announced_trend(0, 0), 0.2 - 0.5, 1e-15) << "half a sigma in the middle";
    EXPECT_NEAR(table.targets.announced_trend(1, 0), 0.2, 1e-15);
    EXPECT_NEAR(table.targets.announced_trend(2, 0), 0.2 - 1.0, 1e-15);
    EXPECT_NEAR(table.targets.level(2, 0), 0.2 - 1.0 + 1.3, 1e-15);
    params.evidence_quality = Share{1.0};
    Table open{support::make_small_pack(3, 1), params};
    EXPECT_EQ(open.set().announced_trend(2, 0), 0.0);
}

TEST(LevelBargaining, RoundsUpTheStatedShareOfDemands)
{
    auto params = make_plain_params();
    params.rounding_up = Share{0.1};
    Table table{support::make_small_pack(150, 130), params};
    table.set();
    int tidy = 0;
    for (int i = 0; i < 150; ++i) {
        for (int slot = 0; slot < 130; ++slot) {
            double const stretch = table.targets.stretch(i, slot);
            bool const rounded = std::abs(stretch - 0.5 * (1.0 + 1.13 * 1.6)) < 1e-12;
            EXPECT_TRUE(rounded || std::abs(stretch - 1.3) < 1e-12);
            tidy += rounded ? 1 : 0;
        }
    }
    EXPECT_NEAR(tidy / (150.0 * 130.0), 0.1, 0.011);  // five standard errors: one false alarm in a million
}

TEST(LevelBargaining, LeavesEmptySlotsWithoutALevel)
{
    auto params = make_plain_params();
    params.understatement = Sigma{2.0};
    Table table{support::make_small_pack(1, 3), params};
    table.population.trend.setConstant(0.7);
    table.agreement.count[0] = 1;
    table.agreement.item(0, 1) = table.agreement.item(0, 2) = -1;
    table.set();
    EXPECT_NE(table.targets.level(0, 0), 0.0);
    EXPECT_EQ(table.targets.level(0, 1), 0.0);
    EXPECT_EQ(table.targets.stretch(0, 2), 0.0);
    EXPECT_EQ(table.targets.announced_trend(5, 0), 0.0) << "padding";
}

TEST(LevelBargaining, DrawsByAreaAndIndicatorWhateverElseIsInTheAgreement)
{
    auto params = make_plain_params();
    params.rounding_up = Share{0.5};
    Table whole{support::make_small_pack(6, 90), params};
    whole.set();
    Table part{support::make_small_pack(6, 90), params};
    part.agreement.item.setConstant(-1);
    for (int i = 0; i < 6; ++i) {
        part.agreement.count[i] = 30;
        for (int slot = 0; slot < 30; ++slot) part.agreement.item(i, slot) = 3 * slot + 1;
    }
    part.set();
    for (int i = 0; i < 6; ++i) {
        for (int slot = 0; slot < 30; ++slot) {
            EXPECT_EQ(part.targets.level(i, slot), whole.targets.level(i, 3 * slot + 1));
        }
    }
    Table reversed{support::reverse_rows(support::make_small_pack(6, 90)), params};
    reversed.set();
    for (int i = 0; i < 6; ++i) {
        for (int slot = 0; slot < 90; ++slot) {
            EXPECT_EQ(reversed.targets.level(5 - i, 89 - slot), whole.targets.level(i, slot));
        }
    }
}

TEST(LevelBargaining, DrawsThePinnedRoundings)
{
    auto params = make_plain_params();
    params.rounding_up = Share{0.5};
    Table table{support::make_small_pack(2, 12), params};
    table.set();
    std::string tidy;
    for (int i = 0; i < 2; ++i) {
        for (int slot = 0; slot < 12; ++slot) tidy += table.targets.stretch(i, slot) > 1.35 ? '1' : '0';
    }
    EXPECT_EQ(tidy, "001111111101111000000101");
    EXPECT_EQ(purpose::all.front().name(), "levels.rounding_up");
}
}  // namespace
}  // namespace concordat::levels
