#include "sim/store/study_plan.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "sim/core/check.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::store
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr char const* format_name = "concordat-study";
constexpr int format_version = 1;
constexpr std::array<char const*, 3> direction_names{"higher_is_better", "lower_is_better", "neither"};

Direction read_direction(std::string const& name)
{
    auto const found = std::find(direction_names.begin(), direction_names.end(), name);
    if (found == direction_names.end()) throw std::runtime_error{"unknown direction '" + name + "'"};
    return static_cast<Direction>(found - direction_names.begin());
}

Json write_outcome(Outcome const& outcome)
{
    return {{"name", outcome.name},
            {"label", outcome.label},
            {"unit", outcome.unit},
            {"direction", direction_names.at(static_cast<std::size_t>(outcome.direction))},
            {"how", outcome.how},
            {"caution", outcome.caution},
            {"headline", outcome.headline},
            {"decimals", outcome.decimals}};
}

Outcome read_outcome(Json const& json)
{
    return {.name = json.at("name").get<std::string>(),
            .label = json.at("label").get<std::string>(),
            .unit = json.at("unit").get<std::string>(),
            .direction = read_direction(json.at("direction").get<std::string>()),
            .how = json.at("how").get<std::string>(),
            .caution = json.at("caution").get<std::string>(),
            .headline = json.at("headline").get<bool>(),
            .decimals = json.at("decimals").get<int>()};
}

Json write_schema(Schema const& schema)
{
    Json outcomes = Json::array();
    for (auto const& outcome : schema.outcomes) outcomes.push_back(write_outcome(outcome));
    Json columns = Json::array();
    for (auto const& column : schema.columns) {
        columns.push_back({{"outcome", column.outcome},
                           {"grouping", column.grouping},
                           {"group", column.group},
                           {"period", column.period}});
    }
    return {{"outcomes", outcomes}, {"columns", columns}};
}

Schema read_schema(Json const& json)
{
    Schema schema;
    for (auto const& outcome : json.at("outcomes")) schema.outcomes.push_back(read_outcome(outcome));
    auto const count = static_cast<int>(schema.outcomes.size());
    for (auto const& column : json.at("columns")) {
        auto const outcome = column.at("outcome").get<int>();
        if (outcome < 0 || outcome >= count) throw std::runtime_error{"a column names no outcome"};
        schema.columns.push_back({.outcome = outcome,
                                  .grouping = column.at("grouping").get<std::string>(),
                                  .group = column.at("group").get<std::string>(),
                                  .period = column.at("period").get<std::string>()});
    }
    return schema;
}

Json write_scenarios(std::vector<ScenarioLabel> const& scenarios)
{
    Json list = Json::array();
    for (auto const& label : scenarios) list.push_back({{"name", label.name}, {"design_point", label.design_point}});
    return list;
}

StudyPlan read_plan(Json const& json)
{
    if (json.at("format") != format_name) throw std::runtime_error{"its format is not that of a study"};
    if (json.at("version") != format_version) throw std::runtime_error{"it was written by another version"};
    StudyPlan plan;
    plan.seed = json.at("seed").get<std::uint64_t>();
    plan.first_replicate = json.at("first_replicate").get<std::uint32_t>();
    plan.replicates = json.at("replicates").get<std::uint32_t>();
    for (auto const& label : json.at("scenarios")) {
        plan.scenarios.push_back({label.at("name").get<std::string>(), label.at("design_point").get<std::string>()});
    }
    plan.schema = read_schema(json.at("schema"));
    plan.request = json.at("request").dump();
    return plan;
}
}  // namespace

bool StudyPlan::has_design_points() const
{
    return std::any_of(scenarios.begin(), scenarios.end(), [](auto const& s) { return !s.design_point.empty(); });
}

std::string plan_to_json(StudyPlan const& plan)
{
    auto const request = Json::parse(plan.request, nullptr, false);
    core::require(request.is_object(), "the request of a study is a JSON object");
    Json const json{{"format", format_name},
                    {"version", format_version},
                    {"seed", plan.seed},
                    {"first_replicate", plan.first_replicate},
                    {"replicates", plan.replicates},
                    {"scenarios", write_scenarios(plan.scenarios)},
                    {"schema", write_schema(plan.schema)},
                    {"request", request}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

StudyPlan plan_from_json(std::string_view text, std::filesystem::path const& file)
{
    try {
        return read_plan(Json::parse(text));
    } catch (std::exception const& error) {
        throw StorageError{file, std::string{"this is not the plan of a study: "} + error.what()};
    }
}

std::uint64_t fingerprint(StudyPlan const& plan)
{
    Json const identity{{"seed", plan.seed},
                        {"first_replicate", plan.first_replicate},
                        {"scenarios", write_scenarios(plan.scenarios)},
                        {"schema", write_schema(plan.schema)}};
    return hash_text(identity.dump(-1, ' ', false, Json::error_handler_t::replace)).low;
}
}  // namespace concordat::store
