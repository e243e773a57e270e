#include "models/levels/refresh.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "models/levels/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"

namespace concordat::levels
{
namespace
{
/// [sigma] common change of an indicator since the start of the round.
double sum_common(state::Shocks const& shocks, int item, int years)
{
    double sum = 0.0;
    for (int year = 0; year < years; ++year) sum += shocks.common[year](item);
    return sum;
}

void move_level(double by, int area, int slot, state::Targets& targets)
{
    targets.announced_trend(area, slot) += by;
    targets.level(area, slot) = targets.announced_trend(area, slot) + targets.stretch(area, slot);
}
}  // namespace

struct Refresh::Item
{
    int area, slot, indicator;
};

Refresh::Refresh(state::Pack const& pack, RefreshParams const& params, LevelTalks const& talks)
    : params_{params},
      talks_{talks},
      order_(pack.area_count()),
      ids_{state::area_ids(pack)},
      numbers_{state::indicator_numbers(pack)}
{
    std::iota(order_.begin(), order_.end(), 0);
    std::sort(order_.begin(), order_.end(), [&](int a, int b) { return ids_[a] < ids_[b]; });
}

void Refresh::reopen(RefreshView const& view, state::Agreement& agreement, state::Targets& targets,
                     state::Refresh& refresh, state::Transcript& transcript) const
{
    int const years = static_cast<int>(view.shocks.common.size());
    core::require(view.year >= 1 && view.year < years, "a refresh stands between two years of a round");
    refresh.reopened.setZero();
    find_baselines(view, refresh);
    for (int const area : order_) {
        for (int slot = 0; slot < agreement.count[area]; ++slot) {
            Item const at{area, slot, agreement.item(area, slot)};
            auto why = state::MoveReason::none;
            if (agreement.placeholder(area, slot) != 0) {
                if (fill_placeholder(view, at, agreement, targets, refresh)) why = state::MoveReason::missing_baseline;
            } else if (follow_definition(view, at, targets, refresh)) {
                why = state::MoveReason::redefinition;
            } else if (follow_shock(view, at, targets, refresh)) {
                why = state::MoveReason::common_shock;
            }
            if (why == state::MoveReason::none) continue;
            refresh.reopened(area, slot) = 1;
            if (view.year == 1) refresh.first(area) += 1.0;
            refresh.items(area) += 1.0;
            refresh.staff_months(area) += params_.staff_months;
            if (transcript.wants(area)) write(view, at, why, targets, transcript);
        }
    }
}

bool Refresh::happens(RefreshView const& view, random::Purpose purpose, Item const& at, double chance) const
{
    if (chance <= 0.0) return false;
    return random::uniform(state::year_key(view.when, view.year, purpose), numbers_[at.indicator], ids_[at.area]) < chance;
}

/// Baselines are national statistics: one draw for all areas, and what has arrived stays.
void Refresh::find_baselines(RefreshView const& view, state::Refresh& refresh) const
{
    if (params_.data.value() == 0.0) return;
    auto const key = state::year_key(view.when, view.year, purpose::baseline_arrives);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        if (view.population.missing_baseline[j] == 0 || refresh.baseline_known[j] != 0) continue;
        if (random::uniform(key, numbers_[j]) < params_.data.value()) refresh.baseline_known[j] = 1;
    }
}

bool Refresh::returns(RefreshView const& view, Item const& at, state::Refresh const& refresh) const
{
    bool const unknown = talks_.waits_for_baseline() && view.population.missing_baseline[at.indicator] != 0;
    if (unknown) return refresh.baseline_known[at.indicator] != 0;
    return happens(view, purpose::returns, at, params_.parked_return.value());
}

bool Refresh::fill_placeholder(RefreshView const& view, Item const& at, state::Agreement& agreement,
                               state::Targets& targets, state::Refresh& refresh) const
{
    if (!returns(view, at, refresh)) return false;
    ItemLevel const level =
        talks_.strike_later(view.when, view.year, view.population, view.standing, at.area, at.indicator);
    if (level.parked) return false;
    int const years = static_cast<int>(view.shocks.common.size());
    double const left = static_cast<double>(years - view.year) / years;
    double const so_far = view.performance.measured(at.area, at.slot) + refresh.shift(at.area, at.slot);
    targets.announced_trend(at.area, at.slot) = so_far + left * level.announced;
    targets.stretch(at.area, at.slot) = left * level.stretch;
    move_level(0.0, at.area, at.slot, targets);
    agreement.placeholder(at.area, at.slot) = 0;
    refresh.granted_shift(at.area, at.slot) = refresh.shift(at.area, at.slot);
    refresh.granted_shock(at.area, at.slot) = sum_common(view.shocks, at.indicator, view.year);
    refresh.with_baseline(at.area) += 1.0;
    return true;
}

bool Refresh::follow_definition(RefreshView const& view, Item const& at, state::Targets& targets,
                                state::Refresh& refresh) const
{
    if (refresh.redefined(at.area, at.slot) == 0) return false;
    if (!happens(view, purpose::redefinition, at, params_.flexibility.value() + refresh.consent(at.area))) return false;
    double& granted = refresh.granted_shift(at.area, at.slot);
    move_level(refresh.shift(at.area, at.slot) - granted, at.area, at.slot, targets);
    granted = refresh.shift(at.area, at.slot);
    refresh.redefinitions(at.area) += 1.0;
    return true;
}

bool Refresh::follow_shock(RefreshView const& view, Item const& at, state::Targets& targets,
                           state::Refresh& refresh) const
{
    double& granted = refresh.granted_shock(at.area, at.slot);
    double const so_far = sum_common(view.shocks, at.indicator, view.year);
    double const moved = so_far - granted;
    if (std::abs(moved) <= params_.shock_threshold.value()) return false;
    double const power = view.population.centre_weight(at.area);
    double const chance = params_.shock_consent.value() * (moved < 0.0 ? 1.0 - power : power) +
                          (moved < 0.0 ? refresh.consent(at.area) : 0.0);
    if (!happens(view, purpose::common_shock, at, chance)) return false;
    move_level(moved, at.area, at.slot, targets);
    granted = so_far;
    refresh.shocks(at.area) += 1.0;
    return true;
}

void Refresh::write(RefreshView const& view, Item const& at, state::MoveReason why, state::Targets const& targets,
                    state::Transcript& transcript) const
{
    constexpr int months_per_year = 12;
    double const stretch = targets.stretch(at.area, at.slot);
    transcript.write({.area = at.area,
                      .month = static_cast<std::int16_t>(params_.signed_after + months_per_year * view.year),
                      .indicator = static_cast<std::int16_t>(at.indicator),
                      .from = state::Party::government_office,
                      .to = state::Party::council,
                      .kind = state::MoveKind::agree_level,
                      .reason = why,
                      .value_council = stretch,
                      .value_centre = stretch});
}
}  // namespace concordat::levels
