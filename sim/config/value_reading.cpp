#include "sim/config/value_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "sim/config/number_text.hpp"

namespace concordat::config
{
namespace
{
std::string in_brackets(std::string const& text)
{
    return text.empty() ? text : fmt::format(" ({})", text);
}

std::optional<Value> refuse_type(ParameterRecord const& record, std::string const& complaint,
                                 core::Position const& where, core::Problems& problems)
{
    problems.add(
        where,
        fmt::format("{} = {}{}", record.path, complaint, in_brackets(describe_briefly(record))),
        fmt::format("allowed is {}", describe_allowed(record)));
    return std::nullopt;
}

std::optional<Value> read_unchecked(ParameterRecord const& record, std::string const& text,
                                    core::Position const& where, core::Problems& problems)
{
    switch (record.type) {
        case ParameterType::word:
            return Value{text};
        case ParameterType::flag:
            if (text == "true" || text == "false") return Value{text == "true"};
            return refuse_type(record, quote(text) + " is not true or false", where, problems);
        case ParameterType::integer: {
            auto const reading = read_integer(text);
            if (reading.value) return Value{*reading.value};
            return refuse_type(record, reading.complaint, where, problems);
        }
        case ParameterType::number: {
            auto const reading = read_number(text);
            if (reading.value) return Value{*reading.value};
            return refuse_type(record, reading.complaint, where, problems);
        }
    }
    return std::nullopt;
}

double as_number(Value const& value)
{
    auto const* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

/// Inside the range, or the value that switches the parameter off.
bool is_allowed(ParameterRecord const& record, double value)
{
    if (value >= record.range->low && value <= record.range->high) return true;
    if (record.off) return value == as_number(*record.off);
    return record.allows_infinity && std::isinf(value) && value > 0;
}

bool is_choice(ParameterRecord const& record, std::string const& word)
{
    return std::find(record.choices.begin(), record.choices.end(), word) != record.choices.end();
}
}  // namespace

std::optional<Value> read_value(ParameterRecord const& record, std::string const& text,
                                core::Position const& where, core::Problems& problems)
{
    auto value = read_unchecked(record, text, where, problems);
    if (value && !check_value(record, *value, {}, where, problems)) return std::nullopt;
    return value;
}

std::optional<Value> read_typed(ParameterRecord const& record, Node const& node,
                                core::Problems& problems)
{
    if (node.kind != NodeKind::scalar) {
        return refuse_type(record, fmt::format("{} is not a value", describe(node.kind)),
                           node.where, problems);
    }
    if (node.style == ScalarStyle::quoted && record.type != ParameterType::word) {
        return refuse_type(record, quote(node.text) + " in quotes is text", node.where, problems);
    }
    return read_unchecked(record, node.text, node.where, problems);
}

std::optional<Value> read_value(ParameterRecord const& record, Node const& node,
                                core::Problems& problems)
{
    auto value = read_typed(record, node, problems);
    if (value && !check_value(record, *value, {}, node.where, problems)) return std::nullopt;
    return value;
}

bool check_value(ParameterRecord const& record, Value const& value, std::string const& how,
                 core::Position const& where, core::Problems& problems)
{
    if (auto const* word = std::get_if<std::string>(&value)) {
        if (is_choice(record, *word)) return true;
        auto const nearest = core::nearest_name(*word, record.choices);
        problems.add(where,
                     fmt::format("{} = {} is not {}{}", record.path, quote(*word),
                                 describe_allowed(record), in_brackets(describe_briefly(record))),
                     nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest));
        return false;
    }
    if (!record.range || std::holds_alternative<bool>(value)) return true;
    if (is_allowed(record, as_number(value))) return true;
    problems.add(where, fmt::format("{} = {}{} is outside {}{}", record.path, show(value), how,
                                    describe_range(record), in_brackets(describe_briefly(record))));
    return false;
}
}  // namespace concordat::config
