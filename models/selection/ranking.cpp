#include "models/selection/ranking.hpp"

#include <algorithm>
#include <array>
#include <experimental/simd>
#include <limits>

namespace concordat::selection
{
namespace
{
namespace simd = std::experimental;

constexpr std::size_t lanes = 8;
using Packet = simd::simd<float, simd::simd_abi::deduce_t<float, lanes>>;

/// Items whose places are counted together: four packets, whose sums do not wait for one another.
constexpr std::size_t packets = 4;
constexpr std::size_t group = packets * lanes;
}  // namespace

void Ranking::reserve(std::size_t most)
{
    scores_.resize(most + 1);
    rough_.resize(most + group);
    items_.resize(most + 1);
    order_.reserve(most + 1);
}

/// Counts how many go before each item. No branch depends on the scores, so that for the hundred
/// items of an area this takes a fraction of a sort by comparison and exchange.
void Ranking::list(std::vector<int>& out)
{
    order_.assign(size_, -1);
    std::fill_n(&rough_[size_], group - 1, -std::numeric_limits<float>::infinity());
    for (std::size_t first = 0; first < size_; first += group) place_group(first);
    put_right();
    out.resize(size_);
    for (std::size_t n = 0; n < size_; ++n) out[n] = items_[static_cast<std::size_t>(order_[n])];
}

void Ranking::place_group(std::size_t first)
{
    auto const load = [&](std::size_t packet) {
        return Packet{&rough_[first + packet * lanes], simd::element_aligned};
    };
    std::array const own{load(0), load(1), load(2), load(3)};
    Packet const none = 0.0F;
    std::array before{none, none, none, none};
    for (std::size_t n = 0; n < size_; ++n) {
        Packet const other = rough_[n];
        for (std::size_t p = 0; p < packets; ++p) {
            Packet one = none;
            where(other > own[p], one) = 1.0F;
            before[p] += one;
        }
    }
    std::array<float, group> counts;
    for (std::size_t p = 0; p < packets; ++p) before[p].copy_to(&counts[p * lanes], simd::element_aligned);
    for (std::size_t n = 0; n < std::min(group, size_ - first); ++n) {
        auto place = static_cast<std::size_t>(counts[n]);
        while (order_[place] >= 0) ++place;  // behind those of the same score that were added before
        order_[place] = static_cast<int>(first + n);
    }
}

/// Single precision rounds without changing an order, so only neighbours can stand wrong.
void Ranking::put_right()
{
    for (std::size_t n = 1; n < size_; ++n) {
        int const item = order_[n];
        std::size_t place = n;
        for (; place > 0 && scores_[order_[place - 1]] < scores_[item]; --place) order_[place] = order_[place - 1];
        order_[place] = item;
    }
}
}  // namespace concordat::selection
