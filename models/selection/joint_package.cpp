#include "models/selection/joint_package.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <span>

#include "models/selection/signing.hpp"
#include "sim/core/check.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
using core::LaneMask;
using core::Lanes;
constexpr int lanes = static_cast<int>(core::lane_count);
constexpr double infinity = std::numeric_limits<double>::infinity();

/// The candidates' values in one block of areas: value k of lane i stands at k * lanes + i.
class BlockValues
{
  public:
    BlockValues(Eigen::ArrayXd const& table) : data_{table.data()}, count_{static_cast<int>(table.size()) / lanes} {}
    [[nodiscard]] int count() const { return count_; }
    [[nodiscard]] Lanes row(int k) const { return core::load(data_ + k * lanes); }
    [[nodiscard]] double at(int k, int lane) const { return data_[k * lanes + lane]; }

    /// How many values exceed the threshold, per lane.
    [[nodiscard]] Lanes count_above(Lanes threshold) const
    {
        Lanes above = 0.0;
        for (int k = 0; k < count_; ++k) above += core::select(row(k) > threshold, Lanes{1.0}, Lanes{0.0});
        return above;
    }

  private:
    double const* data_;
    int count_;
};

/// Which values are in, per lane: those above `value` and, of those equal to it, the first `ties`.
struct Cut
{
    Lanes value{};
    Lanes ties{};
};

/// The `places`-th highest value of one lane, with the number of values equal to it that are in.
void settle_ties(BlockValues const& values, int lane, int places, std::vector<double>& ranked, Cut& cut)
{
    for (int k = 0; k < values.count(); ++k) ranked[k] = values.at(k, lane);
    auto const last = ranked.begin() + (places - 1);
    std::nth_element(ranked.begin(), last, ranked.begin() + values.count(), std::greater<>{});
    double const value = *last;
    auto const better = std::count_if(ranked.begin(), last, [&](double v) { return v > value; });
    cut.value[lane] = value;
    cut.ties[lane] = places - static_cast<double>(better);
}

/// The cut with `places` values above it, between `low` and `high`. \pre places < count
Cut find_cut(BlockValues const& values, Lanes places, Lanes low, Lanes high, std::vector<double>& ranked)
{
    Cut cut{.value = high, .ties = 0.0};
    LaneMask found = places == 0.0;
    // Halving finds a gap between neighbours within some ten passes; equal neighbours have none.
    for (int pass = 0; pass < 40 && !all_of(found); ++pass) {
        Lanes const middle = 0.5 * (low + high);
        Lanes const above = values.count_above(middle);
        where(!found && above == places, cut.value) = middle;
        found = found || above == places;
        where(above > places, low) = middle;
        where(above < places, high) = middle;
    }
    for (int lane = 0; lane < lanes; ++lane) {
        if (!found[lane]) settle_ties(values, lane, static_cast<int>(places[lane]), ranked, cut);
    }
    return cut;
}

/// Smallest and largest value per lane.
struct Span
{
    Lanes low{};
    Lanes high{};
};

Span find_span(BlockValues const& values)
{
    Span span{.low = infinity, .high = -infinity};
    for (int k = 0; k < values.count(); ++k) {
        span.low = min(span.low, values.row(k));
        span.high = max(span.high, values.row(k));
    }
    return span;
}

/// The best values above the slot cost, at most `cap` of them; `places` receives how many.
Cut cut_package(BlockValues const& joint, Lanes slot_cost, int cap, Lanes& places, std::vector<double>& ranked)
{
    Lanes const worth = joint.count_above(slot_cost);
    LaneMask const crowded = worth > Lanes{static_cast<double>(cap)};
    places = min(worth, Lanes{static_cast<double>(cap)});
    if (none_of(crowded)) return {.value = slot_cost, .ties = 0.0};
    Span const span = find_span(joint);
    // Areas with room to spare search for nothing: no place to fill.
    Cut cut = find_cut(joint, core::select(crowded, places, Lanes{0.0}), max(slot_cost, span.low), span.high, ranked);
    where(!crowded, cut.value) = slot_cost;
    return cut;
}

/// The council's own best `places` values.
Cut cut_own_list(BlockValues const& council, Lanes places, std::vector<double>& ranked)
{
    Span const span = find_span(council);
    LaneMask const everything = places >= Lanes{static_cast<double>(council.count())};
    Cut cut = find_cut(council, core::select(everything, Lanes{0.0}, places), span.low, span.high, ranked);
    where(everything, cut.value) = -infinity;
    return cut;
}

/// Says of one lane's values, in ascending number, whether they are in.
class Doorkeeper
{
  public:
    Doorkeeper(Cut const& cut, int lane) : value_{cut.value[lane]}, ties_{static_cast<int>(cut.ties[lane])} {}
    [[nodiscard]] bool admits(double value)
    {
        bool const tied = value == value_ && ties_ > 0;
        ties_ -= tied ? 1 : 0;
        return value > value_ || tied;
    }

  private:
    double value_;
    int ties_;
};

/// Lists one area's choice and flags what the council would not have chosen; returns how many it is.
int list_choice(BlockValues const& joint, Doorkeeper package, BlockValues const& council, Doorkeeper own_list, int lane,
                std::vector<int>& chosen, std::vector<std::uint8_t>& forced)
{
    int count = 0;
    for (int k = 0; k < joint.count(); ++k) {
        bool const wanted = own_list.admits(council.at(k, lane));
        bool const in = package.admits(joint.at(k, lane));
        chosen[count] = k;
        forced[k] = wanted ? 0 : 1;
        count += in ? 1 : 0;
    }
    return count;
}

void gather(Lanes weight, int first_area, std::vector<int> const& candidates, state::Values const& values,
            SelectionWorkspace& workspace)
{
    for (int k = 0; k < static_cast<int>(candidates.size()); ++k) {
        Lanes const council = core::load(&values.council(first_area, candidates[k]));
        Lanes const centre = core::load(&values.centre(first_area, candidates[k]));
        core::store((1.0 - weight) * council + weight * centre, &workspace.joint(k * lanes));
        core::store(council, &workspace.council(k * lanes));
    }
}
}  // namespace

JointPackage::JointPackage(state::Pack const& pack, SelectionParams const& params)
    : params_{params},
      area_count_{static_cast<int>(pack.area_count())},
      indicator_count_{static_cast<int>(pack.indicator_count())},
      lists_{list_items(pack, params)}
{
    core::require(params.cap >= 0, "the cap of an agreement is not negative");
}

int JointPackage::max_slots() const
{
    return static_cast<int>(lists_.statutory.size()) + std::min(params_.cap, static_cast<int>(lists_.candidates.size()));
}

void JointPackage::resize(state::Agreement& agreement, SelectionWorkspace& workspace) const
{
    resize_agreement(area_count_, indicator_count_, lists_, params_.cap, agreement);
    auto const candidate_count = static_cast<Eigen::Index>(lists_.candidates.size());
    workspace.joint.resize(lanes * candidate_count);
    workspace.council.resize(lanes * candidate_count);
    workspace.ranked.resize(lists_.candidates.size());
    workspace.chosen.resize(lists_.candidates.size() + 1);
    workspace.forced.resize(lists_.candidates.size());
}

void JointPackage::agree(state::Population const& population, state::Values const& values,
                         state::Agreement& agreement, SelectionWorkspace& workspace) const
{
    agree(population.centre_weight, population, values, agreement, workspace);
}

void JointPackage::agree(state::PerArea const& centre_weight, state::Population const& population,
                         state::Values const& values, state::Agreement& agreement, SelectionWorkspace& workspace) const
{
    clear_agreement(agreement);
    for (int first = 0; first < area_count_; first += lanes) {
        gather(core::load(&centre_weight(first)), first, lists_.candidates, values, workspace);
        agree_in_block(first, population, agreement, workspace);
    }
}

void JointPackage::agree_in_block(int first_area, state::Population const& population, state::Agreement& agreement,
                                  SelectionWorkspace& workspace) const
{
    BlockValues const joint{workspace.joint};
    BlockValues const council{workspace.council};
    Lanes places = 0.0;
    Cut const package =
        cut_package(joint, core::load(&population.slot_cost(first_area)), params_.cap, places, workspace.ranked);
    Cut const own_list = cut_own_list(council, places, workspace.ranked);
    for (int area = first_area; area < std::min(first_area + lanes, area_count_); ++area) {
        int const lane = area - first_area;
        int const count = list_choice(joint, Doorkeeper{package, lane}, council, Doorkeeper{own_list, lane}, lane,
                                      workspace.chosen, workspace.forced);
        sign_agreement(area, lists_, std::span{workspace.chosen}.first(static_cast<std::size_t>(count)), workspace.forced,
                       agreement);
    }
}
}  // namespace concordat::selection
