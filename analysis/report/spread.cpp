#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr int bin_count = 24;       ///< of a histogram over all scenarios
constexpr int quantile_count = 20;  ///< dots that stand for a twentieth of the replicates each

/// The middle quantile of each of equal shares: one dot for one share.
Json write_quantiles(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    auto list = Json::array();
    for (int k = 0; k < quantile_count; ++k) {
        double const probability = (k + 0.5) / quantile_count;
        list.push_back(number(stats::quantile_of_sorted(values, probability)));
    }
    return list;
}

std::vector<double> subtract(std::vector<double> from, std::vector<double> const& what)
{
    for (std::size_t r = 0; r < from.size(); ++r) from[r] -= what[r];
    return from;
}

struct Bins
{
    double low{};
    double width{};
};

Bins choose_bins(std::vector<std::vector<double>> const& all)
{
    double low = 0.0, high = 0.0;
    bool any = false;
    for (auto const& values : all) {
        for (double const value : values) {
            low = any ? std::min(low, value) : value;
            high = any ? std::max(high, value) : value;
            any = true;
        }
    }
    return {low, (high - low) / bin_count};
}

/// Replicates by bin; all in the first where nothing varies.
std::vector<int> count(std::vector<double> const& values, Bins const& bins)
{
    std::vector<int> counts(bin_count);
    for (double const value : values) {
        auto const bin = bins.width > 0.0 ? static_cast<int>((value - bins.low) / bins.width) : 0;
        ++counts[static_cast<std::size_t>(std::clamp(bin, 0, bin_count - 1))];
    }
    return counts;
}

Json write_outcome(StudyValues const& values, ReportFacts const& facts, Shown const& shown, int outcome)
{
    Place const place{.outcome = outcome};
    std::vector<std::vector<double>> there;
    for (auto const s : shown.detailed) there.push_back(stats::without_missing(values.read(s, place)));
    auto const bins = choose_bins(there);
    auto scenarios = Json::array();
    for (std::size_t k = 0; k < shown.detailed.size(); ++k) {
        auto const s = shown.detailed[k];
        Json json{{"scenario", s}, {"counts", count(there[k], bins)}};
        auto const baseline = facts.scenarios[s].baseline;
        if (baseline != s) {
            json["changes"] = write_quantiles(
                stats::without_missing(subtract(values.read(s, place), values.read(baseline, place))));
        }
        scenarios.push_back(std::move(json));
    }
    return {{"outcome", outcome}, {"low", number(bins.low)}, {"width", number(bins.width)}, {"scenarios", scenarios}};
}
}  // namespace

Json write_spread(StudyValues const& values, ReportFacts const& facts, Shown const& shown)
{
    auto list = Json::array();
    for (int const outcome : shown.main) {
        if (values.has({.outcome = outcome})) list.push_back(write_outcome(values, facts, shown, outcome));
    }
    return list;
}
}  // namespace concordat::report
