#include "sim/config/parameter_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "sim/core/check.hpp"

namespace concordat::config
{
namespace
{
char const* name(ParameterType type)
{
    switch (type) {
        case ParameterType::flag:
            return "a flag";
        case ParameterType::integer:
            return "an integer";
        case ParameterType::number:
            return "a number";
        case ParameterType::word:
            return "a word";
    }
    return "";
}

bool is_unit(std::string_view unit, std::string_view wanted)
{
    if (unit.substr(0, wanted.size()) != wanted) return false;
    auto const rest = unit.substr(wanted.size());
    return rest.empty() || rest[0] == '/' || rest.substr(0, 5) == " per ";
}
}  // namespace

ParameterRecord const& ParameterReader::find(std::string_view path, ParameterType type)
{
    auto const found = table_->find(path);
    core::require(found != table_->end(), fmt::format("no parameter '{}'", path).c_str());
    auto const& record = found->second;
    core::require(
        record.type == type,
        fmt::format("parameter '{}' is {}, not {}", path, name(record.type), name(type)).c_str());
    used_.emplace(path);
    return record;
}

double ParameterReader::number(std::string_view path)
{
    return std::get<double>(find(path, ParameterType::number).value);
}

int ParameterReader::integer(std::string_view path)
{
    auto const value = std::get<std::int64_t>(find(path, ParameterType::integer).value);
    core::require(
        value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max(),
        fmt::format("parameter '{}' has a range wider than int", path).c_str());
    return static_cast<int>(value);
}

bool ParameterReader::flag(std::string_view path)
{
    return std::get<bool>(find(path, ParameterType::flag).value);
}

std::string const& ParameterReader::word(std::string_view path)
{
    return std::get<std::string>(find(path, ParameterType::word).value);
}

std::size_t ParameterReader::find_choice(std::string_view path, std::string_view const* words,
                                         std::size_t count)
{
    auto const& record = find(path, ParameterType::word);
    auto const position = [&](std::string_view word) {
        return static_cast<std::size_t>(std::find(words, words + count, word) - words);
    };
    for (auto const& choice : record.choices) {
        core::require(
            position(choice) < count,
            fmt::format("choice '{}' of parameter '{}' has no enumerator", choice, path).c_str());
    }
    core::require(
        record.choices.size() == count,
        fmt::format("an enumerator is missing in the choices of parameter '{}'", path).c_str());
    return position(std::get<std::string>(record.value));
}

double ParameterReader::number_in(std::string_view path, std::string_view unit,
                                  std::string_view other_unit)
{
    auto const& record = find(path, ParameterType::number);
    core::require(
        is_unit(record.unit, unit) || is_unit(record.unit, other_unit),
        fmt::format("parameter '{}' is in '{}', not in '{}'", path, record.unit, unit).c_str());
    return std::get<double>(record.value);
}

core::Pounds ParameterReader::pounds(std::string_view path)
{
    return core::Pounds{number_in(path, "GBP", "GBP")};
}

core::Share ParameterReader::share(std::string_view path)
{
    return core::Share{number_in(path, "share", "probability")};
}

core::Sigma ParameterReader::sigma(std::string_view path)
{
    return core::Sigma{number_in(path, "sigma", "sigma")};
}

std::vector<std::string> ParameterReader::unused() const
{
    std::vector<std::string> paths;
    for (auto const& [path, record] : *table_) {
        if (used_.find(path) == used_.end()) paths.push_back(path);
    }
    return paths;
}
}  // namespace concordat::config
