#include "models/selection/talks.hpp"

#include "sim/core/lanes.hpp"

namespace concordat::selection
{
void Ranking::reserve(std::size_t count)
{
    scores.reserve(count);
    items.reserve(count);
}

void Ranking::clear()
{
    scores.clear();
    items.clear();
}

/// Counts how many go before each item. No branch depends on the scores, so that for the hundred
/// items of an area this takes a fifth of the time of a sort by comparison and exchange.
void Ranking::list(std::vector<int>& out) const
{
    int const count = static_cast<int>(items.size());
    out.resize(items.size());
    double const* const all = scores.data();
    for (int a = 0; a < count; ++a) {
        double const own = all[a];
        int before = 0;
        for (int b = 0; b < a; ++b) before += all[b] >= own ? 1 : 0;
        for (int b = a + 1; b < count; ++b) before += all[b] > own ? 1 : 0;
        out[static_cast<std::size_t>(before)] = items[static_cast<std::size_t>(a)];
    }
}

void Talks::resize(int items, int departments)
{
    auto const count = static_cast<std::size_t>(items);
    for (auto* column : {&council, &centre, &joint, &council_need, &centre_need, &pooled_need}) column->assign(count, 0.0);
    stage.assign(count, Stage::idle);
    marks.assign(count, 0);
    settled.assign(count, -1);
    flags.assign(count, 0);
    next.assign(count, -1);
    heads.assign(static_cast<std::size_t>(departments), -1);
    credits.assign(static_cast<std::size_t>(departments), 0.0);
    for (auto* list : {&open, &bridges, &order, &calls, &pairs, &agreed}) list->reserve(2 * count);
    ranked.reserve(count);
    ranking.reserve(count);
    ids.reserve(count);
    draws.setZero(static_cast<Eigen::Index>(core::padded(count)));
}
}  // namespace concordat::selection
