#include "models/selection/brokered_rounds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>
#include <vector>

#include "models/selection/freedoms.hpp"
#include "models/selection/negotiation.hpp"
#include "models/selection/outcome_record.hpp"
#include "models/selection/picking.hpp"
#include "models/selection/purposes.hpp"
#include "models/selection/signing.hpp"
#include "models/state/merit.hpp"
#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
/// Areas whose values are read together: one cache line of every indicator's column.
constexpr int block = static_cast<int>(core::padding_count);
}  // namespace

struct BrokeredRounds::Work final : ProtocolWork
{
    Talks talks{};
    Pressure pressure{};
    std::vector<double> autonomy{};  ///< aut_g per region
    /// Values of a block of areas, value k of area n at n * items + k: council, centre, and needs.
    std::array<std::vector<double>, 5> block_values{};
    std::vector<int> chosen{};
    std::vector<std::uint8_t> forced{};
};

BrokeredRounds::BrokeredRounds(state::Pack const& pack, SelectionParams const& params)
    : params_{params},
      facts_{pack, list_items(pack, params)},
      indicator_count_{static_cast<int>(pack.indicator_count())}
{
    core::require(params.cap >= 0, "the cap of an agreement is not negative");
    core::require(params.brokered.months >= 1 && params.brokered.months < static_cast<int>(months_per_round),
                  "a negotiation takes at least a month and ends within the round");
}

int BrokeredRounds::max_slots() const
{
    return static_cast<int>(facts_.lists.statutory.size()) + std::min(params_.cap, facts_.item_count());
}

std::unique_ptr<ProtocolWork> BrokeredRounds::make_work() const
{
    auto work = std::make_unique<Work>();
    auto const items = static_cast<std::size_t>(facts_.item_count());
    auto const departments = static_cast<std::size_t>(facts_.department_count());
    // Late demands draw one number per department into the items' room.
    work->talks.resize(std::max(facts_.item_count(), facts_.department_count()), facts_.department_count(),
                        params_.brokered.months);
    work->talks.outcome_picks.assign(static_cast<std::size_t>(std::max(facts_.subject_groups, 1)), -1);
    work->talks.filled_draws.setZero(static_cast<Eigen::Index>(facts_.filled_numbers.size()));
    work->pressure.eagerness.assign(departments, 1.0);
    work->pressure.parking.assign(departments, 1.0);
    work->pressure.late_rate.assign(departments, 0.0);
    work->pressure.quiet.assign(departments, 1.0);
    work->autonomy.assign(facts_.region_id.size(), 0.0);
    for (auto& table : work->block_values) table.assign(items * block, 0.0);
    work->chosen.reserve(items);
    work->forced.assign(items, 0);
    return work;
}

void BrokeredRounds::resize(state::Agreement& agreement, state::Bargain& bargain) const
{
    auto const areas = static_cast<int>(facts_.area_id.size());
    resize_agreement(areas, indicator_count_, facts_.lists, params_.cap, agreement);
    bargain.resize(static_cast<std::int64_t>(core::padded(facts_.area_id.size())));
}

void BrokeredRounds::agree(Situation const& in, ProtocolWork& given, Settlement out) const
{
    auto& work = static_cast<Work&>(given);
    clear_agreement(out.agreement);
    out.bargain.clear();
    gauge_pressure(in, work);
    draw_regions(in, work);
    int const areas = static_cast<int>(facts_.area_id.size());
    for (int first = 0; first < areas; first += block) {
        gather(in.values, first, work);
        for (int area = first; area < std::min(first + block, areas); ++area) agree_in_area(in, area, work, out);
    }
    if (params_.waits_for_baseline) mark_missing_baselines(in.population, out.agreement);
}

void BrokeredRounds::gauge_pressure(Situation const& in, Work& work) const
{
    auto const& departments = params_.brokered.departments;
    auto& pressure = work.pressure;
    double const free_for_all = 1.0 - in.centre.gatekeeping;
    double eagerness = 0.0;
    for (int d = 0; d < facts_.department_count(); ++d) {
        int const row = facts_.department_row[d];
        pressure.eagerness[d] = in.standing.asking_habit(row);
        pressure.parking[d] = in.centre.placeholders(row);
        eagerness += pressure.eagerness[d] / facts_.department_count();
        double const share = facts_.led_items > 0 ? static_cast<double>(facts_.items_of[d].size()) / facts_.led_items : 0.0;
        constexpr double late_months = 3.0;
        pressure.late_rate[d] = departments.late_demands * free_for_all * share * in.centre.late_demands(row) / late_months;
        pressure.quiet[d] = core::exp(-pressure.late_rate[d]);
    }
    double const bound = std::min(in.centre.asks, departments.ask_limit);
    bool const limited = departments.ask_limit < in.centre.asks;  // the limit leaves the joint list alone
    double const joint = limited ? bound : in.centre.gatekeeping * bound;
    pressure.joint_asks = static_cast<int>(std::lround(joint));
    pressure.asks = pressure.joint_asks + static_cast<int>(std::lround((bound - joint) * eagerness));
}

void BrokeredRounds::draw_regions(Situation const& in, Work& work) const
{
    auto const& broker = params_.brokered.broker;
    for (std::size_t g = 0; g < work.autonomy.size(); ++g) {
        work.autonomy[g] = 0.0;
        if (broker.autonomy.value() <= 0.0) continue;
        double const z = random::normal(
            {in.when.master_seed, in.when.replicate, purpose::autonomy, period_of(in.when, 0)}, facts_.region_id[g]);
        work.autonomy[g] = std::clamp(broker.autonomy.value() + broker.autonomy_spread * z, 0.0, 1.0);
    }
}

/// Reads the columns of a block of areas once, so that every area finds its own values in a row.
void BrokeredRounds::gather(state::Values const& values, int first_area, Work& work) const
{
    std::array const tables{&values.council, &values.centre, &values.council_need, &values.centre_need, &values.pooled_need};
    auto const items = static_cast<std::size_t>(facts_.item_count());
    for (std::size_t t = 0; t < tables.size(); ++t) {
        for (std::size_t k = 0; k < items; ++k) {
            double const* from = &(*tables[t])(first_area, facts_.lists.candidates[k]);
            for (std::size_t n = 0; n < block; ++n) work.block_values[t][n * items + k] = from[n];
        }
    }
}

Parties BrokeredRounds::list_parties(Situation const& in, int area, Work const& work) const
{
    auto const& population = in.population;
    auto const& broker = params_.brokered.broker;
    auto const& concession = params_.brokered.concession;
    int const region = facts_.region[area];
    Parties who{.area = area,
                .centre_weight = population.centre_weight(area),
                .slot_cost = std::max(population.slot_cost(area), free_slot),
                .trust = population.trust(area),
                .autonomy = work.autonomy[region] * in.standing.autonomy(area),
                .telling = in.centre.telling,
                .attention = static_cast<int>(std::lround(broker.attention * facts_.region_load[region])),
                .champion = population.champion[area] != 0};
    if (double const most = params_.brokered.departments.earned_autonomy.value(); most > 0.0) {
        who.asked = 1.0 - most * state::earned_share(population.cpa_class[static_cast<std::size_t>(area)]);
    }
    double const departments = std::max(facts_.department_count(), 1);
    who.cost_counted = in.centre.gatekeeping + (1.0 - in.centre.gatekeeping) / departments;
    who.mediation = broker.mediation.value() + (who.champion ? broker.champion_mediation : 0.0);
    who.mediation = std::clamp(who.mediation, 0.0, 1.0);
    who.most_concession = std::clamp(concession.most + concession.most_by_trust * (who.trust - 0.5) +
                                         concession.most_by_mediation * who.mediation,
                                     0.0, 1.0);
    double const exponent = concession.exponent * in.standing.concession_habit(area) *
                            core::exp(concession.exponent_by_trust * (who.trust - 0.5) +
                                      concession.exponent_by_mediation * who.mediation);
    who.patience = 1.0 / exponent;
    if (concession.anchor > 0.0) {
        double const logit = concession.first_base + concession.first_by_capability * population.capability(area) +
                             concession.first_by_buy_in * population.buy_in(area);
        double const draw = random::uniform(
            {in.when.master_seed, in.when.replicate, purpose::first_draft, period_of(in.when, 0)}, facts_.area_id[area]);
        bool const council_first = draw < 1.0 / (1.0 + core::exp(-logit));
        (council_first ? who.anchor_centre : who.anchor_council) = concession.anchor;
    }
    return who;
}

void BrokeredRounds::agree_in_area(Situation const& in, int area, Work& work, Settlement out) const
{
    Parties const who = list_parties(in, area, work);
    auto& talks = work.talks;
    auto const items = static_cast<std::size_t>(facts_.item_count());
    auto const offset = items * static_cast<std::size_t>(area % block);
    auto const values_of = [&](std::size_t table) { return std::span{work.block_values[table]}.subspan(offset, items); };
    auto const council = values_of(0);
    auto const centre = values_of(1);
    for (std::size_t k = 0; k < items; ++k) {
        talks.council[k] = council[k] - who.slot_cost;
        talks.centre[k] = centre[k] - who.slot_cost;
        talks.joint[k] = (1.0 - who.centre_weight) * talks.council[k] + who.centre_weight * talks.centre[k];
    }
    std::copy_n(values_of(2).begin(), items, talks.council_need.begin());
    std::copy_n(values_of(3).begin(), items, talks.centre_need.begin());
    std::copy_n(values_of(4).begin(), items, talks.pooled_need.begin());

    Luck const luck{in.when, facts_.area_id[area]};
    Minutes minutes{out.transcript, area, talks, facts_.lists.candidates};
    Negotiation{params_, facts_, work.pressure, who, in.population.missing_baseline, luck, talks, minutes, out.bargain}.run();

    pick(facts_.item_count(), [&](int k) { return is_in(talks.stage[k]); }, work.chosen);
    double const freedoms_worth =
        negotiate_freedoms(params_.freedoms, who, facts_, work.chosen, luck, talks, minutes, out.bargain);
    if (params_.entry.voluntary && !enters(params_.entry, work.chosen, freedoms_worth, talks, minutes)) {
        stay_out(area, out.bargain);
        out.bargain.moves(area) = minutes.moves();
        return;
    }
    mark_best(council, static_cast<int>(work.chosen.size()), talks.ranked, work.forced);
    for (auto& flag : work.forced) flag = static_cast<std::uint8_t>(1 - flag);
    sign_agreement(area, facts_.lists, work.chosen, work.forced, out.agreement);
    record_outcome({params_, facts_, who, in.population, luck, talks}, work.chosen, out);
    minutes.note_plain(-1, state::Party::minister, state::Party::council, state::MoveKind::sign, state::MoveReason::none,
                       out.bargain.council_gain(area), out.bargain.centre_gain(area));
    out.bargain.moves(area) = minutes.moves();
}
}  // namespace concordat::selection
