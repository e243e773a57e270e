#include "sim/config/parameter.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cctype>

namespace concordat::config
{
namespace
{
constexpr std::array<std::string_view, 3> reliability_words{"low", "medium", "high"};

/// Units that add nothing to a range in a message.
bool is_pure_number(std::string const& unit)
{
    return unit.empty() || unit == "1" || unit == "probability";
}
}  // namespace

std::vector<std::string> list_paths(ParameterTable const& table)
{
    std::vector<std::string> paths;
    paths.reserve(table.size());
    for (auto const& [path, record] : table) paths.push_back(path);
    return paths;
}

std::string describe_briefly(ParameterRecord const& record)
{
    auto text = record.description;
    while (!text.empty() && (text.back() == '.' || text.back() == '\n')) text.pop_back();
    auto const upper = [&](std::size_t i) {
        return i < text.size() && std::isupper(static_cast<unsigned char>(text[i])) != 0;
    };
    if (upper(0) && !upper(1))
        text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string describe_range(ParameterRecord const& record)
{
    auto text = fmt::format("[{}, {}]", show(record.range->low), show(record.range->high));
    if (!is_pure_number(record.unit)) text += " " + record.unit;
    if (record.off) {
        text += fmt::format(", or {} for off", show(*record.off));
    } else if (record.allows_infinity) {
        text += ", or .inf for off";
    }
    return text;
}

Reliability rate_by_source(Source const& source)
{
    return source.assumption.empty() ? Reliability::medium : Reliability::low;
}

std::string_view show(Reliability reliability)
{
    return reliability_words.at(static_cast<std::size_t>(reliability));
}

std::string describe_allowed(ParameterRecord const& record)
{
    if (record.type == ParameterType::flag) return "true or false";
    if (record.type == ParameterType::word)
        return fmt::format("one of {}", fmt::join(record.choices, ", "));
    auto const kind = record.type == ParameterType::integer ? "a whole number" : "a number";
    return record.range ? fmt::format("{} in {}", kind, describe_range(record)) : kind;
}
}  // namespace concordat::config
