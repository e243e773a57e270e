#include "models/cycle/history.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstring>
#include <limits>
#include <span>

#include "models/cycle/outcomes.hpp"
#include "models/cycle/saved_state.hpp"
#include "tests/support/england.hpp"

namespace concordat::cycle
{
namespace
{
using Row = std::vector<double>;

OutcomeTally const& tally()
{
    static OutcomeTally const by_region{*support::england(), {Grouping::region}, {"round 1", "round 2", "round 3"}};
    return by_region;
}

scenario::ModelParams service_agreements()
{
    auto params = support::baseline_params();
    params.selection.cap = 12;
    params.incentives.scheme = incentives::SchemeKind::pro_rata;
    return params;
}

bool same_bytes(Row const& first, Row const& second)
{
    return first.size() == second.size() && std::memcmp(first.data(), second.data(), first.size() * sizeof(double)) == 0;
}

/// Keeps every round's outcomes and what it left.
class Record final : public RoundObserver
{
  public:
    void see_round(std::size_t, Model const& model, World const& world) override
    {
        outcomes.emplace_back(tally().round_columns());
        tally().tally(model, world, outcomes.back());
        needs.push_back(world.population.need);
        levels.push_back(world.standing.level);
    }
    void see_state(std::size_t, CarriedState& carried) override { states.push_back(carried); }

    std::vector<Row> outcomes{};
    std::vector<state::AreaTable> needs{};
    std::vector<state::AreaTable> levels{};
    std::vector<CarriedState> states{};
};

/// A history of England with worlds of its own.
struct EnglandHistory
{
    explicit EnglandHistory(std::vector<scenario::ModelParams> const& rounds) : history{support::england(), rounds}
    {
        history.furnish(world);
    }
    Record run(std::uint32_t replicate, std::uint32_t rounds_done = 0,
               History::Ending ending = History::Ending::open)
    {
        Record record;
        history.run({2008, replicate, 2008, rounds_done}, ending, world, record);
        return record;
    }
    History history;
    HistoryWorld world{};
};

std::vector<scenario::ModelParams> three_rounds()
{
    return {service_agreements(), support::baseline_params(), support::baseline_params()};
}

TEST(History, OfOneRoundIsThatRoundToTheByte)
{
    support::EnglandRun plain;
    EnglandHistory one{{support::baseline_params()}};
    for (std::uint32_t r = 0; r < 2; ++r) {
        Row expected(tally().round_columns());
        tally().tally(plain.model, plain.run(r), expected);
        EXPECT_TRUE(same_bytes(one.run(r, 0, History::Ending::closed).outcomes.at(0), expected));
        // That its state is wanted changes nothing in the round itself.
        EXPECT_TRUE(same_bytes(one.run(r, 0, History::Ending::open).outcomes.at(0), expected));
    }
}

TEST(History, GoingOnFromWhatARoundLeftIsTheUninterruptedHistory)
{
    EnglandHistory whole{three_rounds()};
    auto const all = whole.run(3);
    EnglandHistory rest{{support::baseline_params(), support::baseline_params()}};
    rest.world.carried = all.states.at(0);
    auto const later = rest.run(3, 1);
    EXPECT_TRUE(same_bytes(later.outcomes.at(0), all.outcomes.at(1)));
    EXPECT_TRUE(same_bytes(later.outcomes.at(1), all.outcomes.at(2)));
}

TEST(History, GoesOnFromARecordOfWhatCouncilAndPartnersThatMoveApartLeft)
{
    auto params = support::baseline_params();
    params.behaviour.effort.partners = behaviour::EffortRule::aspiration;
    EnglandHistory whole{{params, params, support::baseline_params()}};
    auto all = whole.run(3);
    auto const record = write_record(all.states.at(0));
    EnglandHistory rest{{params, support::baseline_params()}};
    read_record(std::as_bytes(std::span{record}), rest.world.carried);
    auto const later = rest.run(3, 1);
    EXPECT_TRUE(same_bytes(later.outcomes.at(0), all.outcomes.at(1)));
    EXPECT_TRUE(same_bytes(later.outcomes.at(1), all.outcomes.at(2)));
    EnglandHistory fresh{{support::baseline_params(), support::baseline_params()}};
    fresh.world.carried = all.states.at(0);
    EXPECT_FALSE(same_bytes(fresh.run(3, 1).outcomes.at(0), all.outcomes.at(1)));
}

TEST(History, WorldsUsedBeforeGiveTheSameBytesAsFreshOnes)
{
    EnglandHistory used{three_rounds()}, fresh{three_rounds()};
    (void)used.run(0);
    (void)used.run(1);
    auto const again = used.run(2), once = fresh.run(2);
    for (std::size_t k = 0; k < 3; ++k) EXPECT_TRUE(same_bytes(again.outcomes.at(k), once.outcomes.at(k))) << k;
}

TEST(History, ARoundIsNotWhatItWouldBeByItself)
{
    EnglandHistory alone{{support::baseline_params()}}, after{three_rounds()};
    EXPECT_FALSE(same_bytes(alone.run(1).outcomes.at(0), after.run(1).outcomes.at(1)));
}

TEST(History, LevelsAddUpWhatRoundsBroughtAndNeedFallsWhereAreasImproveMoreThanOthers)
{
    EnglandHistory two{{support::baseline_params(), support::baseline_params()}};
    auto const record = two.run(0);
    auto const& params = support::baseline_params().population.evolution;
    auto const& left = record.states.at(0);
    auto const& first = two.world.rounds.at(0);
    EXPECT_TRUE((record.levels.at(0) == 0.0).all());
    for (Eigen::Index j = 0; j < left.need.cols(); j += 17) {
        double mean = 0.0;
        std::vector<double> change(150);
        for (Eigen::Index i = 0; i < 150; ++i) {
            double luck = 0.0;
            for (std::size_t t = 0; t < 3; ++t) luck += first.shocks.luck[t](i, j) + first.shocks.common[t][j];
            change[static_cast<std::size_t>(i)] = first.performance.true_gain(i, j) + first.performance.spillover(i, j) +
                                                  first.population.trend(i, j) + luck;
            ASSERT_NEAR(left.standing.level(i, j), change[static_cast<std::size_t>(i)], 1e-12);
            mean += change[static_cast<std::size_t>(i)] / 150.0;
        }
        for (Eigen::Index i = 0; i < 150; ++i) {
            double const expected = params.need_persistence.value() * record.needs.at(0)(i, j) -
                                    (change[static_cast<std::size_t>(i)] - mean) / params.level_spread;
            ASSERT_NEAR(left.need(i, j), expected, 1e-12);
        }
    }
    EXPECT_TRUE((record.needs.at(1) == left.need).all());
    EXPECT_TRUE((record.levels.at(1) == left.standing.level).all());
}

TEST(History, TheSpreadOfNeedStaysNearOneOverManyRounds)
{
    EnglandHistory many{std::vector<scenario::ModelParams>(5, support::baseline_params())};
    auto const record = many.run(0);
    double square = 0.0;
    auto const need = record.needs.back().topRows(150);
    for (Eigen::Index j = 0; j < need.cols(); ++j) {
        for (Eigen::Index i = 0; i < 150; ++i) square += need(i, j) * need(i, j);
    }
    EXPECT_NEAR(std::sqrt(square / (150.0 * static_cast<double>(need.cols()))), 1.0, 0.2);
}

TEST(History, AReformOfALaterRoundLeavesTheRoundsBeforeItAsTheyAre)
{
    auto reformed = three_rounds();
    reformed[1].population.indicators.missing_baseline = core::Share{0.05};
    EnglandHistory before{three_rounds()}, after{reformed};
    auto const plain = before.run(1), changed = after.run(1);
    EXPECT_TRUE(same_bytes(plain.outcomes.at(0), changed.outcomes.at(0)));
    // A property of indicators is drawn again under the round's own parameters, so the reform acts.
    EXPECT_FALSE(same_bytes(plain.outcomes.at(1), changed.outcomes.at(1)));
}

TEST(History, RelationsOfAreasCarryOver)
{
    // Nobody learns, so that what a round leaves is what it was given.
    EnglandHistory two{{support::quiet_params(), support::quiet_params()}};
    auto before = two.run(0).states.at(0);
    before.trust.setConstant(0.25);
    before.buy_in.setConstant(0.75);
    before.cooperation.setConstant(0.125);
    before.standing.payment_belief.setConstant(0.5);
    before.standing.payment_experience.setConstant(0.5);
    EnglandHistory one{{support::quiet_params()}};
    one.world.carried = before;
    auto const after = one.run(0, 1).states.at(0);
    EXPECT_TRUE((after.trust == 0.25).all());
    EXPECT_TRUE((after.buy_in == 0.75).all());
    EXPECT_TRUE((after.cooperation == 0.125).all());
    EXPECT_TRUE((after.standing.payment_belief == 0.5).all());
}

TEST(History, AreasStartAReplicateFromNothing)
{
    auto const params = support::quiet_params();
    EnglandHistory one{{params}};
    one.world.rounds[0].standing.payment_belief.setConstant(0.125);
    one.world.rounds[0].standing.level.setConstant(7.0);
    EXPECT_TRUE((one.run(0).levels.at(0) == 0.0).all());
    EXPECT_TRUE((one.world.rounds[0].standing.payment_belief == params.learning.payment.start.value()).all());
}

TEST(History, ColumnsOfTheSchemaNameTheirRound)
{
    auto const& schema = tally().schema();
    auto const one = tally().round_columns();
    ASSERT_EQ(schema.column_count(), 3 * one);
    EXPECT_EQ(schema.period_name(0), "round 1");
    EXPECT_EQ(schema.period_name(one), "round 2");
    EXPECT_EQ(schema.column(one).outcome, schema.column(0).outcome);
    EXPECT_EQ(schema.periods[static_cast<std::size_t>(schema.column(3 * one - 1).period)].round, 2);
    OutcomeTally const plain{*support::england(), {Grouping::region}};
    EXPECT_EQ(plain.schema().periods.front().name, "round");
}
}  // namespace
}  // namespace concordat::cycle
