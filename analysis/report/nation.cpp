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

/// All digits for the main outcomes over the whole study, which people quote.
Json write_row(std::size_t scenario, Place const& place, compare::PairedDifference const& paired, bool all_digits)
{
    auto const write = [&](double value) { return all_digits ? number(value) : short_number(value); };
    auto const& own = paired.reform;
    auto const& change = paired.difference;
    return {scenario,
            place.outcome,
            place.period,
            own.count,
            write(own.mean),
            write(own.standard_error),
            write(own.low),
            write(own.high),
            write(change.mean),
            write(change.standard_error),
            write(change.low),
            write(change.high),
            write(paired.relative_change),
            write(paired.probability_better),
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
            bool const is_main = contains(shown.main, outcome);
            auto const periods = detailed ? list_periods(values, is_main)
                                          : std::vector<int>{Place::all_rounds};
            for (int const period : periods) {
                Place const place{.outcome = outcome, .period = period};
                if (!values.has(place)) continue;
                auto const paired = values.compare(facts.scenarios[s].baseline, s, place);
                rows.push_back(write_row(s, place, paired, is_main && period == Place::all_rounds));
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
