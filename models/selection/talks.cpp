#include "models/selection/talks.hpp"

#include <limits>

#include "sim/core/lanes.hpp"

namespace concordat::selection
{
void Ranking::reserve(std::size_t count)
{
    scores.reserve(count + core::lane_count);
    items.reserve(count);
}

void Ranking::clear()
{
    scores.clear();
    items.clear();
}

/// Counts how many go before each item, four at a time. No branch depends on the scores, so that for
/// the hundred items of an area this takes a fraction of a sort by comparison and exchange.
void Ranking::list(std::vector<int>& out)
{
    using core::Lanes;
    out.assign(items.size(), -1);
    scores.resize((items.size() + core::lane_count - 1) / core::lane_count * core::lane_count,
                  -std::numeric_limits<double>::infinity());
    for (std::size_t a = 0; a < items.size(); ++a) {
        Lanes const own = scores[a];
        Lanes before = 0.0;
        for (std::size_t b = 0; b < scores.size(); b += core::lane_count) {
            Lanes const other{&scores[b], std::experimental::element_aligned};
            before += core::select(other > own, Lanes{1.0}, Lanes{0.0});
        }
        auto place = static_cast<std::size_t>((before[0] + before[1]) + (before[2] + before[3]));
        while (out[place] >= 0) ++place;  // behind those of the same score that were added before
        out[place] = items[a];
    }
    scores.resize(items.size());
}

void Talks::resize(int items, int departments)
{
    auto const count = static_cast<std::size_t>(items);
    for (auto* column : {&council, &centre, &joint, &council_need, &centre_need, &pooled_need}) column->assign(count, 0.0);
    stage.assign(count, Stage::idle);
    marks.assign(count, 0);
    settled.assign(count, -1);
    hearing.assign(count, 0.0);
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
