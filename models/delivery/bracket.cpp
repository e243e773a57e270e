#include "models/delivery/bracket.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/delivery/nash_planner.hpp"
#include "sim/core/quadrature.hpp"

namespace concordat::delivery
{
using core::lane_count;
using core::Lanes;

namespace
{
constexpr int grid_points = 96;
constexpr int most_passes = 120;
constexpr int freeze_after = 8;
constexpr int halve_after = 40;
constexpr int sweeps_per_pass = 10;  // the plan is revised after these; both settle together
constexpr int last_sweeps = 400;     // where the plan is not revised any more
constexpr double fold_margin = 0.85;  // below it a slot has one best plan

/// The root of the f that `residual_at` gives, by Newton's method with a two-sided slope.
/// \pre f' is bounded away from zero
template <class Residual>
double find_root(double start, Residual const& residual_at)
{
    constexpr int most_steps = 60;
    constexpr double reach = 1e-5;           // [sigma] distance of the points that give the slope
    constexpr double least_slope = 0.15;
    constexpr double largest_step = 0.7;     // [sigma]
    constexpr double settled_step = 1e-13;   // [sigma]
    double y = start;
    for (int i = 0; i < most_steps; ++i) {
        Lanes at{y};
        at[1] = y + reach;
        at[2] = y - reach;
        Lanes const f = residual_at(at);
        double const slope = std::max((f[1] - f[2]) / (2.0 * reach), least_slope);
        double const next = std::max(0.0, y - std::clamp(f[0] / slope, -largest_step, largest_step));
        double const moved = std::abs(next - y);
        y = next;
        if (moved < settled_step) break;
    }
    return y;
}
}  // namespace

template <class Power>
AreaSolver<Power>::AreaSolver(Technology const& technology, DeliveryParams const& params, Power power,
                              BlockWork& work, state::RewardScheme const& scheme, double remaining,
                              std::size_t lane, bool settled)
    : technology_{technology},
      params_{params},
      power_{power},
      w_{work},
      scheme_{scheme},
      remaining_{remaining},
      unpaid_{scheme.pools_the_agreement() ? 0 : work.year.unpaid},
      lane_{lane},
      settled_{settled},
      departments_{technology.departments()},
      row_{work.year.bracket.row},
      pool_{work.year.bracket.pool},
      block_{work.year.bracket.block},
      fenced_{work.year.bracket.fenced},
      fences_{work.year.bracket.fences},
      block_spend_{work.year.bracket.block_spend},
      plan_{work.year.bracket.plan},
      probe_{work.year.bracket.probe},
      probe_slope_{work.year.bracket.probe_slope}
{
    for (int p = 0; p < technology.partners(); ++p) pool_[p] = w_.discount[p][lane];
    std::fill(fenced_.begin(), fenced_.end(), 0);
    fences_.clear();
    price_blocks();
    for (int k = 0; k < w_.slots; ++k) {
        plan_[k] = (params.solver.follow_habit && !settled ? w_.year.side : w_.plan)[k][lane];
        if (w_.year.response[k][lane] != 0.0) gather_producers(k);
    }
    if constexpr (Power::half) couple_constant();
}

template <class Power>
bool AreaSolver<Power>::solve()
{
    if constexpr (Power::half) couple_inside();
    bool settled = settled_ || alternate();
    int const blocks = technology_.partners() * departments_;
    for (int round = 0; round < blocks && add_broken_fences(); ++round) settled = alternate();
    if (!settled) settle_multipliers(last_sweeps);  // whatever the plan, nobody overspends and fences are kept
    write_back();
    return settled;
}

template <class Power>
bool AreaSolver<Power>::alternate()
{
    double const tolerance = params_.solver.tolerance;
    bool const pooled = scheme_.pools_the_agreement();
    bool const frozen = params_.solver.follow_habit;
    for (int pass = 0; pass < most_passes; ++pass) {
        double change = 0.0;
        for (int k = 0; k < w_.slots; ++k) {
            if (w_.year.response[k][lane_] == 0.0) continue;
            weigh_producers(k);
            // A pooled reward's slopes were found with the mean score; fences keep them as they are.
            double const next = pooled ? plan_[k] : solve_slot(k, plan_[k], frozen || pass >= freeze_after);
            change = std::max(change, std::abs(next - plan_[k]));
            plan_[k] = next;
            if (k >= unpaid_) set_slot(k, next);
        }
        if constexpr (Power::half) couple_inside();
        auto& pool_before = w_.year.bracket.pool_before;
        std::copy(pool_.begin(), pool_.end(), pool_before.begin());
        for (auto& fence : fences_) fence.before = fence.discount;
        if (pass >= halve_after) {
            count_spend();
            (void)update_multipliers(true);
        } else {
            settle_multipliers(sweeps_per_pass);
        }
        for (std::size_t p = 0; p < pool_.size(); ++p) change = std::max(change, std::abs(pool_[p] - pool_before[p]));
        for (auto const& fence : fences_) change = std::max(change, std::abs(fence.discount - fence.before));
        if (change < tolerance) return true;
    }
    return false;
}

template <class Power>
void AreaSolver<Power>::gather_producers(int slot)
{
    auto& found = w_.year.bracket.producers[slot];
    found.count = 0;
    for (int e = w_.begin[slot]; e < w_.begin[slot + 1]; ++e) {
        double const share = w_.share[e][lane_];
        if (share <= 0.0) continue;
        int const n = found.count++;
        found.entry[n] = e;
        found.reward_weight[n] = w_.year.reward_weight[e][lane_];
        found.measured[n] = w_.year.measured[e][lane_];
        found.own[n] = w_.year.own[e][lane_];
        found.split[n] = w_.split[e][lane_];
        found.share[n] = share;
    }
    for (std::size_t n = found.count; n % lane_count != 0; ++n) {
        found.reward_weight[n] = found.measured[n] = found.own[n] = found.split[n] = found.share[n] = 0.0;
    }
}

template <class Power>
void AreaSolver<Power>::weigh_producers(int slot)
{
    int const department = technology_.department(w_.indicator[slot][lane_]);
    auto& of = w_.year.bracket.producers[slot];
    for (int n = 0; n < of.count; ++n) of.weight[n] = discount(w_.partner[of.entry[n]], department) * of.share[n];
}

template <class Power>
Lanes AreaSolver<Power>::measured_gain(int slot, Lanes h) const
{
    auto const& of = w_.year.bracket.producers[slot];
    double const cosine = w_.cosine[slot][lane_], sine = w_.sine[slot][lane_];
    Lanes aligned{0.0}, measure{0.0};
    for (int n = 0; n < of.count; ++n) {
        MotiveTerms const terms{.reward_weight = Lanes{of.reward_weight[n]},
                                .measured = Lanes{of.measured[n]},
                                .own = Lanes{of.own[n]},
                                .split = Lanes{of.split[n]}};
        MotivePair const m = respond(terms, params_.motives, cosine, sine, h);
        aligned += of.weight[n] * power_.raise(m.aligned);
        measure += of.weight[n] * power_.raise(m.measure);
    }
    double const scale = w_.year.response[slot][lane_] * w_.year.response[slot][lane_] / params_.production.effort_cost;
    return scale * (cosine * power_.undo(aligned) + sine * power_.undo(measure));
}

template <class Power>
Lanes AreaSolver<Power>::residual(int slot, Lanes y)
{
    ++w_.residuals;
    probe_.expected[0] = w_.year.start[slot][lane_] + y;
    scheme_.price(probe_, probe_slope_);
    return y - remaining_ * w_.arrival[slot][lane_] * measured_gain(slot, probe_slope_[0].value);
}

template <class Power>
double AreaSolver<Power>::refine(int slot, double left, double right)
{
    // Four points inside the bracket at once: it shrinks fivefold a step.
    constexpr int steps = 24;
    for (int i = 0; i < steps; ++i) {
        double const width = (right - left) / (lane_count + 1);
        Lanes at;
        for (std::size_t p = 0; p < lane_count; ++p) at[p] = left + width * static_cast<double>(p + 1);
        Lanes const f = residual(slot, at);
        double new_left = left, new_right = right;
        for (std::size_t p = 0; p < lane_count; ++p) {
            if (f[p] <= 0.0) {
                new_left = at[p];
            } else {
                new_right = at[p];
                break;
            }
        }
        left = new_left;
        right = new_right;
    }
    return 0.5 * (left + right);
}

template <class Power>
double AreaSolver<Power>::area_between(int slot, double left, double right)
{
    static core::QuadratureRule const rule = core::make_gauss_legendre(32, -1.0, 1.0);
    double const half = 0.5 * (right - left), middle = 0.5 * (right + left);
    double sum = 0.0;
    for (std::size_t i = 0; i < rule.nodes.size(); i += lane_count) {
        Lanes at;
        for (std::size_t p = 0; p < lane_count; ++p) at[p] = middle + half * rule.nodes[i + p];
        Lanes const f = residual(slot, at);
        for (std::size_t p = 0; p < lane_count; ++p) sum += half * rule.weights[i + p] * f[p];
    }
    return sum;
}

/// The only root.
template <class Power>
double AreaSolver<Power>::follow_root(int slot, double start)
{
    return find_root(start, [&](Lanes y) { return residual(slot, y); });
}

/// Where nothing is paid the answer is the same whatever is planned.
template <class Power>
double AreaSolver<Power>::plan_unpaid(int slot) const
{
    return std::max<double>(0.0, remaining_ * w_.arrival[slot][lane_] * measured_gain(slot, Lanes{0.0})[0]);
}

/// What the scheme sees of a slot, at `lane_count` expected performances at once.
template <class Power>
void AreaSolver<Power>::show_market(int slot)
{
    auto const& market = w_.market;
    auto const copy = [&](auto& to, auto const& from) { to[0] = Lanes{from[slot][lane_]}; };
    copy(probe_.target, market.target);
    copy(probe_.stretch, market.stretch);
    copy(probe_.announced, market.announced);
    copy(probe_.spread, market.spread);
    copy(probe_.reward, market.reward);
    copy(probe_.passive, market.passive);
    copy(probe_.leverage, market.leverage);
    copy(probe_.social_value, market.social_value);
    copy(probe_.curvature, market.curvature);
    copy(probe_.detection, market.detection);
    copy(probe_.penalty, market.penalty);
    copy(probe_.own_spread, market.own_spread);
    copy(probe_.rival_spread, market.rival_spread);
    copy(probe_.trend, market.trend);
    copy(probe_.rival_gain, market.rival_gain);
    probe_.contestants[0].fill(market.contestants[slot][lane_]);
}

template <class Power>
double AreaSolver<Power>::solve_slot(int slot, double previous, bool frozen)
{
    if (slot < unpaid_) return plan_unpaid(slot);
    show_market(slot);
    if (w_.year.steepest[slot][lane_] * (remaining_ * w_.arrival[slot][lane_]) * w_.year.gain_slope[slot][lane_] < fold_margin) {
        return follow_root(slot, previous);
    }
    // Everything that could ever be planned: the largest gain on a coarse grid that grows until it
    // contains its own answer.
    double reach = 4.0;
    std::array<double, grid_points + 1> f{};
    for (int growth = 0; growth < 12; ++growth) {
        double largest = 0.0;
        for (int i = 0; i <= grid_points; i += lane_count) {
            Lanes at;
            for (std::size_t p = 0; p < lane_count; ++p) at[p] = reach * (i + static_cast<double>(p)) / grid_points;
            Lanes const value = residual(slot, at);
            for (std::size_t p = 0; p < lane_count; ++p) {
                if (i + static_cast<int>(p) <= grid_points) f[i + p] = value[p];
                largest = std::max(largest, at[p] - value[p]);
            }
        }
        if (largest <= 0.97 * reach) break;  // all roots lie below `largest`
        reach *= 2.0;
    }
    double chosen = -1.0, nearest = -1.0;
    for (int i = 0; i < grid_points; ++i) {
        if (f[i] > 0.0 || f[i + 1] <= 0.0) continue;  // stable roots: f rises through zero
        double const root = refine(slot, reach * i / grid_points, reach * (i + 1) / grid_points);
        if (nearest < 0.0 || std::abs(root - previous) < std::abs(nearest - previous)) nearest = root;
        if (chosen < 0.0 || area_between(slot, chosen, root) < 0.0) chosen = root;
    }
    if (chosen < 0.0) return 0.0;
    return frozen ? nearest : chosen;
}

template <class Power>
void AreaSolver<Power>::set_slot(int slot, double y)
{
    if (!scheme_.pools_the_agreement()) {
        probe_.expected[0] = Lanes{w_.year.start[slot][lane_] + y};
        scheme_.price(probe_, probe_slope_);
        w_.year.slope[slot].value[lane_] = probe_slope_[0].value[0];
        w_.year.slope[slot].derivative[lane_] = probe_slope_[0].derivative[0];
    }
    Lanes const h{w_.year.slope[slot].value[lane_]};
    auto const& of = w_.year.bracket.producers[slot];
    for (int first = 0; first < of.count; first += lane_count) {
        MotiveTerms const terms{.reward_weight = core::load(&of.reward_weight[first]),
                                .measured = core::load(&of.measured[first]),
                                .own = core::load(&of.own[first]),
                                .split = core::load(&of.split[first])};
        MotivePair const m = respond(terms, params_.motives, w_.cosine[slot][lane_], w_.sine[slot][lane_], h);
        Lanes const share = core::load(&of.share[first]);
        Lanes const aligned_power = share * power_.raise(m.aligned);
        Lanes const measure_power = share * power_.raise(m.measure);
        for (int n = first; n < std::min<int>(of.count, first + lane_count); ++n) {
            auto const e = static_cast<std::size_t>(of.entry[n]);
            auto const at = static_cast<std::size_t>(n - first);
            w_.year.inside.aligned_motive[e][lane_] = m.aligned[at];
            w_.year.inside.measure_motive[e][lane_] = m.measure[at];
            w_.year.inside.aligned_power[e][lane_] = aligned_power[at];
            w_.year.inside.measure_power[e][lane_] = measure_power[at];
        }
    }
}

template <class Power>
void AreaSolver<Power>::write_back()
{
    count_spend();
    for (int k = 0; k < w_.slots; ++k) {
        if (w_.year.response[k][lane_] == 0.0) continue;
        int const d = technology_.department(w_.indicator[k][lane_]);
        double aligned = 0.0, measure = 0.0;
        for (int e = w_.begin[k]; e < w_.begin[k + 1]; ++e) {
            aligned += discount(w_.partner[e], d) * w_.year.inside.aligned_power[e][lane_];
            measure += discount(w_.partner[e], d) * w_.year.inside.measure_power[e][lane_];
        }
        double const a = w_.year.response[k][lane_];
        double const scale = a * a / params_.production.effort_cost;
        double const outcome = scale * power_.undo(Lanes{aligned})[0];
        w_.year.true_gain[k][lane_] = outcome;
        w_.year.gain[k][lane_] =
            w_.cosine[k][lane_] * outcome + w_.sine[k][lane_] * scale * power_.undo(Lanes{measure})[0];
        w_.plan[k][lane_] = remaining_ * w_.arrival[k][lane_] * w_.year.gain[k][lane_];
    }
    for (int p = 0; p < technology_.partners(); ++p) {
        w_.discount[p][lane_] = pool_[p];
        double spend = 0.0;
        for (int d = 0; d < departments_; ++d) {
            std::size_t const block = at(p, d);
            spend += block_spend_[block];
            w_.year.block_spend[kept_at(p, d)][lane_] = block_spend_[block];
            w_.year.block_discount[kept_at(p, d)][lane_] = discount(p, d);
            if (fenced_[block] != 0 && block_[block] > pool_[p]) w_.fenced[lane_] = true;
        }
        w_.spend[p][lane_] = spend;
    }
}

template <class Power>
bool NashPlanner<Power>::rescue(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                std::size_t lane, bool settled) const
{
    return AreaSolver<Power>{technology_, params_, power_, w, scheme, remaining, lane, settled}.solve();
}

std::unique_ptr<Planner> make_planner(Technology const& technology, DeliveryParams params)
{
    constexpr double default_complementarity = 2.0 / 3.0;
    constexpr double rounding = 1e-4;  // ".6667" in a file means two thirds
    if (std::abs(params.production.complementarity - default_complementarity) < rounding) {
        return std::make_unique<NashPlanner<HalfPower>>(technology, params, HalfPower{});
    }
    return std::make_unique<NashPlanner<GeneralPower>>(technology, params,
                                                       GeneralPower{params.production.complementarity});
}

template class AreaSolver<HalfPower>;
template class AreaSolver<GeneralPower>;
template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
