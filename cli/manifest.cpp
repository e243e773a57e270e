#include "cli/manifest.hpp"

#include <nlohmann/json.hpp>

#include "cli/build_facts.hpp"
#include "cli/machine.hpp"
#include "cli/parameter_hash.hpp"
#include "cli/stopping_json.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;

Json write_parameter_hashes(StudyRequest const& request)
{
    Json scenarios = Json::array();
    for (auto const& scenario : request.scenarios) {
        Json rounds = Json::array();
        for (auto const& round : scenario.rounds) rounds.push_back(hash_parameters(round.parameters));
        scenarios.push_back({{"name", scenario.name}, {"design_point", scenario.design_point}, {"rounds", rounds}});
    }
    return {{"files", hash_parameters(request.parameters)}, {"scenarios", scenarios}};
}
}  // namespace

std::string write_manifest(ManifestFacts const& facts)
{
    auto const machine = describe_machine();
    Json json{{"program", "concordat"}};
    json.update(Json::parse(request_to_json(facts.request)));
    json["parameter_hashes"] = write_parameter_hashes(facts.request);
    if (facts.rule != nullptr) json["precision"] = write_precision(facts.request, *facts.rule);
    if (facts.null_reform) json["null_reform"] = write_null_reform(*facts.null_reform);
    json["session"] = {{"command_line", facts.settings.command_line},
                       {"version", CONCORDAT_VERSION},
                       {"program_hash", hash_program()},
                       {"started", facts.started},
                       {"seconds", facts.seconds},
                       {"threads", facts.settings.threads},
                       {"out_of_time", facts.out_of_time},
                       {"processor", machine.processor},
                       {"cores", machine.cores}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}
}  // namespace concordat::cli
