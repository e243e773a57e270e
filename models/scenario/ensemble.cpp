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

/// Whether a scenario may have this value; if not, a problem says how it came about.
bool check_value(ParameterRecord const& record, double base, Ensemble const& ensemble, std::string const& scenario,
                 core::Problems& problems)
{
    double const value = rebase(record, base);
    auto const& where = record.history.empty() ? core::Position{.file = ensemble.name} : record.history.back().where;
    return config::check_value(record, config::Value{value},
                               fmt::format(" (where the ensemble has {}) in {}", config::show(base), scenario), where, problems);
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
        found->second.value = rebase(found->second, point[k]);
    }
}

void check_ensemble(ParameterTable const& table, Ensemble const& ensemble, std::string const& scenario, core::Problems& problems)
{
    for (std::size_t k = 0; k < ensemble.paths.size(); ++k) {
        auto const& record = table.find(ensemble.paths[k])->second;
        auto const less = [k](auto const& a, auto const& b) { return a[k] < b[k]; };
        auto const [low, high] = std::minmax_element(ensemble.points.begin(), ensemble.points.end(), less);
        // What changes do is monotone in the base, so that its ends are the ends of what comes out.
        if (check_value(record, (*low)[k], ensemble, scenario, problems)) {
            (void)check_value(record, (*high)[k], ensemble, scenario, problems);
        }
    }
}
}  // namespace concordat::scenario
