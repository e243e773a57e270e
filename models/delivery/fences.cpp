#include <array>

#include "models/delivery/nash_planner.hpp"

namespace concordat::delivery
{
using core::lane_count;
using core::LaneMask;
using core::Lanes;

namespace
{
/// The areas of a block whose item in a slot belongs to one department.
struct SameDepartment
{
    int department{};
    LaneMask areas{false};
};

/// The departments of the items in a slot, each once.
class SlotDepartments
{
  public:
    SlotDepartments(std::array<int, lane_count> const& item, Technology const& technology)
    {
        for (std::size_t lane = 0; lane < lane_count; ++lane) {
            if (item[lane] >= 0) find(technology.department(item[lane])).areas[lane] = true;
        }
    }
    [[nodiscard]] auto begin() const { return list_.begin(); }
    [[nodiscard]] auto end() const { return list_.begin() + static_cast<std::ptrdiff_t>(count_); }

  private:
    SameDepartment& find(int department)
    {
        std::size_t n = 0;
        while (n < count_ && list_[n].department != department) ++n;
        if (n == count_) list_[count_++] = {.department = department};
        return list_[n];
    }
    std::array<SameDepartment, lane_count> list_{};
    std::size_t count_{};
};
}  // namespace

/// Spending per partner and department where every partner has one discount: everything outside the agreement and
/// the slots, or every indicator as if there were no agreement.
template <class Power>
void NashPlanner<Power>::count_block_spend(BlockWork& w, PartnerLanes const& discount, bool with_agreement) const
{
    auto& spend = w.year.block_spend;
    for (auto const& cell : technology_.cells()) spend[cell.at] = Lanes{0.0};
    auto const& of = w.year.outside;
    std::size_t entry = 0;
    for (int j = 0; j < technology_.indicators(); ++j) {
        auto const producers = technology_.producers(j);
        Lanes aligned{0.0}, measure{0.0};
        for (std::size_t a = 0; a < producers.size(); ++a) {
            Lanes const g = discount[producers[a]];
            aligned += g * of.aligned_power[entry + a];
            measure += g * of.measure_power[entry + a];
        }
        Lanes const mask = with_agreement ? w.outside_mask[j] : Lanes{1.0};
        Lanes const aligned_rest = mask * power_.undo_less_one(aligned);
        Lanes const measure_rest = mask * power_.undo_less_one(measure);
        for (std::size_t a = 0; a < producers.size(); ++a) {
            std::size_t const e = entry + a;
            spend[line_at(producers[a], technology_.department(j))] +=
                of.aligned_motive[e] * of.aligned_power[e] * aligned_rest +
                of.measure_motive[e] * of.measure_power[e] * measure_rest;
        }
        entry += producers.size();
    }
    if (with_agreement) add_slot_spend(w, discount);
    double const scale = 0.5 / params_.production.effort_cost;
    for (auto const& cell : technology_.cells()) spend[cell.at] *= scale * power_.spend_factor(discount[cell.partner]);
}

template <class Power>
void NashPlanner<Power>::add_slot_spend(BlockWork& w, PartnerLanes const& discount) const
{
    auto const& of = w.year.inside;
    for (int k = 0; k < w.slots; ++k) {
        SlotDepartments const departments{w.indicator[k], technology_};
        Lanes const squared = w.year.response[k] * w.year.response[k];
        Lanes aligned{0.0}, measure{0.0};
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            aligned += discount[w.partner[e]] * of.aligned_power[e];
            measure += discount[w.partner[e]] * of.measure_power[e];
        }
        Lanes const aligned_rest = squared * power_.undo_less_one(aligned);
        Lanes const measure_rest = squared * power_.undo_less_one(measure);
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            Lanes const spend = of.aligned_motive[e] * of.aligned_power[e] * aligned_rest +
                                of.measure_motive[e] * of.measure_power[e] * measure_rest;
            for (auto const& [department, areas] : departments) {
                w.year.block_spend[line_at(w.partner[e], department)] += core::select(areas, spend, Lanes{0.0});
            }
        }
    }
}

/// Every block's discount is its partner's.
template <class Power>
void NashPlanner<Power>::spread_discounts(BlockWork& w) const
{
    for (auto const& cell : technology_.cells()) w.year.block_discount[cell.at] = w.discount[cell.partner];
}

/// Least spend of every block: the fenced share of the grants in what the plan without an agreement
/// spends there.
template <class Power>
void NashPlanner<Power>::set_fences(BlockWork& w) const
{
    count_block_spend(w, w.before, false);
    for (auto const& cell : technology_.cells()) {
        double const kept = params_.budgets.ring_fence * technology_.partner(cell.partner).grant_dependence;
        w.usual_fence[cell.at] = kept * w.year.block_spend[cell.at];
    }
    w.fences_set = true;
    scale_fences(w);
}

template <class Power>
void NashPlanner<Power>::keep_fences(BlockWork& w) const
{
    if (params_.budgets.ring_fence > 0.0 && !w.fences_set) set_fences(w);
}

/// This year's fences: cuts of budgets are cuts of grants too; growth comes without strings.
template <class Power>
void NashPlanner<Power>::scale_fences(BlockWork& w) const
{
    Lanes const one{1.0};
    Lanes const scale = w.fence_scale * core::select(w.budget_scale < one, w.budget_scale, one);
    for (auto const& cell : technology_.cells()) w.year.fence[cell.at] = scale * w.usual_fence[cell.at];
}

/// Whether a fence can be broken at all. Motives inside an agreement are at least those outside it, so
/// a partner's block spends at least (g / g before)^((1 + q)/q) (smallest of all g / g before)^(1/q - 1) of what
/// it spent without an agreement. Crowding out can lower motives, and so can the year and what spills over: then
/// every fence is looked at.
template <class Power>
bool NashPlanner<Power>::fences_are_safe(BlockWork const& w) const
{
    if (params_.motives.crowding > 0.0 || params_.motives.known_spillovers > 0.0 || w.rebuilt) return false;
    Lanes smallest{1.0};
    for (int p = 0; p < technology_.partners(); ++p) {
        Lanes const ratio = w.discount[p] / w.before[p];
        smallest = core::select(ratio < smallest, ratio, smallest);
    }
    Lanes const left = power_.undo_less_one(smallest);
    LaneMask safe{true};
    for (int p = 0; p < technology_.partners(); ++p) {
        double const kept = params_.budgets.ring_fence * technology_.partner(p).grant_dependence;
        // Who has no budget at all (not a number here) has no fence either.
        if (kept > 0.0) safe = safe && !(power_.spend_factor(w.discount[p] / w.before[p]) * left <= kept);
    }
    return std::experimental::all_of(safe);
}

template <class Power>
LaneMask NashPlanner<Power>::broken_fences(BlockWork& w) const
{
    LaneMask broken{false};
    if (params_.budgets.ring_fence <= 0.0 || fences_are_safe(w)) return broken;
    constexpr double slack = 1.0 - 1e-9;
    keep_fences(w);
    count_block_spend(w, w.discount, true);
    for (auto const& cell : technology_.cells()) {
        broken = broken || w.year.block_spend[cell.at] < slack * w.year.fence[cell.at];
    }
    return broken;
}

template class NashPlanner<HalfPower>;
template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
