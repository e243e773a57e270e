#include "models/scenario/override.hpp"

#include <fmt/format.h>

#include <map>

#include "models/scenario/change.hpp"
#include "sim/config/value_reading.hpp"

namespace concordat::scenario
{
std::optional<Override> parse_override(std::string const& text, core::Problems& problems)
{
    auto const equals = text.find('=');
    auto const whole = text.substr(0, equals);
    auto const colon = whole.find(':');
    auto const path = colon == std::string::npos ? whole : whole.substr(colon + 1);
    if (equals != std::string::npos && !path.empty() && colon != 0 && equals + 1 < text.size()) {
        return Override{.round = colon == std::string::npos ? std::string{} : whole.substr(0, colon),
                        .path = path,
                        .text = text.substr(equals + 1),
                        .who = "command line",
                        .where = {.file = "--set"}};
    }
    problems.add({.file = "--set"}, fmt::format("{} is not path=value", config::quote(text)),
                 "or round:path=value, for one round of a history");
    return std::nullopt;
}

void apply_overrides(config::ParameterTable& table, std::vector<Override> const& overrides,
                     core::Problems& problems)
{
    std::map<std::string, Override const*> first_use;
    for (auto const& one : overrides) {
        auto const [first, is_new] = first_use.emplace(one.path, &one);
        if (!is_new) {
            problems.add(one.where,
                         fmt::format("{} is set twice: to {} ({}) and to {} ({})", one.path,
                                     config::quote(first->second->text), first->second->who,
                                     config::quote(one.text), one.who));
            continue;
        }
        if (find_record(table, one.path, one.where, problems) == nullptr) continue;
        auto& record = table.find(one.path)->second;
        auto value = config::read_value(record, one.text, one.where, problems);
        if (!value) continue;
        record.value = *value;
        record.history.push_back({one.who, one.where, config::Operation::set, *value, {}});
    }
}
}  // namespace concordat::scenario
