#include "cli/manifest.hpp"

#include <nlohmann/json.hpp>

#include "cli/machine.hpp"
#include "cli/stopping_json.hpp"

namespace concordat::cli
{
std::string write_manifest(ManifestFacts const& facts)
{
    using Json = nlohmann::ordered_json;
    auto const machine = describe_machine();
    Json json{{"program", "concordat"}};
    json.update(Json::parse(request_to_json(facts.request)));
    if (facts.rule != nullptr) json["precision"] = write_precision(facts.request, *facts.rule);
    if (facts.null_reform) json["null_reform"] = write_null_reform(*facts.null_reform);
    json["session"] = {{"command_line", facts.settings.command_line},
                       {"version", CONCORDAT_VERSION},
                       {"started", facts.started},
                       {"seconds", facts.seconds},
                       {"threads", facts.settings.threads},
                       {"out_of_time", facts.out_of_time},
                       {"processor", machine.processor},
                       {"cores", machine.cores}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}
}  // namespace concordat::cli
