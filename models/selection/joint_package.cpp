#include "models/selection/joint_package.hpp"

#include <algorithm>
#include <functional>
#include <limits>

#include "sim/core/check.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
/// One area's values of the candidates, in the order of their numbers.
using Row = double const*;

/// Where the cut between the best `places` values and the others lies.
struct Cut
{
    double value{};  ///< the lowest value that is still in
    int ties{};      ///< how many of the values equal to it are in, lowest numbers first
};

Cut cut_at(Row values, int count, int places, std::vector<double>& ranked)
{
    if (places == 0) return {std::numeric_limits<double>::infinity(), 0};
    std::copy_n(values, count, ranked.begin());
    auto const last = ranked.begin() + (places - 1);
    std::nth_element(ranked.begin(), last, ranked.begin() + count, std::greater<>{});
    auto const better = std::count_if(values, values + count, [&](double v) { return v > *last; });
    return {*last, places - static_cast<int>(better)};
}

/// Says of values that arrive in ascending number whether they are above the cut.
class Doorkeeper
{
  public:
    explicit Doorkeeper(Cut cut) : cut_{cut} {}
    [[nodiscard]] bool admits(double value)
    {
        if (value > cut_.value) return true;
        if (value < cut_.value || cut_.ties == 0) return false;
        --cut_.ties;
        return true;
    }

  private:
    Cut cut_;
};

/// Joint and council's values of every candidate for the areas of one block, area by area.
void gather(core::Lanes weight, int first_area, std::vector<int> const& candidates,
            state::Values const& values, SelectionWorkspace& workspace)
{
    std::size_t const stride = candidates.size();
    for (std::size_t k = 0; k < stride; ++k) {
        core::Lanes const council = core::load(&values.council(first_area, candidates[k]));
        core::Lanes const centre = core::load(&values.centre(first_area, candidates[k]));
        core::Lanes const joint = (1.0 - weight) * council + weight * centre;
        for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
            workspace.joint[lane * stride + k] = joint[lane];
            workspace.council[lane * stride + k] = council[lane];
        }
    }
}

/// Fills one area's chosen slots; returns how many of them are not among the council's own best.
struct Choice
{
    int chosen{};
    int forced{};
};

Choice choose(Row joint, Row council, std::vector<int> const& candidates, int cap, double slot_cost,
              std::vector<double>& ranked, int area, int first_slot, state::Agreement& agreement)
{
    int const count = static_cast<int>(candidates.size());
    auto const worth = std::count_if(joint, joint + count, [&](double v) { return v > slot_cost; });
    Choice choice{.chosen = std::min(cap, static_cast<int>(worth))};
    Doorkeeper package{cut_at(joint, count, choice.chosen, ranked)};
    Doorkeeper own_list{cut_at(council, count, choice.chosen, ranked)};
    int slot = first_slot;
    for (int k = 0; k < count; ++k) {
        bool const wanted = own_list.admits(council[k]);
        if (!package.admits(joint[k])) continue;
        agreement.item(area, slot++) = candidates[k];
        agreement.selected(area, candidates[k]) = 1;
        if (!wanted) ++choice.forced;
    }
    return choice;
}
}  // namespace

JointPackage::JointPackage(state::Pack const& pack, SelectionParams const& params)
    : params_{params},
      area_count_{static_cast<int>(pack.area_count())},
      indicator_count_{static_cast<int>(pack.indicator_count())}
{
    core::require(params.cap >= 0, "the cap of an agreement is not negative");
    for (int j = 0; j < indicator_count_; ++j) {
        bool const by_law = pack.indicators[j].statutory && params.statutory == StatutorySet::enforced;
        (by_law ? statutory_ : candidates_).push_back(j);
    }
    auto const by_number = [&](int a, int b) {
        return pack.indicators[a].number < pack.indicators[b].number;
    };
    std::sort(statutory_.begin(), statutory_.end(), by_number);
    std::sort(candidates_.begin(), candidates_.end(), by_number);
}

int JointPackage::max_slots() const
{
    return static_cast<int>(statutory_.size()) + std::min(params_.cap, static_cast<int>(candidates_.size()));
}

void JointPackage::resize(state::Agreement& agreement, SelectionWorkspace& workspace) const
{
    auto const padded = static_cast<Eigen::Index>(core::padded(area_count_));
    agreement.selected.resize(padded, indicator_count_);
    agreement.item.resize(padded, max_slots());
    agreement.count.resize(padded);
    agreement.statutory.resize(padded);
    agreement.forced.resize(padded);
    workspace.joint.resize(core::lane_count * candidates_.size());
    workspace.council.resize(core::lane_count * candidates_.size());
    workspace.ranked.resize(candidates_.size());
}

void JointPackage::agree(state::Population const& population, state::Values const& values,
                         state::Agreement& agreement, SelectionWorkspace& workspace) const
{
    clear(agreement);
    auto const lanes = static_cast<int>(core::lane_count);
    for (int first = 0; first < area_count_; first += lanes) {
        gather(core::load(&population.centre_weight(first)), first, candidates_, values, workspace);
        for (int area = first; area < std::min(first + lanes, area_count_); ++area) {
            agree_in(area, static_cast<std::size_t>(area - first), population.slot_cost(area), agreement,
                     workspace);
        }
    }
}

void JointPackage::clear(state::Agreement& agreement) const
{
    agreement.selected.setZero();
    agreement.item.setConstant(-1);
    std::fill(agreement.count.begin(), agreement.count.end(), 0);
    std::fill(agreement.statutory.begin(), agreement.statutory.end(), 0);
    std::fill(agreement.forced.begin(), agreement.forced.end(), 0);
}

void JointPackage::agree_in(int area, std::size_t lane, double slot_cost, state::Agreement& agreement,
                            SelectionWorkspace& workspace) const
{
    int const by_law = static_cast<int>(statutory_.size());
    for (int slot = 0; slot < by_law; ++slot) {
        agreement.item(area, slot) = statutory_[slot];
        agreement.selected(area, statutory_[slot]) = 1;
    }
    std::size_t const start = lane * candidates_.size();
    Choice const choice = choose(workspace.joint.data() + start, workspace.council.data() + start, candidates_,
                                 params_.cap, slot_cost, workspace.ranked, area, by_law, agreement);
    agreement.statutory[area] = by_law;
    agreement.count[area] = by_law + choice.chosen;
    agreement.forced[area] = choice.forced;
}
}  // namespace concordat::selection
