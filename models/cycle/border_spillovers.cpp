#include "models/cycle/border_spillovers.hpp"

#include "models/selection/joint_areas.hpp"
#include "models/state/distances.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cycle
{
using core::lane_count;

BorderSpillovers::BorderSpillovers(state::Pack const& pack, population::BorderParams const& params)
    : share_{params.share.value()}
{
    if (neutral()) return;
    if (pack.crosses_borders.empty()) {
        core::Problems problems;
        problems.add({}, "population.spillovers.across_borders is above 0, but groups.csv of the data pack names no subject "
                         "group that crosses borders",
                     "add rows of kind cross_border");
        problems.throw_if_any();
    }
    crosses_ = selection::mark_cross_border(pack);
    around_ = state::list_nearest(pack, params.areas);
    reached_by_.resize(pack.area_count());
    for (std::size_t i = 0; i < around_.size(); ++i) {
        for (int const other : around_[i]) reached_by_[static_cast<std::size_t>(other)].push_back(static_cast<int>(i));
    }
}

void BorderSpillovers::resize(BlockMemory& memory) const
{
    memory.border.assign(neutral() ? 0 : memory.indicators(), core::Lanes{0.0});
}

void BorderSpillovers::spread(std::vector<BlockMemory>& blocks) const
{
    for (std::size_t j = 0; j < crosses_.size(); ++j) {
        if (crosses_[j] == 0) continue;
        for (std::size_t i = 0; i < reached_by_.size(); ++i) {
            double sum = 0.0;
            for (int const from : reached_by_[i]) {
                auto const at = static_cast<std::size_t>(from);
                double const gain = blocks[at / lane_count].lived.gain[j][at % lane_count];
                sum += gain / static_cast<double>(around_[at].size());
            }
            blocks[i / lane_count].border[j][i % lane_count] = share_ * sum;
        }
    }
}
}  // namespace concordat::cycle
