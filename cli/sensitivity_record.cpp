#include "cli/sensitivity_record.hpp"

#include <nlohmann/json.hpp>

namespace concordat::cli
{
using Json = nlohmann::ordered_json;

char const* name_of(SensitivityMethod method) { return method == SensitivityMethod::morris ? "morris" : "sobol"; }

Json sensitivity_to_json(SensitivityRecord const& record)
{
    Json json{{"method", name_of(record.method)},
              {"base", record.base},
              {"seed", record.seed},
              {"outcomes", record.outcomes},
              {"assumptions", Json::array()}};
    for (auto const& one : record.assumptions) {
        json["assumptions"].push_back(
            {{"path", one.path}, {"label", one.label}, {"values", one.values}, {"reason", one.reason}});
    }
    return json;
}

SensitivityRecord sensitivity_from_json(Json const& json)
{
    SensitivityRecord record{.method = json.at("method").get<std::string>() == "sobol" ? SensitivityMethod::sobol
                                                                                     : SensitivityMethod::morris,
                             .base = json.at("base").get<std::size_t>(),
                             .seed = json.at("seed").get<std::uint64_t>(),
                             .assumptions = {},
                             .outcomes = json.at("outcomes").get<std::vector<std::string>>()};
    for (auto const& one : json.at("assumptions")) {
        record.assumptions.push_back({one.at("path").get<std::string>(), one.at("label").get<std::string>(),
                                      one.at("values").get<std::string>(), one.at("reason").get<std::string>()});
    }
    return record;
}
}  // namespace concordat::cli
