#include "models/demands/value_formation.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/demands/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/lanes.hpp"
#include "sim/random/registry.hpp"
#include "tests/support/default_demands.hpp"
#include "tests/support/moments.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::demands
{
namespace
{
/// Population and values that a test sets and forms itself.
struct Table
{
    Table(state::Pack pack_in, DemandsParams const& params) : pack{std::move(pack_in)}, formation{pack, params}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        auto const columns = static_cast<Eigen::Index>(pack.indicator_count());
        population.capability.setZero(rows);
        population.champion.assign(static_cast<std::size_t>(rows), 0);
        population.need.setZero(rows, columns);
        population.controllability.setConstant(columns, 0.75);
        population.missing_baseline.assign(pack.indicator_count(), 0);
        population.salience_known.setZero(columns);
        population.salience_rest.setZero(columns);
        formation.resize(values, workspace);
        centre.resize(static_cast<std::int64_t>(pack.departments.size()), columns);
    }

    void form(std::uint32_t replicate = 0) { formation.form({9, replicate, 0}, population, centre, values, workspace); }

    [[nodiscard]] std::vector<double> side(state::AreaTable const& table, int indicator) const
    {
        double const* column = &table(0, indicator);
        return {column, column + pack.area_count()};
    }

    state::Pack pack;
    ValueFormation formation;
    state::Population population{};
    state::Centre centre{};
    state::Values values{};
    ValueWorkspace workspace{};
};

TEST(ValueFormation, GivesNothingAValueWhereEverythingIsOff)
{
    Table table{support::make_small_pack(5, 4), support::make_silent_demands_params()};
    table.population.need.setConstant(2.0);
    table.population.controllability.setConstant(0.1);
    table.population.missing_baseline.assign(4, 1);
    table.form();
    EXPECT_TRUE((table.values.council == 0.0).all());
    EXPECT_TRUE((table.values.centre == 0.0).all());
    EXPECT_TRUE((table.values.announcement == 0.0).all());
}

TEST(ValueFormation, SharesKnownSalienceAndMovesTheOwnerOfTheRestWithoutItsSize)
{
    double const tau = 0.55;
    double const echo = 0.8;
    double const joint = (1.0 - tau) * echo + tau;
    for (double const phi : {0.0, 0.2, tau / joint, 0.8, 1.0}) {
        auto params = support::make_silent_demands_params();
        params.salience.centre_part = core::Share{phi};
        Table table{support::make_small_pack(1, 2), params};
        table.population.salience_known << 1.0, 0.0;
        table.population.salience_rest << 0.0, 1.0;
        table.form();
        EXPECT_NEAR(table.values.council(0, 0), echo, 1e-15);
        EXPECT_NEAR(table.values.centre(0, 0), 1.0, 1e-15);
        double const total = (1.0 - tau) * table.values.council(0, 1) + tau * table.values.centre(0, 1);
        EXPECT_NEAR(total, joint, 1e-15) << phi;
        EXPECT_NEAR(tau * table.values.centre(0, 1) / total, phi, 1e-15) << phi;
        if (phi == tau / joint) {
            EXPECT_NEAR(table.values.council(0, 1), echo, 1e-15);
            EXPECT_NEAR(table.values.centre(0, 1), 1.0, 1e-15);
        }
    }
}

TEST(ValueFormation, StaysFiniteWhereAllTheReferenceWeightIsOnOneSide)
{
    for (double const tau : {0.0, 1.0}) {
        auto params = support::make_silent_demands_params();
        params.salience.reference_weight = core::Share{tau};
        Table table{support::make_small_pack(1, 1), params};
        table.population.salience_rest.setConstant(1.0);
        table.form();
        EXPECT_TRUE(table.values.council.isFinite().all());
        EXPECT_TRUE(table.values.centre.isFinite().all());
    }
}

TEST(ValueFormation, LetsOnlyTheCouncilMindBadMeasures)
{
    auto params = support::make_silent_demands_params();
    params.values.missing_baseline = 0.3;
    params.values.perception = 0.2;
    params.values.unachievable = 0.4;
    auto pack = support::make_small_pack(1, 4);
    pack.indicators[1].perception = true;
    Table table{pack, params};
    table.population.missing_baseline[0] = 1;
    table.population.controllability << 0.75, 0.9, 0.25 * 0.75, 0.75;
    table.form();
    EXPECT_NEAR(table.values.council(0, 0), -0.3, 1e-15);
    EXPECT_NEAR(table.values.council(0, 1), -0.2, 1e-15) << "above the standard nothing is unachievable";
    EXPECT_NEAR(table.values.council(0, 2), -0.4 * 0.75, 1e-15);
    EXPECT_EQ(table.values.council(0, 3), 0.0);
    EXPECT_TRUE((table.values.centre == 0.0).all());
}

/// Regression of the expected need on the true need and its residual spread have closed forms.
struct Expected
{
    double slope{};
    double spread{};  ///< of the expectation
};

// 40,000 areas: standard errors below .005; the bound of .025 is five of them.
void expect_evidence(double quality, Expected council, Expected centre)
{
    constexpr int many = 40000;
    auto params = support::make_silent_demands_params();
    params.values.need_weight = 1.0;
    params.evidence.quality = core::Share{quality};
    Table table{support::make_small_pack(many, 1), params};
    auto const ids = state::area_ids(table.pack);
    random::fill_normal({9, 0, random::Purpose{"test.need"}, 0}, ids, 0,
                        {table.population.need.data(), static_cast<std::size_t>(table.population.need.rows())});
    table.form();
    auto const need = table.side(table.population.need, 0);
    auto const check = [&](state::AreaTable const& side, Expected const& expected) {
        auto const m = support::find_moments(need, table.side(side, 0));
        EXPECT_NEAR(m.correlation * m.y_spread / m.x_spread, expected.slope, 0.025);
        EXPECT_NEAR(m.y_spread, expected.spread, 0.025);
    };
    check(table.values.council, council);
    check(table.values.centre, centre);
}

TEST(ValueFormation, ExpectsNeedFromOwnEvidenceWhereNoneIsShared)
{
    double const council = 1.0 / 1.25;  // 1 / (1 + .5^2)
    double const centre = 1.0 / 1.64;   // 1 / (1 + .8^2)
    expect_evidence(0.0, {council, std::sqrt(council)}, {centre, std::sqrt(centre)});
}

TEST(ValueFormation, ExpectsTheSameNeedOnBothSidesWhereAllEvidenceIsShared)
{
    double const precision = 1.0 / 0.25 + 1.0 / 0.64;
    double const pooled = precision / (1.0 + precision);
    expect_evidence(1.0, {pooled, std::sqrt(pooled)}, {pooled, std::sqrt(pooled)});
}

TEST(ValueFormation, KnowsNeedWhereEvidenceHasNoError)
{
    auto params = support::make_silent_demands_params();
    params.values.need_weight = 1.0;
    params.evidence.council_noise = params.evidence.centre_noise = 0.0;
    Table table{support::make_small_pack(3, 1), params};
    table.population.need.col(0) << 0.5, -1.0, 2.0, 0, 0, 0, 0, 0;
    table.form();
    EXPECT_TRUE((table.values.council.col(0) == table.population.need.col(0)).all());
    EXPECT_TRUE((table.values.centre.col(0) == table.population.need.col(0)).all());
}

TEST(ValueFormation, HearsBetterWithCapabilityAndThroughAChampion)
{
    auto params = support::make_silent_demands_params();
    params.values.need_weight = 1.0;
    Table table{support::make_small_pack(2, 1), params};
    table.population.capability(1) = 1.0;
    table.population.champion[1] = 1;
    table.form();
    EXPECT_NEAR(table.workspace.council_noise(0), 0.5, 1e-15);
    EXPECT_NEAR(table.workspace.council_noise(1), 0.5 * std::exp(-0.2), 1e-15);
    EXPECT_EQ(table.workspace.centre_noise(0), 0.8);
    EXPECT_EQ(table.workspace.centre_noise(1), 0.5);
}

TEST(ValueFormation, AnnouncesAtTheDepartmentsRateAndOnlyToTheCentre)
{
    auto params = support::make_silent_demands_params();
    params.announcements = {.rate = 1.5, .size = 2.0};
    Table table{support::make_small_pack(1, 20), params};  // two departments
    constexpr std::uint32_t replicates = 4000;
    double announcements = 0.0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        table.form(r);
        for (int j = 0; j < 20; ++j) {
            announcements += table.values.announcement(j) / 2.0;
            EXPECT_EQ(table.values.centre(0, j), table.values.announcement(j));
            EXPECT_EQ(table.values.council(0, j), 0.0);
        }
    }
    EXPECT_NEAR(announcements / replicates, 3.0, 5.0 * std::sqrt(3.0 / replicates));  // Poisson, five standard errors
}

TEST(ValueFormation, FollowsIdsAndNumbersAndNotRows)
{
    auto const pack = support::make_small_pack(7, 5);
    Table straight{pack, support::make_demands_params()};
    Table reversed{support::reverse_rows(pack), support::make_demands_params()};
    straight.form();
    reversed.form();
    for (int i = 0; i < 7; ++i) {
        for (int j = 0; j < 5; ++j) {
            EXPECT_EQ(straight.values.council(i, j), reversed.values.council(6 - i, 4 - j));
            EXPECT_EQ(straight.values.centre(i, j), reversed.values.centre(6 - i, 4 - j));
        }
    }
}

TEST(ValueFormation, SharesDrawsBetweenScenarios)
{
    auto changed = support::make_demands_params();
    changed.values.missing_baseline = 0.8;
    changed.announcements.rate = 0.0;
    Table base{support::make_small_pack(9, 6), support::make_demands_params()};
    Table reform{support::make_small_pack(9, 6), changed};
    base.form();
    reform.form();
    EXPECT_TRUE((base.values.council == reform.values.council).all()) << "no baseline is missing";
    for (int j = 0; j < 6; ++j) {
        EXPECT_NEAR(base.values.centre(3, j) - base.values.announcement(j), reform.values.centre(3, j), 1e-14);
    }
}

TEST(ValueFormation, FormsThePinnedValues)
{
    Table table{support::make_small_pack(3, 2), support::make_demands_params()};
    table.population.need.setConstant(0.5);
    table.form();
    EXPECT_DOUBLE_EQ(table.values.council(0, 0), -0.10795271353745703);
    EXPECT_DOUBLE_EQ(table.values.council(2, 1), 1.04001879089092);
    EXPECT_DOUBLE_EQ(table.values.centre(0, 0), 1.3395430315517123);
    EXPECT_DOUBLE_EQ(table.values.centre(2, 1), -0.81213018133742254);
}

TEST(ValueFormation, WritesNeedAsEachSideSeesItWithoutChangingValues)
{
    Table plain{support::make_small_pack(5, 4), support::make_demands_params()};
    Table table{support::make_small_pack(5, 4), support::make_demands_params()};
    table.formation.resize(table.values, table.workspace, true);
    plain.form();
    table.form();
    EXPECT_TRUE((plain.values.council == table.values.council).all());
    EXPECT_TRUE((plain.values.centre == table.values.centre).all());
    EXPECT_EQ(plain.values.pooled_need.size(), 0);
    auto shared = support::make_demands_params();
    shared.evidence.quality = core::Share{1.0};
    Table open{support::make_small_pack(5, 4), shared};
    open.formation.resize(open.values, open.workspace, true);
    open.form();
    EXPECT_TRUE((open.values.council_need - open.values.pooled_need).abs().maxCoeff() < 1e-15) << "all evidence is shared";
    EXPECT_TRUE((open.values.centre_need - open.values.pooled_need).abs().maxCoeff() < 1e-15);
    EXPECT_TRUE((open.values.pooled_need == table.values.pooled_need).all()) << "the same luck";
}

// With a voice of one, the liking of an item is its lead partner's: districts speak in two-tier areas only.
TEST(ValueFormation, LetsTheLeadPartnerThatAnAreaHasSpeak)
{
    auto pack = support::make_small_pack(2, 3);
    pack.areas[1].two_tier = true;
    pack.partners.resize(2);
    pack.partners[0].code = "council";
    pack.partners[1].code = "districts";
    pack.partners[1].two_tier_only = true;
    pack.base_share.resize(3, 2);
    pack.base_share << 0.9, 0.1, 0.2, 0.8, 0.3, 0.7;
    auto params = support::make_silent_demands_params();
    params.values.taste_spread = 1.0;
    params.values.partner_voice = 1.0;
    Table table{pack, params};
    table.form();
    auto const& council = table.values.council;
    EXPECT_EQ(council(0, 0), council(0, 1)) << "the council speaks for all";
    EXPECT_EQ(council(0, 0), council(0, 2));
    EXPECT_NE(council(1, 0), council(1, 1));
    EXPECT_EQ(council(1, 1), council(1, 2)) << "the districts speak for theirs";
    params.values.partner_voice = 0.0;
    Table mute{pack, params};
    mute.form();
    Table without{support::make_small_pack(2, 3), params};
    without.form();
    EXPECT_TRUE((mute.values.council == without.values.council).all());
}

TEST(ValueFormation, NamesEveryStreamOnce)
{
    EXPECT_NO_THROW(random::require_distinct(purpose::all));
    EXPECT_EQ(purpose::all.size(), 7U);
}
}  // namespace
}  // namespace concordat::demands
