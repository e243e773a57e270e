#include <nlohmann/json.hpp>

#include "analysis/compare/winners.hpp"
#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;

Json write_list(ReportFacts const& facts)
{
    auto list = Json::array();
    for (auto const& area : facts.areas) {
        Json json{{"name", area.name},
                  {"code", area.code},
                  {"region", area.region},
                  {"type", area.type},
                  {"deprivation", area.deprivation}};
        if (area.column >= 0) json["at"] = {area.column, area.row};
        list.push_back(std::move(json));
    }
    return list;
}

/// Groups of the grouping "area" in the order of the facts.
std::vector<int> match_areas(store::Grouping const& grouping, ReportFacts const& facts)
{
    std::vector<int> order;
    for (auto const& area : facts.areas) {
        for (std::size_t g = 0; g < grouping.groups.size(); ++g) {
            if (grouping.groups[g] == area.name) order.push_back(static_cast<int>(g));
        }
    }
    return order;
}

std::vector<std::vector<double>> read_areas(StudyValues const& values, std::size_t scenario,
                                            std::vector<int> const& areas, Place place)
{
    std::vector<std::vector<double>> all;
    for (int const area : areas) {
        place.group = area;
        all.push_back(values.read(scenario, place));
    }
    return all;
}

/// One member per quantity, shape [area].
Json write_effects(std::vector<compare::AreaEffect> const& effects)
{
    constexpr int few_digits = 4;
    Json json{{"change", Json::array()}, {"error", Json::array()}, {"better", Json::array()}, {"class", Json::array()}};
    for (auto const& effect : effects) {
        json["change"].push_back(short_number(effect.difference));
        json["error"].push_back(short_number(effect.standard_error, few_digits));
        json["better"].push_back(short_number(effect.probability_better, few_digits));
        json["class"].push_back(static_cast<int>(effect.area_class));
    }
    return json;
}

/// Means by area, once for each baseline.
Json write_levels(std::size_t scenario, int outcome, std::vector<std::vector<double>> const& values)
{
    Json json{{"scenario", scenario}, {"outcome", outcome}, {"mean", Json::array()}};
    for (auto const& area : values) json["mean"].push_back(short_number(stats::mean(stats::without_missing(area))));
    return json;
}
}  // namespace

Json write_areas(StudyValues const& values, ReportFacts const& facts, Shown const& shown)
{
    auto const& schema = values.schema();
    auto const grouping = schema.find_grouping("area");
    if (!grouping) return nullptr;
    auto const order = match_areas(schema.groupings[static_cast<std::size_t>(*grouping)], facts);
    if (order.empty() || order.size() != facts.areas.size()) return nullptr;
    auto effects = Json::array(), levels = Json::array();
    for (int const outcome : shown.main) {
        auto const direction = schema.outcomes[static_cast<std::size_t>(outcome)].direction;
        Place const place{outcome, *grouping, order.front()};
        if (!values.has(place) || direction == store::Direction::neither) continue;
        for (auto const s : shown.detailed) {
            auto const baseline = facts.scenarios[s].baseline;
            if (baseline == s) continue;
            compare::AreaValues const both{read_areas(values, baseline, order, place),
                                           read_areas(values, s, order, place)};
            auto json = write_effects(compare::find_winners(both, direction));
            json["scenario"] = s;
            json["outcome"] = outcome;
            if (levels.empty() || levels.back().at("outcome") != outcome) {
                levels.push_back(write_levels(baseline, outcome, both.baseline));
            }
            effects.push_back(std::move(json));
        }
    }
    if (effects.empty()) return nullptr;
    return {{"areas", write_list(facts)},
            {"levels", std::move(levels)},
            {"classes", {"gains", "loses", "uncertain", "unchanged"}},
            {"effects", std::move(effects)}};
}
}  // namespace concordat::report
