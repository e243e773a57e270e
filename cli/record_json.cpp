#include "cli/record_json.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;
using config::ParameterType;

constexpr std::array<char const*, 4> type_names{"flag", "integer", "number", "word"};
constexpr std::array<char const*, 3> operation_names{"set", "multiply", "add"};
constexpr std::array<char const*, 3> reliability_names{"low", "medium", "high"};
constexpr char const* infinite = ".inf";
constexpr char const* minus_infinite = "-.inf";

template <class Enum, std::size_t N>
Enum find_name(std::array<char const*, N> const& names, std::string const& name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == names[i]) return static_cast<Enum>(i);
    }
    throw std::runtime_error{"unknown word '" + name + "'"};
}

double number_from_json(Json const& json)
{
    if (json.is_number()) return json.get<double>();
    auto const text = json.get<std::string>();
    if (text == infinite) return std::numeric_limits<double>::infinity();
    if (text == minus_infinite) return -std::numeric_limits<double>::infinity();
    throw std::runtime_error{"'" + text + "' is no number"};
}

config::Source source_from_json(Json const& json)
{
    return {.title = json.value("title", ""),
            .seed = json.value("seed", ""),
            .line = json.value("line", 0),
            .url = json.value("url", ""),
            .assumption = json.value("assumption", "")};
}

Json position_to_json(core::Position const& where)
{
    return {{"file", where.file}, {"line", where.line}, {"column", where.column}};
}

core::Position position_from_json(Json const& json)
{
    return {json.at("file").get<std::string>(), json.at("line").get<int>(),
            json.at("column").get<int>()};
}

config::AppliedChange applied_from_json(Json const& json, ParameterType type)
{
    auto const operation =
        find_name<config::Operation>(operation_names, json.at("operation").get<std::string>());
    // A factor on a whole number need not be whole.
    bool const other_type = type == ParameterType::integer && json.at("operand").is_number_float();
    return {
        .who = json.at("who").get<std::string>(),
        .where = position_from_json(json.at("where")),
        .operation = operation,
        .operand = value_from_json(json.at("operand"), other_type ? ParameterType::number : type),
        .reason = json.at("reason").get<std::string>()};
}
}  // namespace

Json value_to_json(config::Value const& value)
{
    auto const* const number = std::get_if<double>(&value);
    if (number != nullptr && std::isinf(*number)) return *number > 0 ? infinite : minus_infinite;
    return std::visit([](auto const& held) { return Json(held); }, value);
}

config::Value value_from_json(Json const& json, ParameterType type)
{
    switch (type) {
        case ParameterType::flag:
            return json.get<bool>();
        case ParameterType::integer:
            return json.get<std::int64_t>();
        case ParameterType::number:
            return number_from_json(json);
        case ParameterType::word:
            break;
    }
    return json.get<std::string>();
}

Json source_to_json(config::Source const& source)
{
    if (!source.assumption.empty()) return {{"assumption", source.assumption}};
    Json json{{"title", source.title}};
    if (!source.seed.empty()) json["seed"] = source.seed;
    if (source.line != 0) json["line"] = source.line;
    if (!source.url.empty()) json["url"] = source.url;
    return json;
}

Json record_to_json(config::ParameterRecord const& record)
{
    Json json{{"path", record.path},
              {"description", record.description},
              {"type", type_names.at(static_cast<std::size_t>(record.type))},
              {"value", value_to_json(record.value)},
              {"unit", record.unit}};
    if (record.range) {
        json["range"] = {value_to_json(record.range->low), value_to_json(record.range->high)};
    }
    if (!record.choices.empty()) json["choices"] = record.choices;
    if (record.allows_infinity) json["allows_infinity"] = true;
    if (record.off) json["off"] = value_to_json(*record.off);
    json["source"] = source_to_json(record.source);
    json["reliability"] = config::show(record.reliability);
    json["where"] = position_to_json(record.where);
    return json;
}

config::ParameterRecord record_from_json(Json const& json)
{
    config::ParameterRecord record;
    record.path = json.at("path").get<std::string>();
    record.description = json.at("description").get<std::string>();
    record.type = find_name<ParameterType>(type_names, json.at("type").get<std::string>());
    record.value = value_from_json(json.at("value"), record.type);
    record.unit = json.at("unit").get<std::string>();
    if (json.contains("range")) {
        auto const& range = json.at("range");
        record.range = {number_from_json(range.at(0)), number_from_json(range.at(1))};
    }
    if (json.contains("choices")) {
        record.choices = json.at("choices").get<std::vector<std::string>>();
    }
    record.allows_infinity = json.value("allows_infinity", false);
    if (json.contains("off")) record.off = value_from_json(json.at("off"), record.type);
    record.source = source_from_json(json.at("source"));
    record.reliability = find_name<config::Reliability>(reliability_names, json.at("reliability").get<std::string>());
    record.where = position_from_json(json.at("where"));
    return record;
}

Json change_to_json(config::ParameterRecord const& record)
{
    Json by = Json::array();
    for (auto const& change : record.history) {
        by.push_back({{"who", change.who},
                      {"where", position_to_json(change.where)},
                      {"operation", operation_names.at(static_cast<std::size_t>(change.operation))},
                      {"operand", value_to_json(change.operand)},
                      {"reason", change.reason}});
    }
    return {{"path", record.path}, {"value", value_to_json(record.value)}, {"changed_by", by}};
}

void apply_change_from_json(Json const& json, config::ParameterTable& table)
{
    auto& record = table.at(json.at("path").get<std::string>());
    record.value = value_from_json(json.at("value"), record.type);
    for (auto const& change : json.at("changed_by")) {
        record.history.push_back(applied_from_json(change, record.type));
    }
}
}  // namespace concordat::cli
