#include "models/selection/joint_areas.hpp"

#include <algorithm>

#include "models/state/distances.hpp"
#include "sim/core/problem.hpp"

namespace concordat::selection
{
namespace
{
/// The free area whose distances to the other free ones add up to most; equal ones by id.
int find_outermost(std::vector<int> const& free, Eigen::ArrayXXd const& distance, state::Pack const& pack)
{
    int best = -1;
    double furthest = -1.0;
    for (int const i : free) {
        double sum = 0.0;
        for (int const j : free) sum += distance(i, j);
        bool const first = best >= 0 && sum == furthest &&
                           pack.areas[static_cast<std::size_t>(i)].id < pack.areas[static_cast<std::size_t>(best)].id;
        if (sum > furthest || first) best = i;
        furthest = std::max(furthest, sum);
    }
    return best;
}

/// Takes a group of `size` areas out of the free ones.
std::vector<int> take_group(std::vector<int>& free, std::size_t size, Eigen::ArrayXXd const& distance, state::Pack const& pack)
{
    int const start = find_outermost(free, distance, pack);
    std::sort(free.begin(), free.end(), [&](int a, int b) {
        if (distance(start, a) != distance(start, b)) return distance(start, a) < distance(start, b);
        return pack.areas[static_cast<std::size_t>(a)].id < pack.areas[static_cast<std::size_t>(b)].id;
    });
    auto const end = free.begin() + static_cast<std::ptrdiff_t>(size);
    std::vector<int> group{free.begin(), end};
    free.erase(free.begin(), end);
    std::sort(group.begin(), group.end());
    return group;
}
}  // namespace

std::vector<std::vector<int>> form_council_groups(state::Pack const& pack, int most)
{
    auto const distance = state::measure_distances(pack);
    std::vector<std::vector<int>> groups;
    for (int region = 0; region < static_cast<int>(pack.regions.size()); ++region) {
        std::vector<int> free;
        for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
            if (pack.areas[static_cast<std::size_t>(i)].region.index() == region) free.push_back(i);
        }
        auto const room = static_cast<std::size_t>(most);
        for (std::size_t left = (free.size() + room - 1) / room; left > 0; --left) {
            groups.push_back(take_group(free, (free.size() + left - 1) / left, distance, pack));
        }
    }
    return groups;
}

std::vector<std::uint8_t> mark_cross_border(state::Pack const& pack)
{
    std::vector<std::uint8_t> out;
    for (auto const& indicator : pack.indicators) {
        bool const named = !pack.crosses_borders.empty() && indicator.subject_group >= 0;
        out.push_back(named ? pack.crosses_borders[static_cast<std::size_t>(indicator.subject_group)] : std::uint8_t{0});
    }
    return out;
}

JointAreas::JointAreas(state::Pack const& pack, MultiAreaParams const& params)
{
    if (!params.joint) return;
    if (params.subjects == JointSubjects::cross_border && pack.crosses_borders.empty()) {
        core::Problems problems;
        problems.add({}, "selection.multi_area.subjects is cross_border, but groups.csv of the data pack names no subject "
                         "group that crosses borders",
                     "add rows of kind cross_border, or set selection.multi_area.subjects=all");
        problems.throw_if_any();
    }
    covered_ = mark_cross_border(pack);
    if (params.subjects == JointSubjects::all) std::fill(covered_.begin(), covered_.end(), std::uint8_t{1});
    for (auto& group : form_council_groups(pack, params.councils)) {
        if (group.size() > 1) groups_.push_back(std::move(group));
    }
}

void JointAreas::pool(state::Values& values) const
{
    if (neutral()) return;
    for (int j = 0; j < static_cast<int>(values.council.cols()); ++j) {
        if (!covers(j)) continue;
        for (auto* table : {&values.council, &values.centre}) pool_column(*table, j);
        if (values.pooled_need.size() == 0) continue;
        for (auto* table : {&values.council_need, &values.centre_need, &values.pooled_need}) pool_column(*table, j);
    }
}

void JointAreas::pool_column(state::AreaTable& table, int indicator) const
{
    for (auto const& group : groups_) {
        double sum = 0.0;
        for (int const i : group) sum += table(i, indicator);
        double const mean = sum / static_cast<double>(group.size());
        for (int const i : group) table(i, indicator) = mean;
    }
}
}  // namespace concordat::selection
