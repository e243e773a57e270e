#include "models/selection/ranking.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
using core::Lanes;

/// Items whose places are counted together: four packets, whose sums do not wait for one another.
constexpr std::size_t packets = 4;
constexpr std::size_t group = packets * core::lane_count;
}  // namespace

void Ranking::reserve(std::size_t most)
{
    scores_.resize(most + group);
    items_.resize(most + 1);
}

/// Counts how many go before each item. No branch depends on the scores, so that for the hundred
/// items of an area this takes a fraction of a sort by comparison and exchange.
void Ranking::list(std::vector<int>& out)
{
    out.assign(size_, -1);
    std::fill_n(&scores_[size_], group - 1, -std::numeric_limits<double>::infinity());
    for (std::size_t first = 0; first < size_; first += group) place_group(first, out);
}

void Ranking::place_group(std::size_t first, std::vector<int>& out) const
{
    std::array<Lanes, packets> own;
    std::array<Lanes, packets> before{};
    for (std::size_t p = 0; p < packets; ++p) {
        own[p].copy_from(&scores_[first + p * core::lane_count], std::experimental::element_aligned);
        before[p] = 0.0;
    }
    for (std::size_t n = 0; n < size_; ++n) {
        Lanes const other = scores_[n];
        for (std::size_t p = 0; p < packets; ++p) before[p] += core::select(other > own[p], Lanes{1.0}, Lanes{0.0});
    }
    std::array<double, group> counts;
    for (std::size_t p = 0; p < packets; ++p) {
        before[p].copy_to(&counts[p * core::lane_count], std::experimental::element_aligned);
    }
    for (std::size_t n = 0; n < std::min(group, size_ - first); ++n) {
        auto place = static_cast<std::size_t>(counts[n]);
        while (out[place] >= 0) ++place;  // behind those of the same score that were added before
        out[place] = items_[first + n];
    }
}
}  // namespace concordat::selection
