#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <vector>

#include "analysis/report/report_facts.hpp"
#include "analysis/report/study_values.hpp"

namespace concordat::report
{
/// The parts of a report's data, as docs/methods/report.md lists their members. Tables are an array
/// of column names and an array of rows, so that a name is not repeated in every row. A number that
/// does not exist is null.

/// What a report shows of a study.
struct Shown
{
    std::vector<int> main{};  ///< [index] outcomes of the first screen, in order
    std::vector<int> all{};   ///< [index] these and those of themes, and those recorded by year
    std::vector<std::size_t> detailed{};  ///< [index] baseline and reforms of the first design point
};
[[nodiscard]] Shown choose_shown(StudyValues const& values, ReportFacts const& facts);

[[nodiscard]] nlohmann::ordered_json write_outcomes(StudyValues const& values, Shown const& shown);
[[nodiscard]] nlohmann::ordered_json write_scenarios(ReportFacts const& facts, Shown const& shown);

/// Every scenario by itself and against its baseline: the nation, by round and by year.
[[nodiscard]] nlohmann::ordered_json write_nation(StudyValues const& values, ReportFacts const& facts,
                                                  Shown const& shown);
/// The same over all rounds for regions, types of area, ...; the groupings that were recorded.
[[nodiscard]] nlohmann::ordered_json write_groups(StudyValues const& values, ReportFacts const& facts,
                                                  Shown const& shown);
/// Histograms and quantiles of the main outcomes.
[[nodiscard]] nlohmann::ordered_json write_spread(StudyValues const& values, ReportFacts const& facts,
                                                  Shown const& shown);
/// Winners and losers by area; null unless an outcome was recorded by area.
[[nodiscard]] nlohmann::ordered_json write_areas(StudyValues const& values, ReportFacts const& facts,
                                                 Shown const& shown);
/// How many areas chose each indicator; null unless that was recorded.
[[nodiscard]] nlohmann::ordered_json write_picks(StudyValues const& values, ReportFacts const& facts,
                                                 Shown const& shown);
/// Ranks and regret by main outcome; null with fewer than two scenarios.
[[nodiscard]] nlohmann::ordered_json write_ranks(StudyValues const& values, ReportFacts const& facts,
                                                 Shown const& shown);

/// JSON has no infinity and no NaN: both become null.
[[nodiscard]] nlohmann::ordered_json number(double value);
/// So many significant digits, where a table would be long.
[[nodiscard]] nlohmann::ordered_json short_number(double value, int digits = 7);
}  // namespace concordat::report
