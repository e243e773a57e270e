#include "models/cycle/summing.hpp"

#include <algorithm>
#include <limits>

#include "models/cycle/round_params.hpp"
#include "models/welfare/account.hpp"

namespace concordat::cycle
{
namespace
{
constexpr double partly = 0.6;  // [share] of the stretch; the floor of the pro-rata rule of 2001
constexpr double pounds_per_thousand = 1000.0;
constexpr double persons_per_value = 100000.0;

/// What new definitions and false reports do to one item, and to the target on it.
template <class Add>
void add_doubts(World const& world, int area, int slot, bool has_target, bool met, Add const& add)
{
    auto const& out = world.performance;
    int const j = world.agreement.item(area, slot);
    double fall = 0.0;
    for (auto const& year : world.recording.definition) fall += year[j];
    if (fall != 0.0) add(&AreaSums::redefined, 1.0);
    if (!has_target) return;
    double const level = world.targets.level(area, slot);
    double const reported = out.reported(area, slot);
    if (world.gaming.manipulable[static_cast<std::size_t>(j)] != 0) {
        add(&AreaSums::manipulable, 1.0);
        add(&AreaSums::falsely_met, met && reported - world.gaming.inflation(area, slot) < level ? 1.0 : 0.0);
    }
    if (fall == 0.0 || out.held(area, slot) == 0) return;
    add(&AreaSums::redefined_targets, 1.0);
    add(&AreaSums::redefined_lost, !met && reported - fall >= level ? 1.0 : 0.0);
}

/// Adds what one item of one area is to the sums of its area and of its indicator.
void add_item(World const& world, int area, int slot, AreaSums& of_area, AreaSums& of_indicator)
{
    auto const& out = world.performance;
    int const j = world.agreement.item(area, slot);
    auto const add = [&](double AreaSums::*sum, double value) {
        of_area.*sum += value;
        of_indicator.*sum += value;
    };
    add(&AreaSums::items, 1.0);
    add(&AreaSums::selected_gain, out.true_gain(area, j));
    add(&AreaSums::gap, out.reported(area, slot) - out.outcome(area, slot));
    if (slot >= world.agreement.statutory[area]) {
        add(&AreaSums::chosen, 1.0);
        add(&AreaSums::chosen_need, world.population.need(area, j));
        add(&AreaSums::without_level, out.without_level(area, slot) != 0 ? 1.0 : 0.0);
    }
    // Money is money, on whatever item: statutory ones where they are rewarded, contests without a level.
    add(&AreaSums::offered, out.reward(area, slot));
    add(&AreaSums::earned, out.payment(area, slot));
    if (out.contestants(area, slot) > 0) add(&AreaSums::contested_offer, out.reward(area, slot));
    // Targets are the items that areas chose and gave a level, whatever the reward on them.
    bool const has_target = slot >= world.agreement.statutory[area] && world.agreement.placeholder(area, slot) == 0;
    if (!has_target) return add_doubts(world, area, slot, false, false, add);
    double const level = world.targets.level(area, slot);
    double const stretch = world.targets.stretch(area, slot);
    double const reported = out.reported(area, slot);
    double const share = stretch > 0.0 ? (reported - world.targets.announced_trend(area, slot)) / stretch : 1.0;
    bool const met = reported >= level;
    add(&AreaSums::targets, 1.0);
    add(&AreaSums::met, met ? 1.0 : 0.0);
    add(&AreaSums::truly_met, out.outcome(area, slot) >= level ? 1.0 : 0.0);
    add(&AreaSums::partly_met, !met && share >= partly ? 1.0 : 0.0);
    add(&AreaSums::missed, !met && share < partly ? 1.0 : 0.0);
    add(&AreaSums::target_effect, out.true_gain(area, j) - out.baseline_gain(area, j));
    if (out.contestants(area, slot) > 0) add(&AreaSums::contested, 1.0);
    add_doubts(world, area, slot, true, met, add);
}

/// What an indicator adds in one area, in the agreement or not.
void add_gains(Model const& model, World const& world, int area, int indicator, AreaSums& sums)
{
    auto const& out = world.performance;
    double const value = world.population.social_value[indicator] / persons_per_value / pounds_per_thousand;
    double const gain = out.true_gain(area, indicator), spilt = out.spillover(area, indicator);
    double const outside = world.agreement.selected(area, indicator) == 0 ? 1.0 : 0.0;
    sums.all_gain += gain;
    sums.spillover += spilt;
    sums.value += value * model.pack().areas[static_cast<std::size_t>(area)].population * (gain + spilt);
    sums.unselected_gain += outside * gain;
    sums.unselected += outside;
}

void keep_accounts(Model const& model, World const& world, int area, AreaSums& sums)
{
    welfare::AccountParams const& account = model.params().account;
    welfare::Account const books{account};
    auto const& out = world.performance;
    auto const& gaming = world.gaming;
    auto const& bargain = world.bargain;
    // Officials are busy until the last thing is settled: the choice of items, or their levels.
    double const talks = std::max(bargain.months[area], world.level_record.months[area]);
    welfare::AreaAccount const entry{
        .social_value = sums.value,
        .effort = account.effort_price * out.slack_effort[area],
        .manipulation = account.effort_price * gaming.effort[area],
        .reward = sums.earned + sums.single,
        .fines = gaming.fines[area],
        .months = talks > 0.0 ? talks : account.negotiation_months,
        .asks = bargain.asks[area] + bargain.late[area],
        .contested_share = sums.chosen > 0.0 ? std::min(1.0, world.level_record.contested[area] / sums.chosen) : 0.0,
        .refresh_months = world.refresh.staff_months[area],
        .reporting_years = out.reporting[area],
        .audit = gaming.audit_cost[area],
        .intervention = world.assessment.intervention_cost[area],
    };
    sums.negotiation = books.negotiation(entry);
    sums.exchequer = books.exchequer(entry);
    sums.welfare = books.welfare(entry, account.cost_of_funds);
    sums.welfare_low = books.welfare(entry, account.cost_of_funds_low);
    sums.welfare_high = books.welfare(entry, account.cost_of_funds_high);
}
}  // namespace

void sum_round(Model const& model, World const& world, std::vector<AreaSums>& by_area,
               std::vector<AreaSums>& by_indicator)
{
    auto const& pack = model.pack();
    auto const& out = world.performance;
    auto const areas = static_cast<int>(pack.area_count());
    auto const indicators = static_cast<int>(pack.indicator_count());
    by_area.assign(static_cast<std::size_t>(areas), {});
    by_indicator.assign(static_cast<std::size_t>(indicators), {});
    for (int i = 0; i < areas; ++i) {
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            add_item(world, i, k, by_area[i], by_indicator[world.agreement.item(i, k)]);
        }
    }
    auto& part = world.tally.part;
    for (auto& column : part) column.assign(static_cast<std::size_t>(areas), 0.0);
    for (int j = 0; j < indicators; ++j) {
        double const value = world.population.social_value[j] / persons_per_value / pounds_per_thousand;
        auto& whole = by_indicator[j];
        for (int i = 0; i < areas; ++i) {
            double const gain = out.true_gain(i, j), spilt = out.spillover(i, j);
            double const outside = world.agreement.selected(i, j) == 0 ? 1.0 : 0.0;
            double const worth = value * pack.areas[static_cast<std::size_t>(i)].population * (gain + spilt);
            part[0][i] += gain;
            part[1][i] += spilt;
            part[2][i] += worth;
            part[3][i] += outside * gain;
            part[4][i] += outside;
            whole.all_gain += gain;
            whole.spillover += spilt;
            whole.value += worth;
            whole.unselected_gain += outside * gain;
            whole.unselected += outside;
        }
    }
    for (int i = 0; i < areas; ++i) {
        by_area[i].all_gain = part[0][i];
        by_area[i].spillover = part[1][i];
        by_area[i].value = part[2][i];
        by_area[i].unselected_gain = part[3][i];
        by_area[i].unselected = part[4][i];
    }
    for (int i = 0; i < areas; ++i) {
        auto& sums = by_area[i];
        sums.areas = 1.0;
        sums.forced = world.agreement.forced[i];
        sums.effort = out.effort[i];
        sums.agreement_effort = out.agreement_effort[i];
        sums.partners_in = out.partners_in[i];
        sums.binding = out.binding[i];
        sums.fenced = out.fenced[i];
        sums.bracketed = out.rescued[i];
        sums.unsettled = out.unsettled[i];
        sums.single = out.single_reward[i];
        keep_accounts(model, world, i, sums);
    }
}

AreaSums sum_part(Model const& model, World const& world, int region, int department)
{
    auto const& pack = model.pack();
    auto const led = [&](int j) { return pack.indicators[static_cast<std::size_t>(j)].department.index() == department; };
    AreaSums sums, of_indicators;
    for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
        if (pack.areas[static_cast<std::size_t>(i)].region.index() != region) continue;
        for (int k = 0; k < world.agreement.count[i]; ++k) {
            if (led(world.agreement.item(i, k))) add_item(world, i, k, sums, of_indicators);
        }
        for (int j = 0; j < static_cast<int>(pack.indicator_count()); ++j) {
            if (led(j)) add_gains(model, world, i, j, sums);
        }
    }
    return sums;
}

ChoiceStatistics describe_choices(state::Pack const& pack, std::vector<double> const& counts,
                                  std::vector<double>& sorted)
{
    constexpr std::size_t top = 10;
    ChoiceStatistics out;
    sorted.clear();
    double picks[2] = {0.0, 0.0}, chances[2] = {0.0, 0.0};
    double const areas = static_cast<double>(pack.area_count());
    for (std::size_t j = 0; j < counts.size(); ++j) {
        auto const& indicator = pack.indicators[j];
        if (indicator.statutory) continue;
        sorted.push_back(counts[j]);
        if (counts[j] == 0.0) out.never_chosen += 1.0;
        if (counts[j] > areas / 2.0) out.in_most_areas += 1.0;
        if (indicator.link == state::NationalLink::none) continue;
        std::size_t const psa = indicator.link == state::NationalLink::public_service_agreement ? 1 : 0;
        picks[psa] += counts[j];
        chances[psa] += areas;
    }
    std::sort(sorted.begin(), sorted.end());
    double total = 0.0, ranked = 0.0, best = 0.0;
    for (std::size_t r = 0; r < sorted.size(); ++r) {
        total += sorted[r];
        ranked += static_cast<double>(r + 1) * sorted[r];
        if (r + top >= sorted.size()) best += sorted[r];
    }
    double const n = static_cast<double>(sorted.size());
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    out.most_chosen = sorted.empty() ? none : sorted.back();
    out.gini = total > 0.0 ? 2.0 * ranked / (n * total) - (n + 1.0) / n : none;
    out.top_ten_share = total > 0.0 ? best / total : none;
    auto const odds = [&](int psa) { return picks[psa] / (chances[psa] - picks[psa]); };
    out.psa_odds = picks[0] > 0.0 ? odds(1) / odds(0) : none;
    return out;
}
}  // namespace concordat::cycle
