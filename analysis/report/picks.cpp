#include <nlohmann/json.hpp>

#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;

Json write_list(store::Grouping const& grouping, ReportFacts const& facts)
{
    auto list = Json::array();
    for (auto const& group : grouping.groups) {
        Json json{{"name", group}};
        for (auto const& one : facts.indicators) {
            if (one.name != group) continue;
            json["title"] = one.title;
            json["subject"] = one.subject;
            json["department"] = one.department;
        }
        list.push_back(std::move(json));
    }
    return list;
}
}  // namespace

Json write_picks(StudyValues const& values, ReportFacts const& facts, Shown const& shown)
{
    auto const& schema = values.schema();
    auto const grouping = schema.find_grouping("indicator");
    auto const outcome = schema.find_outcome("picks");
    if (!grouping || !outcome || !values.has({*outcome, *grouping, 0})) return nullptr;
    auto const& declared = schema.groupings[static_cast<std::size_t>(*grouping)];
    auto scenarios = Json::array();
    for (auto const s : shown.detailed) {
        Json json{{"scenario", s}, {"mean", Json::array()}, {"change", Json::array()}, {"error", Json::array()}};
        for (int group = 0; group < static_cast<int>(declared.groups.size()); ++group) {
            auto const paired = values.compare(facts.scenarios[s].baseline, s, {*outcome, *grouping, group});
            json["mean"].push_back(short_number(paired.reform.mean));
            json["change"].push_back(short_number(paired.difference.mean));
            json["error"].push_back(short_number(paired.difference.standard_error));
        }
        scenarios.push_back(std::move(json));
    }
    return {{"indicators", write_list(declared, facts)}, {"scenarios", std::move(scenarios)}};
}
}  // namespace concordat::report
