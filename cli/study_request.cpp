#include "cli/study_request.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/record_json.hpp"
#include "sim/store/file.hpp"
#include "sim/store/hash.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;

Json pack_to_json(PackIdentity const& pack)
{
    Json files = Json::array();
    for (auto const& [name, hash] : pack.files) files.push_back({{"name", name}, {"xxh3", hash}});
    return {{"name", pack.name}, {"folder", pack.folder.generic_string()}, {"files", files}};
}

PackIdentity pack_from_json(Json const& json)
{
    PackIdentity pack{json.at("name").get<std::string>(), json.at("folder").get<std::string>(), {}};
    for (auto const& file : json.at("files")) {
        pack.files.emplace_back(file.at("name").get<std::string>(),
                                file.at("xxh3").get<std::string>());
    }
    return pack;
}

Json changes_to_json(config::ParameterTable const& parameters, config::ParameterTable const& base)
{
    Json changes = Json::array();
    for (auto const& [path, record] : parameters) {
        if (!record.history.empty() || record.value != base.at(path).value) {
            changes.push_back(change_to_json(record));
        }
    }
    return changes;
}

config::ParameterTable changes_from_json(Json const& json, config::ParameterTable const& base)
{
    auto parameters = base;
    for (auto const& change : json) apply_change_from_json(change, parameters);
    return parameters;
}

Json round_to_json(StudyRound const& round, config::ParameterTable const& base)
{
    return {{"name", round.name},
            {"title", round.title},
            {"from", round.from},
            {"note", round.note},
            {"changes", changes_to_json(round.parameters, base)}};
}

StudyRound round_from_json(Json const& json, config::ParameterTable const& base)
{
    return {.name = json.at("name").get<std::string>(),
            .title = json.at("title").get<std::string>(),
            .from = json.at("from").get<int>(),
            .note = json.at("note").get<std::string>(),
            .parameters = changes_from_json(json.at("changes"), base)};
}

/// A single regime's changes stand in the scenario itself, those of a history in its rounds.
Json scenario_to_json(StudyScenario const& scenario, config::ParameterTable const& base)
{
    Json json{{"name", scenario.name},
              {"title", scenario.title},
              {"design_point", scenario.design_point},
              {"baseline", scenario.baseline}};
    if (!scenario.is_history()) {
        json["changes"] = changes_to_json(scenario.rounds.front().parameters, base);
        return json;
    }
    for (auto const& round : scenario.rounds) json["rounds"].push_back(round_to_json(round, base));
    return json;
}

StudyScenario scenario_from_json(Json const& json, config::ParameterTable const& base)
{
    StudyScenario scenario{.name = json.at("name").get<std::string>(),
                           .title = json.at("title").get<std::string>(),
                           .design_point = json.at("design_point").get<std::string>(),
                           .baseline = json.at("baseline").get<std::size_t>()};
    if (json.contains("changes")) {
        scenario.rounds.push_back({.name = scenario.name.substr(0, scenario.name.find('+')),
                                   .title = scenario.title,
                                   .parameters = changes_from_json(json.at("changes"), base)});
        return scenario;
    }
    for (auto const& round : json.at("rounds")) scenario.rounds.push_back(round_from_json(round, base));
    return scenario;
}

Json ensemble_to_json(scenario::Ensemble const& ensemble)
{
    return {{"name", ensemble.name}, {"paths", ensemble.paths}, {"points", ensemble.points}};
}

scenario::Ensemble ensemble_from_json(Json const& json)
{
    scenario::Ensemble ensemble{.name = json.at("name").get<std::string>(),
                                .paths = json.at("paths").get<std::vector<std::string>>(),
                                .points = json.at("points").get<std::vector<std::vector<double>>>()};
    if (ensemble.points.empty()) throw std::runtime_error{"the ensemble has no points"};
    return ensemble;
}
}  // namespace

std::vector<std::size_t> StudyRequest::baselines() const
{
    std::vector<std::size_t> list;
    for (auto const& scenario : scenarios) list.push_back(scenario.baseline);
    return list;
}

std::string request_to_json(StudyRequest const& request)
{
    Json json{{"version", request.version},
              {"command", request.command},
              {"repeat_with", request.repeat_with},
              {"groupings", request.groupings},
              {"stop_on_failure", request.stop_on_failure},
              {"netcdf", request.netcdf},
              {"pack", pack_to_json(request.pack)}};
    if (!request.until.rule.empty()) {
        json["until"] = {{"rule", request.until.rule}, {"at_least", request.until.at_least}};
    }
    if (request.from_state) {
        json["from_state"] = {{"file", request.from_state->file.generic_string()}, {"xxh3", request.from_state->hash}};
    }
    for (auto const& file : request.files) {
        json["files"].push_back({{"path", file.path},
                                 {"xxh3", store::hash_text(file.text).hex()},
                                 {"text", file.text}});
    }
    for (auto const& one : request.overrides) {
        json["set"].push_back({{"path", one.path}, {"value", one.text}});
        if (!one.round.empty()) json["set"].back()["round"] = one.round;
    }
    if (request.study) json["study"] = description_to_json(*request.study);
    if (!request.design.points.empty()) json["design"] = design_to_json(request.design);
    if (request.decomposition) json["decomposition"] = decomposition_to_json(*request.decomposition);
    if (request.sensitivity) json["sensitivity"] = sensitivity_to_json(*request.sensitivity);
    if (request.ensemble) json["ensemble"] = ensemble_to_json(*request.ensemble);
    for (auto const& scenario : request.scenarios) {
        json["scenarios"].push_back(scenario_to_json(scenario, request.parameters));
    }
    for (auto const& [path, record] : request.parameters) {
        json["parameters"].push_back(record_to_json(record));
    }
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

StudyRequest request_from_json(std::string const& text)
{
    auto const json = Json::parse(text);
    StudyRequest request;
    request.version = json.at("version").get<std::string>();
    request.command = json.at("command").get<std::string>();
    request.repeat_with = json.at("repeat_with").get<std::vector<std::string>>();
    request.groupings = json.at("groupings").get<std::vector<std::string>>();
    request.stop_on_failure = json.at("stop_on_failure").get<bool>();
    request.netcdf = json.at("netcdf").get<bool>();
    request.pack = pack_from_json(json.at("pack"));
    if (json.contains("until")) {
        request.until = {json.at("until").at("rule").get<std::string>(),
                         json.at("until").at("at_least").get<std::uint32_t>()};
    }
    if (json.contains("from_state")) {
        auto const& state = json.at("from_state");
        request.from_state = {state.at("file").get<std::string>(), state.at("xxh3").get<std::string>()};
    }
    for (auto const& file : json.value("files", Json::array())) {
        request.files.push_back(
            {file.at("path").get<std::string>(), file.at("text").get<std::string>()});
    }
    for (auto const& one : json.value("set", Json::array())) {
        request.overrides.push_back({.round = one.value("round", ""),
                                     .path = one.at("path").get<std::string>(),
                                     .text = one.at("value").get<std::string>(),
                                     .who = "command line",
                                     .where = {.file = "--set"}});
    }
    if (json.contains("study")) request.study = description_from_json(json.at("study"));
    if (json.contains("design")) request.design = design_from_json(json.at("design"));
    if (json.contains("decomposition")) request.decomposition = decomposition_from_json(json.at("decomposition"));
    if (json.contains("sensitivity")) request.sensitivity = sensitivity_from_json(json.at("sensitivity"));
    if (json.contains("ensemble")) request.ensemble = ensemble_from_json(json.at("ensemble"));
    for (auto const& record : json.at("parameters")) {
        auto read = record_from_json(record);
        auto path = read.path;
        request.parameters.emplace(std::move(path), std::move(read));
    }
    for (auto const& scenario : json.at("scenarios")) {
        request.scenarios.push_back(scenario_from_json(scenario, request.parameters));
        if (request.scenarios.back().baseline >= json.at("scenarios").size()) {
            throw std::runtime_error{"a scenario is compared with one that does not exist"};
        }
    }
    return request;
}

std::vector<std::pair<std::string, std::string>> hash_folder(std::filesystem::path const& folder)
{
    std::vector<std::pair<std::string, std::string>> files;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        files.emplace_back(entry.path().filename().string(),
                           store::hash_text(store::read_file(entry.path())).hex());
    }
    std::sort(files.begin(), files.end());
    return files;
}
}  // namespace concordat::cli
