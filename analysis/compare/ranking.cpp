#include "analysis/compare/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// One scenario's record over the replicates.
struct Record
{
    std::vector<double> best{};    ///< [share] of the first place in each replicate
    std::vector<double> rank{};
    std::vector<double> regret{};
    std::vector<double> places{};  ///< [replicates] in each place
};

/// Values of one replicate as gains: more is better.
std::vector<double> read_gains(std::vector<std::vector<double>> const& values, std::size_t replicate, double sign)
{
    std::vector<double> gains;
    for (auto const& scenario : values) gains.push_back(sign * scenario[replicate]);
    return gains;
}

/// Places are shared evenly: two that tie for the first have half of the first and half of the second each.
void note_replicate(std::vector<double> const& gains, std::vector<Record>& records)
{
    double const best = *std::max_element(gains.begin(), gains.end());
    for (std::size_t s = 0; s < gains.size(); ++s) {
        auto const better = std::count_if(gains.begin(), gains.end(), [&](double g) { return g > gains[s]; });
        auto const equal = std::count(gains.begin(), gains.end(), gains[s]);
        double const share = 1.0 / static_cast<double>(equal);
        auto& record = records[s];
        record.best.push_back(better == 0 ? share : 0);
        record.rank.push_back(static_cast<double>(better) + 0.5 * static_cast<double>(equal + 1));
        record.regret.push_back(gains[s] == best ? 0 : best - gains[s]);
        for (auto place = better; place < better + equal; ++place) record.places[static_cast<std::size_t>(place)] += share;
    }
}

ScenarioRank sum_up(Record const& record, std::size_t replicates)
{
    ScenarioRank rank{.best = stats::mean(record.best),
                      .best_error = stats::standard_error(record.best),
                      .mean_rank = stats::mean(record.rank),
                      .mean_rank_error = stats::standard_error(record.rank),
                      .regret = stats::mean(record.regret),
                      .regret_error = stats::standard_error(record.regret)};
    for (double const count : record.places) {
        rank.ranks.push_back(replicates == 0 ? none : count / static_cast<double>(replicates));
    }
    return rank;
}
}  // namespace

Ranks rank_scenarios(std::vector<std::vector<double>> const& values, store::Direction direction)
{
    core::require(!values.empty(), "a ranking has scenarios");
    core::require(direction != store::Direction::neither, "a ranking needs a direction that is better");
    double const sign = direction == store::Direction::higher_is_better ? 1 : -1;
    std::vector<Record> records(values.size(), Record{.places = std::vector<double>(values.size())});
    Ranks ranks;
    for (std::size_t r = 0; r < values.front().size(); ++r) {
        auto const gains = read_gains(values, r, sign);
        bool const missing = std::any_of(gains.begin(), gains.end(), [](double g) { return std::isnan(g); });
        ++(missing ? ranks.missing : ranks.replicates);
        if (!missing) note_replicate(gains, records);
    }
    for (auto const& record : records) ranks.scenarios.push_back(sum_up(record, ranks.replicates));
    ranks.order.resize(values.size());
    std::iota(ranks.order.begin(), ranks.order.end(), std::size_t{0});
    if (ranks.replicates == 0) return ranks;
    std::stable_sort(ranks.order.begin(), ranks.order.end(),
                     [&](auto a, auto b) { return ranks.scenarios[a].mean_rank < ranks.scenarios[b].mean_rank; });
    return ranks;
}
}  // namespace concordat::compare
