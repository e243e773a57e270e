#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/compare/study_comparison.hpp"
#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;

bool contains(auto const& list, auto const& one) { return std::find(list.begin(), list.end(), one) != list.end(); }

Json write_row(std::size_t scenario, Place const& place, compare::PairedDifference const& paired)
{
    auto const& own = paired.reform;
    auto const& change = paired.difference;
    return {scenario,
            place.outcome,
            place.period,
            own.count,
            number(own.mean),
            number(own.standard_error),
            number(own.low),
            number(own.high),
            number(change.mean),
            number(change.standard_error),
            number(change.low),
            number(change.high),
            number(paired.relative_change),
            number(paired.probability_better),
            compare::name_of(paired.finding)};
}

/// The whole study first, then its rounds and years where an outcome has them.
std::vector<int> list_periods(StudyValues const& values, bool is_main)
{
    std::vector<int> periods{Place::all_rounds};
    if (is_main && values.rounds().size() > 1) {
        periods.insert(periods.end(), values.rounds().begin(), values.rounds().end());
    }
    periods.insert(periods.end(), values.years().begin(), values.years().end());
    return periods;
}

Json write_period_names(StudyValues const& values)
{
    auto list = Json::array();
    for (auto const& period : values.schema().periods) {
        list.push_back({{"name", period.name}, {"round", period.round}, {"year", period.year}});
    }
    return list;
}
}  // namespace

Json write_nation(StudyValues const& values, ReportFacts const& facts, Shown const& shown)
{
    auto rows = Json::array();
    for (std::size_t s = 0; s < facts.scenarios.size(); ++s) {
        bool const detailed = contains(shown.detailed, s);
        for (int const outcome : detailed ? shown.all : shown.main) {
            auto const periods = detailed ? list_periods(values, contains(shown.main, outcome))
                                          : std::vector<int>{Place::all_rounds};
            for (int const period : periods) {
                Place const place{.outcome = outcome, .period = period};
                if (!values.has(place)) continue;
                rows.push_back(write_row(s, place, values.compare(facts.scenarios[s].baseline, s, place)));
            }
        }
    }
    return {{"periods", write_period_names(values)},
            {"columns",
             {"scenario", "outcome", "period", "n", "mean", "error", "low", "high", "change", "change_error",
              "change_low", "change_high", "relative", "better", "finding"}},
            {"rows", std::move(rows)}};
}
}  // namespace concordat::report
