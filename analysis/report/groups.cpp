#include <array>
#include <nlohmann/json.hpp>

#include "analysis/compare/study_comparison.hpp"
#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;

/// Groupings of areas that a person can take in at a glance.
constexpr std::array<char const*, 4> grouping_names{"region", "area_type", "deprivation_quintile",
                                                    "inspection_class"};

Json write_row(std::size_t scenario, Place const& place, compare::PairedDifference const& paired)
{
    return {scenario,
            place.outcome,
            place.group,
            short_number(paired.reform.mean),
            short_number(paired.difference.mean),
            short_number(paired.difference.standard_error),
            short_number(paired.difference.low),
            short_number(paired.difference.high),
            short_number(paired.probability_better),
            compare::name_of(paired.finding)};
}

Json write_grouping(StudyValues const& values, ReportFacts const& facts, Shown const& shown, int grouping)
{
    auto rows = Json::array();
    auto const& groups = values.schema().groupings[static_cast<std::size_t>(grouping)].groups;
    for (auto const s : shown.detailed) {
        for (int const outcome : shown.main) {
            for (int group = 0; group < static_cast<int>(groups.size()); ++group) {
                Place const place{outcome, grouping, group};
                if (!values.has(place)) continue;
                rows.push_back(write_row(s, place, values.compare(facts.scenarios[s].baseline, s, place)));
            }
        }
    }
    return {{"groups", groups}, {"rows", std::move(rows)}};
}
}  // namespace

Json write_groups(StudyValues const& values, ReportFacts const& facts, Shown const& shown)
{
    auto groupings = Json::array();
    for (auto const* const name : grouping_names) {
        auto const grouping = values.schema().find_grouping(name);
        if (!grouping) continue;
        auto json = write_grouping(values, facts, shown, *grouping);
        if (json.at("rows").empty()) continue;
        json["name"] = name;
        groupings.push_back(std::move(json));
    }
    return {{"columns",
             {"scenario", "outcome", "group", "mean", "change", "change_error", "change_low", "change_high",
              "better", "finding"}},
            {"groupings", std::move(groupings)}};
}
}  // namespace concordat::report
