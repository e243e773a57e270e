#include "models/selection/talks.hpp"

#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
[[nodiscard]] Eigen::Index whole_packets(int count)
{
    constexpr int lanes = static_cast<int>(core::lane_count);
    return (count + lanes - 1) / lanes * lanes;
}
}  // namespace

void Talks::resize(int items, int departments, int months)
{
    auto const count = static_cast<std::size_t>(items);
    for (auto* column : {&council, &centre, &joint, &council_need, &centre_need, &pooled_need}) column->assign(count, 0.0);
    stage.assign(count, Stage::idle);
    marks.assign(count, 0);
    settled.assign(count, -1);
    due.assign(count, 0);
    next.assign(count, -1);
    heads.assign(static_cast<std::size_t>(departments), -1);
    credits.assign(static_cast<std::size_t>(departments), 0.0);
    for (auto* list : {&open, &bridges, &order, &calls, &pairs, &agreed, &must_haves, &replaceable}) list->reserve(2 * count);
    ranked.reserve(count);
    ranking.reserve(count);
    ids.reserve(count);
    concessions.setZero(whole_packets(months));
    draws.setZero(static_cast<Eigen::Index>(core::padded(count)));
}
}  // namespace concordat::selection
