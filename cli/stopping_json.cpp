#include "cli/stopping_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/json_number.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;

Json write_term(StudyRequest const& request, compare::TermState const& state)
{
    auto const& scenario = request.scenarios[state.scenario];
    Json json{{"outcome", state.term.outcome},
              {"limit", state.term.limit},
              {"relative", state.term.relative},
              {"worst_scenario", scenario.name}};
    if (!scenario.design_point.empty()) json["design_point"] = std::stoi(scenario.design_point);
    json["standard_error"] = write_json_number(state.standard_error);
    json["met"] = state.met;
    json["estimated_need"] = state.needed > 0 ? Json(state.needed) : Json(nullptr);
    return json;
}
}  // namespace

Json write_precision(StudyRequest const& request, compare::StoppingRule const& rule)
{
    Json json{{"rule", rule.rule().text()},
              {"at_least", request.until.at_least},
              {"met", rule.met()},
              {"replicates", rule.replicates()}};
    for (auto const& state : rule.states()) json["terms"].push_back(write_term(request, state));
    return json;
}

Json write_null_reform(compare::NullReform const& result)
{
    Json json{{"baseline", result.baseline},
              {"replicate", result.replicate},
              {"columns", result.columns},
              {"different", result.different},
              {"passed", result.passed()}};
    if (!result.passed()) json["first_difference"] = result.first_difference;
    return json;
}
}  // namespace concordat::cli
