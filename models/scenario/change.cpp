#include "models/scenario/change.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/value_reading.hpp"
#include "sim/core/check.hpp"

namespace concordat::scenario
{
namespace
{
using config::AppliedChange;
using config::Need;
using config::Node;
using config::Operation;
using config::ParameterRecord;
using config::ParameterTable;
using config::ParameterType;
using config::quote;
using config::show;

struct NamedOperation
{
    std::string_view key;
    Operation operation;
};
constexpr NamedOperation operations[] = {
    {"set", Operation::set}, {"multiply", Operation::multiply}, {"add", Operation::add}};

/// A finite number without quotes, or a problem.
std::optional<double> read_finite(Node const& node, std::string const& what,
                                  core::Problems& problems)
{
    std::string complaint = fmt::format("{} is not a number", config::describe(node.kind));
    if (node.kind == config::NodeKind::scalar) {
        auto const reading = config::read_number(node.text);
        bool const plain = node.style == config::ScalarStyle::plain;
        if (plain && reading.value && std::isfinite(*reading.value)) return reading.value;
        complaint = reading.complaint;
        if (reading.value)
            complaint = quote(node.text) + (plain ? " is not finite" : " in quotes is text");
    }
    problems.add(node.where, fmt::format("{} = {}", what, complaint));
    return std::nullopt;
}

std::optional<config::Range> read_range(Node const& node, core::Problems& problems)
{
    if (node.items.size() != 2) {
        problems.add(node.where, "range of a change must be [lowest, highest]");
        return std::nullopt;
    }
    auto const low = read_finite(node.items[0], "range of a change", problems);
    auto const high = read_finite(node.items[1], "range of a change", problems);
    if (!low || !high) return std::nullopt;
    if (*low <= *high) return config::Range{*low, *high};
    problems.add(node.where,
                 fmt::format("range [{}, {}] of a change is reversed", show(*low), show(*high)));
    return std::nullopt;
}

/// Fills in the operation; exactly one must stand there.
bool read_operation(config::MappingReader& in, Node const& node, Change& change,
                    core::Problems& problems)
{
    int count = 0;
    for (auto const& [key, operation] : operations) {
        if (node.find(key) == nullptr && in.was_meant(key)) return false;
        if (node.find(key) == nullptr) continue;
        ++count;
        auto const* operand = in.node(key, Need::required);
        if (operand == nullptr) return false;
        change.operation = operation;
        change.operand = *operand;
    }
    if (count == 1) return true;
    problems.add(node.where,
                 fmt::format("a change needs exactly one of 'set', 'multiply' and 'add', not {}",
                             count == 0 ? "none" : "several"));
    return false;
}

bool is_numeric(ParameterRecord const& record)
{
    return record.type == ParameterType::number || record.type == ParameterType::integer;
}

double as_number(config::Value const& value)
{
    auto const* whole = std::get_if<std::int64_t>(&value);
    return whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
}

std::optional<config::Value> read_operand(Change const& change, ParameterRecord const& record,
                                          core::Problems& problems)
{
    if (change.operation == Operation::set)
        return config::read_value(record, change.operand, problems);
    if (!is_numeric(record)) {
        problems.add(change.operand.where,
                     fmt::format("{} cannot be multiplied or added to; it is {}", record.path,
                                 describe_allowed(record)),
                     "use 'set'");
        return std::nullopt;
    }
    auto const what =
        fmt::format("{} {}", change.operation == Operation::multiply ? "factor of" : "addition to",
                    record.path);
    auto const number = read_finite(change.operand, what, problems);
    return number ? std::optional{config::Value{*number}} : std::nullopt;
}

/// A path's last parts are enough to guess it: "per_target", "reward_grant.per_target".
std::vector<std::string> find_by_ending(ParameterTable const& table, std::string_view ending)
{
    std::vector<std::string> found;
    for (auto const& [path, record] : table) {
        if (path.size() <= ending.size()) continue;
        auto const start = path.size() - ending.size();
        if (path[start - 1] == '.' && std::string_view{path}.substr(start) == ending)
            found.push_back(path);
    }
    return found;
}

std::string suggest_path(ParameterTable const& table, std::string_view path)
{
    auto const by_ending = find_by_ending(table, path);
    if (by_ending.size() == 1) return fmt::format("did you mean '{}'?", by_ending[0]);
    if (!by_ending.empty()) return fmt::format("there are {}", fmt::join(by_ending, ", "));
    std::vector<std::string> below;
    for (auto const& [known, record] : table) {
        if (known.size() > path.size() && known[path.size()] == '.' &&
            known.compare(0, path.size(), path) == 0) {
            below.push_back(known);
        }
    }
    constexpr std::size_t most_shown = 12;
    if (!below.empty() && below.size() <= most_shown)
        return fmt::format("it holds {}", fmt::join(below, ", "));
    auto const nearest = core::nearest_name(path, list_paths(table));
    return nearest.empty() ? std::string{} : fmt::format("did you mean '{}'?", nearest);
}
}  // namespace

std::optional<Change> read_change(Node const& node, core::Problems& problems)
{
    auto const problems_before = problems.size();
    config::MappingReader in{node,
                             "change",
                             node.where,
                             {"path", "set", "multiply", "add", "range", "reason"},
                             problems};
    if (node.kind != config::NodeKind::mapping) return std::nullopt;
    Change change;
    change.path = in.text("path", Need::required).value_or("");
    if (auto const* path = node.find("path")) change.path_where = path->where;
    change.reason = in.text("reason", Need::required).value_or("");
    (void)read_operation(in, node, change, problems);
    if (auto const* range = in.sequence("range", Need::optional))
        change.range = read_range(*range, problems);
    if (problems.size() != problems_before) return std::nullopt;
    return change;
}

ParameterRecord const* find_record(ParameterTable const& table, std::string_view path,
                                   core::Position const& where, core::Problems& problems)
{
    auto const found = table.find(path);
    if (found != table.end()) return &found->second;
    problems.add(where, fmt::format("unknown path {}", quote(std::string{path})),
                 suggest_path(table, path));
    return nullptr;
}

std::optional<AppliedChange> check_change(Change const& change, std::string const& who,
                                          ParameterRecord const& record, core::Problems& problems)
{
    auto const operand = read_operand(change, record, problems);
    if (!operand) return std::nullopt;
    if (change.range && !is_numeric(record)) {
        problems.add(change.operand.where, fmt::format("a change of {} has no range; it is {}",
                                                       record.path, describe_allowed(record)));
        return std::nullopt;
    }
    if (change.range &&
        (as_number(*operand) < change.range->low || as_number(*operand) > change.range->high)) {
        problems.add(change.operand.where,
                     fmt::format("{} is outside the change's own range [{}, {}]", show(*operand),
                                 show(change.range->low), show(change.range->high)));
        return std::nullopt;
    }
    return AppliedChange{who, change.operand.where, change.operation, *operand, change.reason};
}

bool apply_changes(ParameterRecord& record, std::vector<AppliedChange> const& changes,
                   core::Problems& problems)
{
    core::require(!changes.empty(), "there is a change to apply");
    auto const operation = changes.front().operation;
    if (operation == Operation::set) {
        record.value = changes.front().operand;
        record.history.insert(record.history.end(), changes.begin(), changes.end());
        return true;
    }
    std::vector<double> operands;
    for (auto const& change : changes) operands.push_back(as_number(change.operand));
    std::sort(operands.begin(),
              operands.end());  // the same bits in whatever order reforms are named
    double result = as_number(record.value);
    std::string how = show(result);
    for (double const operand : operands) {
        result = operation == Operation::multiply ? result * operand : result + operand;
        how += fmt::format(" {} {}", operation == Operation::multiply ? "x" : "+", show(operand));
    }
    how = fmt::format(" ({})", how);
    auto const& where = changes.back().where;
    if (!config::check_value(record, config::Value{result}, how, where, problems)) return false;
    bool const integer = record.type == ParameterType::integer;
    if (integer && result != std::floor(result)) {
        problems.add(
            where, fmt::format("{} = {}{} is not a whole number", record.path, show(result), how));
        return false;
    }
    record.value =
        integer ? config::Value{static_cast<std::int64_t>(result)} : config::Value{result};
    record.history.insert(record.history.end(), changes.begin(), changes.end());
    return true;
}

std::string describe(AppliedChange const& change)
{
    auto const operand = show(change.operand);
    if (change.operation == Operation::set) return fmt::format("sets it to {}", operand);
    if (change.operation == Operation::multiply) return fmt::format("multiplies it by {}", operand);
    return fmt::format("adds {} to it", operand);
}
}  // namespace concordat::scenario
