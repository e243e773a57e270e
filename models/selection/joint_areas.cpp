#include "models/selection/joint_areas.hpp"

#include <algorithm>

#include "models/state/area_groups.hpp"
#include "sim/core/problem.hpp"

namespace concordat::selection
{
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
    for (auto& group : state::form_groups(pack, params.councils)) {
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
