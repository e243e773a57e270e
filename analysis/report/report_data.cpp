#include "analysis/report/report_data.hpp"

#include <nlohmann/json.hpp>

#include "analysis/report/sections.hpp"
#include "sim/core/check.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;
constexpr int format_version = 1;

Json write_themes(ReportFacts const& facts)
{
    auto list = Json::array();
    for (auto const& theme : facts.themes) {
        list.push_back({{"id", theme.id}, {"title", theme.title}, {"text", theme.text}, {"outcomes", theme.outcomes}});
    }
    return list;
}

Json write_parameters(ReportFacts const& facts)
{
    auto rows = Json::array();
    for (auto const& one : facts.parameters) {
        rows.push_back({one.path, one.description, one.value, one.unit, one.allowed, one.source, one.assumption,
                        one.reliability});
    }
    return {{"columns",
             {"path", "description", "value", "unit", "allowed", "source", "assumption", "reliability"}},
            {"rows", std::move(rows)}};
}

Json write_run(store::StudyReader const& study, RunFact const& run)
{
    auto files = Json::array();
    for (auto const& [name, hash] : run.files) files.push_back({name, hash});
    auto failures = Json::array();
    for (auto const& failure : study.failures()) {
        failures.push_back({{"replicate", failure.replicate},
                            {"scenario", failure.scenario},
                            {"message", failure.message}});
    }
    return {{"version", run.version},
            {"command", run.command},
            {"folder", run.folder},
            {"seed", std::to_string(study.plan().seed)},
            {"replicates", study.replicates().size()},
            {"stored", study.stored_replicates()},
            {"wanted", study.plan().replicates},
            {"results_hash", run.results_hash},
            {"pack", run.pack},
            {"files", std::move(files)},
            {"failures", std::move(failures)}};
}
}  // namespace

std::string write_report_data(store::StudyReader const& study, ReportFacts const& facts)
{
    core::require(facts.scenarios.size() == study.plan().scenarios.size(), "every scenario is told of");
    core::require(!study.replicates().empty(), "there is a result to report");
    StudyValues const values{study};
    auto const shown = choose_shown(values, facts);
    Json json{{"format", "concordat-report"}, {"format_version", format_version}};
    json["title"] = facts.title;
    json["question"] = facts.question;
    json["answer"] = facts.answer;
    json["uncertainty"] = facts.uncertainty;
    json["cautions"] = facts.cautions;
    json["scenarios"] = write_scenarios(facts, shown);
    json["outcomes"] = write_outcomes(values, shown);
    json["outcome_ids"] = shown.all;
    json["nation"] = write_nation(values, facts, shown);
    json["spread"] = write_spread(values, facts, shown);
    json["ranks"] = write_ranks(values, facts, shown);
    json["groups"] = write_groups(values, facts, shown);
    json["areas"] = write_areas(values, facts, shown);
    json["picks"] = write_picks(values, facts, shown);
    json["themes"] = write_themes(facts);
    json["parameters"] = write_parameters(facts);
    json["limits"] = facts.limits;
    json["attributions"] = facts.attributions;
    json["citation"] = facts.citation;
    json["run"] = write_run(study, facts.run);
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}
}  // namespace concordat::report
