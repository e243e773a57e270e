#include "models/scenario/ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/config/csv_table.hpp"
#include "sim/config/value.hpp"
#include "sim/config/value_reading.hpp"
#include "sim/core/check.hpp"

namespace concordat::scenario
{
namespace
{
using config::AppliedChange;
using config::Operation;
using config::ParameterRecord;
using config::ParameterTable;
using config::ParameterType;

double number_of(config::Value const& value)
{
    if (auto const* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
    return std::get<double>(value);
}

/// The end of the changes of one operation that begin at `from`.
std::size_t find_end(std::vector<AppliedChange> const& history, std::size_t from)
{
    auto const operation = history[from].operation;
    auto end = from;
    while (end < history.size() && history[end].operation == operation) ++end;
    return end;
}

/// \param operands in any order: their product or sum is formed in ascending order, the same bits in whatever
/// order reforms are named
double apply(Operation operation, std::vector<double> operands, double value)
{
    if (operation == Operation::set) return operands.back();
    std::sort(operands.begin(), operands.end());
    for (double const operand : operands) value = operation == Operation::multiply ? value * operand : value + operand;
    return value;
}

std::vector<std::string> read_paths(config::CsvTable const& table, ParameterTable const& parameters, core::Problems& problems)
{
    std::vector<std::string> paths;
    for (auto const& [path, record] : parameters) {
        if (!table.has_column(path)) continue;
        paths.push_back(path);
        if (record.type == ParameterType::number) continue;
        problems.add({.file = table.file(), .line = 1},
                     fmt::format("{} is {}; an ensemble holds numbers", path, config::describe_allowed(record)));
    }
    return paths;
}

std::vector<double> read_point(config::CsvRow row, std::vector<std::string> const& paths, ParameterTable const& parameters,
                               core::Problems& problems)
{
    std::vector<double> point;
    for (auto const& path : paths) {
        auto const text = row.text(path);
        auto const where = row.position(path);
        if (!text) {
            problems.add(where, fmt::format("{} has no value at this point", path));
            continue;
        }
        auto const value = config::read_value(parameters.find(path)->second, *text, where, problems);
        if (value) point.push_back(number_of(*value));
    }
    return point;
}

double keep_in_range(ParameterRecord const& record, double value)
{
    return record.range ? std::clamp(value, record.range->low, record.range->high) : value;
}

/// What somebody set stays, though it may be an off value outside the range.
bool is_set(ParameterRecord const& record)
{
    return !record.history.empty() && record.history.back().operation == Operation::set;
}
}  // namespace

std::optional<Ensemble> read_ensemble(std::filesystem::path const& file, ParameterTable const& parameters,
                                      core::Problems& problems)
{
    auto const problems_before = problems.size();
    std::vector<config::CsvColumn> columns;
    for (auto const& [path, record] : parameters) columns.push_back({path, config::Presence::optional});
    auto const table = config::CsvTable::read(file, columns, problems);
    if (!table) return std::nullopt;
    Ensemble ensemble{.name = file.generic_string(), .paths = read_paths(*table, parameters, problems)};
    if (problems.size() == problems_before && ensemble.paths.empty()) {
        problems.add({.file = ensemble.name}, "an ensemble has a column for each of its parameters");
    }
    if (problems.size() != problems_before) return std::nullopt;
    for (std::size_t i = 0; i < table->row_count(); ++i) {
        ensemble.points.push_back(read_point(table->row(i, problems), ensemble.paths, parameters, problems));
    }
    if (problems.size() != problems_before) return std::nullopt;
    return ensemble;
}

double rebase(ParameterRecord const& record, double base)
{
    core::require(record.type == ParameterType::number, "the parameter is a number");
    auto const& history = record.history;
    double value = base;
    for (std::size_t from = 0; from < history.size();) {
        auto const end = find_end(history, from);
        std::vector<double> operands;
        for (auto k = from; k < end; ++k) operands.push_back(number_of(history[k].operand));
        value = apply(history[from].operation, std::move(operands), value);
        from = end;
    }
    return value;
}

void apply_point(ParameterTable& table, Ensemble const& ensemble, std::vector<double> const& point)
{
    core::require(point.size() == ensemble.paths.size(), "a point has a value for every path");
    for (std::size_t k = 0; k < point.size(); ++k) {
        auto const found = table.find(ensemble.paths[k]);
        core::require(found != table.end(), "the scenario has the ensemble's parameters");
        auto& record = found->second;
        double const value = rebase(record, point[k]);
        record.value = is_set(record) ? value : keep_in_range(record, value);
    }
}

std::vector<CutParameter> list_cut_parameters(ParameterTable const& table, Ensemble const& ensemble)
{
    std::vector<CutParameter> list;
    for (std::size_t k = 0; k < ensemble.paths.size(); ++k) {
        auto const& record = table.find(ensemble.paths[k])->second;
        if (is_set(record)) continue;
        auto const cut = std::count_if(ensemble.points.begin(), ensemble.points.end(), [&](auto const& point) {
            double const value = rebase(record, point[k]);
            return keep_in_range(record, value) != value;
        });
        if (cut > 0) list.push_back({record.path, static_cast<double>(cut) / static_cast<double>(ensemble.points.size())});
    }
    return list;
}
}  // namespace concordat::scenario
