#include "models/scenario/resolved_scenario.hpp"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <utility>

#include "models/scenario/change.hpp"

namespace concordat::scenario
{
namespace
{
using config::AppliedChange;
using config::Operation;
using config::ParameterRecord;
using config::ParameterTable;

std::string place(core::Position const& where)
{
    return fmt::format("{}:{}:{}", where.file, where.line, where.column);
}

void apply_regime(ScenarioFile const& regime, ParameterTable& table, core::Problems& problems)
{
    for (auto const& change : regime.changes) {
        if (find_record(table, change.path, change.path_where, problems) == nullptr) continue;
        auto& record = table.find(change.path)->second;
        auto const applied = check_change(change, regime.path.generic_string(), record, problems);
        if (applied) (void)apply_changes(record, {*applied}, problems);
    }
}

/// Whether two reforms may change one parameter together.
bool agree(AppliedChange const& a, AppliedChange const& b)
{
    if (a.operation != b.operation) return false;
    return a.operation != Operation::set || a.operand == b.operand;
}

/// Reports the first change that does not agree with an earlier one.
bool check_agreement(ParameterRecord const& record, std::vector<AppliedChange> const& changes,
                     core::Problems& problems)
{
    auto const& first = changes.front();
    for (auto const& change : changes) {
        if (agree(first, change)) continue;
        problems.add(change.where,
                     fmt::format("conflict over {}: {} {}, but {} {} ({})", record.path, change.who,
                                 describe(change), first.who, describe(first), place(first.where)),
                     "leave one reform out, or write one that says what both mean together");
        return false;
    }
    return true;
}

using ChangesByPath = std::map<std::string, std::vector<AppliedChange>>;

ChangesByPath collect_reforms(std::vector<ScenarioFile> const& reforms, ParameterTable const& table,
                              core::Problems& problems)
{
    ChangesByPath by_path;
    for (auto const& reform : reforms) {
        for (auto const& change : reform.changes) {
            auto const* record = find_record(table, change.path, change.path_where, problems);
            if (record == nullptr) continue;
            auto applied = check_change(change, reform.path.generic_string(), *record, problems);
            if (applied) by_path[change.path].push_back(std::move(*applied));
        }
    }
    for (auto entry = by_path.begin(); entry != by_path.end();) {
        bool const sound = check_agreement(table.find(entry->first)->second, entry->second, problems);
        entry = sound ? std::next(entry) : by_path.erase(entry);
    }
    return by_path;
}

enum class Kind
{
    settings,
    factors_and_additions
};

void apply_reforms(ChangesByPath const& by_path, Kind kind, ParameterTable& table,
                   core::Problems& problems)
{
    for (auto const& [path, changes] : by_path) {
        bool const sets = changes.front().operation == Operation::set;
        if (sets != (kind == Kind::settings)) continue;
        (void)apply_changes(table.find(path)->second, changes, problems);
    }
}

void add_file(ResolvedScenario& scenario, ScenarioFile const& file)
{
    scenario.files.push_back({file.path.generic_string(), file.text});
    if (file.description.empty()) return;
    if (!scenario.description.empty()) scenario.description += '\n';
    scenario.description += file.description;
}

/// The pack that the youngest regime of the ancestry names.
void settle_pack(ResolvedScenario& scenario, std::vector<ScenarioFile> const& regimes,
                 Catalogue const& catalogue, core::Problems& problems)
{
    for (auto regime = regimes.rbegin(); regime != regimes.rend(); ++regime) {
        if (!regime->pack) continue;
        if (auto folder = catalogue.find_pack(*regime->pack, regime->path, problems)) {
            scenario.pack = folder->filename().string();
            scenario.pack_folder = std::move(*folder);
        }
        return;
    }
}
}  // namespace

std::optional<ResolvedScenario> resolve_scenario(Expression const& expression,
                                                 Catalogue const& catalogue,
                                                 ParameterTable const& parameters,
                                                 std::vector<Override> const& overrides,
                                                 core::Problems& problems)
{
    auto const problems_before = problems.size();
    ResolvedScenario scenario;
    scenario.name = expression.name();
    scenario.title = expression.title();
    scenario.parameters = parameters;
    scenario.overrides = overrides;
    settle_pack(scenario, expression.regimes, catalogue, problems);
    for (auto const& regime : expression.regimes) {
        add_file(scenario, regime);
        apply_regime(regime, scenario.parameters, problems);
    }
    for (auto const& reform : expression.reforms) add_file(scenario, reform);
    auto const reforms = collect_reforms(expression.reforms, scenario.parameters, problems);
    apply_reforms(reforms, Kind::settings, scenario.parameters, problems);
    apply_overrides(scenario.parameters, overrides, problems);
    apply_reforms(reforms, Kind::factors_and_additions, scenario.parameters, problems);
    if (problems.size() != problems_before) return std::nullopt;
    return scenario;
}

std::vector<Difference> list_differences(ResolvedScenario const& before,
                                         ResolvedScenario const& after)
{
    std::vector<Difference> differences;
    if (before.pack != after.pack) {
        differences.push_back({"pack", "Data pack", {}, before.pack, after.pack, {}});
    }
    for (auto const& [path, record] : after.parameters) {
        auto const other = before.parameters.find(path);
        if (other == before.parameters.end() || other->second.value == record.value) continue;
        differences.push_back({path, record.description, record.unit, other->second.value,
                               record.value, record.history});
    }
    return differences;
}
}  // namespace concordat::scenario
