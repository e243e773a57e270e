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
constexpr int format_version = 2;
constexpr std::array<char const*, 3> direction_names{"higher_is_better", "lower_is_better", "neither"};
constexpr std::array<char const*, 3> listing_names{"replicates", "summary", "none"};

/// The plan of a study, but of another version of the program.
struct ForeignVersion
{
};

template <class Enum, std::size_t N>
Enum read_word(std::array<char const*, N> const& names, Json const& json)
{
    auto const word = json.get<std::string>();
    auto const found = std::find(names.begin(), names.end(), word);
    if (found == names.end()) throw std::runtime_error{"unknown word '" + word + "'"};
    return static_cast<Enum>(found - names.begin());
}

void check_index(int index, std::size_t count, char const* problem)
{
    if (index < 0 || static_cast<std::size_t>(index) >= count) throw std::runtime_error{problem};
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
            .direction = read_word<Direction>(direction_names, json.at("direction")),
            .how = json.at("how").get<std::string>(),
            .caution = json.at("caution").get<std::string>(),
            .headline = json.at("headline").get<bool>(),
            .decimals = json.at("decimals").get<int>()};
}

Json write_grouping(Grouping const& grouping)
{
    return {{"name", grouping.name},
            {"groups", grouping.groups},
            {"details", grouping.details},
            {"crossed", grouping.crossed},
            {"listing", listing_names.at(static_cast<std::size_t>(grouping.listing))}};
}

/// \param earlier [count] groupings that stand before it
Grouping read_grouping(Json const& json, std::size_t earlier)
{
    Grouping grouping{.name = json.at("name").get<std::string>(),
                      .groups = json.at("groups").get<std::vector<std::string>>(),
                      .details = json.at("details").get<std::vector<std::string>>(),
                      .crossed = json.at("crossed").get<std::vector<int>>(),
                      .listing = read_word<Listing>(listing_names, json.at("listing"))};
    for (int const other : grouping.crossed) check_index(other, earlier, "a grouping crosses one that is not there");
    return grouping;
}

Json write_schema(Schema const& schema)
{
    Json outcomes = Json::array(), groupings = Json::array(), periods = Json::array(), blocks = Json::array();
    for (auto const& outcome : schema.outcomes) outcomes.push_back(write_outcome(outcome));
    for (auto const& grouping : schema.groupings) groupings.push_back(write_grouping(grouping));
    for (auto const& period : schema.periods) {
        periods.push_back({{"name", period.name}, {"round", period.round}, {"year", period.year}});
    }
    for (auto const& block : schema.blocks()) {
        blocks.push_back({{"grouping", block.grouping}, {"period", block.period}, {"outcomes", block.outcomes}});
    }
    return {{"outcomes", outcomes}, {"groupings", groupings}, {"periods", periods}, {"blocks", blocks}};
}

void read_block(Json const& json, Schema& schema)
{
    auto const grouping = json.at("grouping").get<int>();
    auto const period = json.at("period").get<int>();
    auto outcomes = json.at("outcomes").get<std::vector<int>>();
    check_index(grouping, schema.groupings.size(), "a column has a grouping that is not there");
    check_index(period, schema.periods.size(), "a column has a period that is not there");
    for (int const outcome : outcomes) check_index(outcome, schema.outcomes.size(), "a column names no outcome");
    schema.add_block(grouping, period, std::move(outcomes));
}

Schema read_schema(Json const& json)
{
    Schema schema;
    for (auto const& outcome : json.at("outcomes")) schema.outcomes.push_back(read_outcome(outcome));
    for (auto const& grouping : json.at("groupings")) {
        schema.groupings.push_back(read_grouping(grouping, schema.groupings.size()));
    }
    for (auto const& period : json.at("periods")) {
        schema.periods.push_back({period.at("name").get<std::string>(), period.at("round").get<int>(), period.at("year").get<int>()});
    }
    for (auto const& block : json.at("blocks")) read_block(block, schema);
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
    if (json.at("version") != format_version) throw ForeignVersion{};
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
    } catch (ForeignVersion const&) {
        throw StorageError{file, "this is the plan of a study, but of another version of the program",
                           "results.csv and summary.csv are as good as ever; to go on with the study use the version that began it"};
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
