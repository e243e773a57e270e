#include "models/scenario/resolved_scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "models/scenario/change.hpp"
#include "models/scenario/dose.hpp"
#include "models/scenario/package.hpp"
#include "sim/config/value.hpp"

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
            auto const dosed = take_dose(change, reform.dose, record->value);
            auto applied = check_change(dosed, reform.path.generic_string(), *record, problems);
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

/// A regime's own changes, one after another, then the reforms that it includes, as they act on any regime.
void apply_regime(ScenarioFile const& regime, ParameterTable& table, core::Problems& problems)
{
    for (auto const& change : regime.changes) {
        if (find_record(table, change.path, change.path_where, problems) == nullptr) continue;
        auto& record = table.find(change.path)->second;
        auto const applied = check_change(change, regime.path.generic_string(), record, problems);
        if (applied) (void)apply_changes(record, {*applied}, problems);
    }
    auto const included = collect_reforms(regime.parts, table, problems);
    apply_reforms(included, Kind::settings, table, problems);
    apply_reforms(included, Kind::factors_and_additions, table, problems);
}

/// A file may take part more than once: it is kept once.
void keep_text(ResolvedScenario& scenario, ScenarioFile const& file)
{
    auto const path = file.path.generic_string();
    bool const known = std::any_of(scenario.files.begin(), scenario.files.end(),
                                   [&](FileText const& other) { return other.path == path; });
    if (!known) scenario.files.push_back({path, file.text});
}

void add_file(ResolvedScenario& scenario, ScenarioFile const& file)
{
    keep_text(scenario, file);
    for (auto const& part : file.parts) keep_text(scenario, part);
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
/// What resolving a round needs to know of its scenario.
struct Sources
{
    Expression const& expression;
    config::ParameterTable const& parameters;
    std::vector<Override> const& overrides;
};

std::vector<std::string> list_names(std::vector<ResolvedRound> const& rounds)
{
    std::vector<std::string> names;
    for (auto const& round : rounds) names.push_back(round.name);
    return names;
}

/// Reports a name that is no round of the scenario.
void check_round(std::string const& name, std::string const& scenario, std::vector<ResolvedRound> const& rounds,
                 core::Position const& where, core::Problems& problems)
{
    auto const names = list_names(rounds);
    if (std::find(names.begin(), names.end(), name) != names.end()) return;
    auto const nearest = core::nearest_name(name, names);
    problems.add(where, fmt::format("{} is no round of {}", config::quote(name), scenario),
                 nearest.empty() ? fmt::format("it has {}", fmt::join(names, ", "))
                                 : fmt::format("did you mean '{}'?", nearest));
}

void check_rounds(Sources const& from, ResolvedScenario const& scenario, core::Problems& problems)
{
    for (auto const& reform : unpack(from.expression.reforms)) {
        for (auto const& one : reform.acts_on) {
            check_round(one.text, scenario.name, scenario.rounds, one.where, problems);
        }
    }
    for (auto const& one : from.overrides) {
        if (!one.round.empty()) check_round(one.round, scenario.name, scenario.rounds, one.where, problems);
    }
}

std::vector<ScenarioFile> reforms_of(std::vector<ScenarioFile> const& reforms, std::string const& round)
{
    std::vector<ScenarioFile> acting;
    for (auto const& reform : reforms) {
        auto const& on = reform.acts_on;
        bool const acts = on.empty() || std::any_of(on.begin(), on.end(), [&](auto const& one) { return one.text == round; });
        if (acts) acting.push_back(reform);
    }
    return acting;
}

std::vector<Override> overrides_of(std::vector<Override> const& overrides, std::string const& round)
{
    std::vector<Override> acting;
    for (auto const& one : overrides) {
        if (one.round.empty() || one.round == round) acting.push_back(one);
    }
    return acting;
}

void settle_round(ResolvedRound& round, std::vector<ScenarioFile> const& own_regimes, Sources const& from,
                  core::Problems& problems)
{
    auto& table = round.parameters;
    table = from.parameters;
    for (auto const& regime : own_regimes) apply_regime(regime, table, problems);
    for (auto const& regime : from.expression.regimes) apply_regime(regime, table, problems);
    auto const reforms = collect_reforms(reforms_of(unpack(from.expression.reforms), round.name), table, problems);
    apply_reforms(reforms, Kind::settings, table, problems);
    apply_overrides(table, overrides_of(from.overrides, round.name), problems);
    apply_reforms(reforms, Kind::factors_and_additions, table, problems);
}

/// What is wrong in every round is said once.
void append_new(core::Problems const& found, core::Problems& problems)
{
    for (auto const& one : found.list()) {
        bool const known = std::any_of(problems.list().begin(), problems.list().end(), [&](core::Problem const& other) {
            return other.message == one.message && place(other.where) == place(one.where);
        });
        if (!known) problems.add(one.where, one.message, one.hint);
    }
}

void name_rounds(Expression const& expression, ResolvedScenario& scenario)
{
    for (auto const& round : expression.rounds) {
        scenario.rounds.push_back({round.name, round.regimes.back().title, round.from, round.note, {}});
    }
    if (expression.is_history()) return;
    auto const& regime = expression.regimes.back();
    scenario.rounds.push_back({regime.name, regime.title, 0, {}, {}});
}

/// A regime may rule several rounds: its file is kept once, and its description is not the history's.
void add_round_files(ResolvedScenario& scenario, RoundChoice const& round)
{
    for (auto const& file : round.regimes) {
        keep_text(scenario, file);
        for (auto const& part : file.parts) keep_text(scenario, part);
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
    scenario.overrides = overrides;
    settle_pack(scenario, expression.regimes, catalogue, problems);
    for (auto const& regime : expression.regimes) add_file(scenario, regime);
    for (auto const& round : expression.rounds) add_round_files(scenario, round);
    for (auto const& reform : expression.reforms) add_file(scenario, reform);
    name_rounds(expression, scenario);
    Sources const from{expression, parameters, overrides};
    check_rounds(from, scenario, problems);
    for (std::size_t k = 0; k < scenario.rounds.size(); ++k) {
        auto const own = expression.is_history() ? expression.rounds[k].regimes : std::vector<ScenarioFile>{};
        core::Problems of_round;
        settle_round(scenario.rounds[k], own, from, of_round);
        append_new(of_round, problems);
    }
    if (problems.size() != problems_before) return std::nullopt;
    return scenario;
}

std::vector<Difference> list_differences(ParameterTable const& before, ParameterTable const& after)
{
    std::vector<Difference> differences;
    for (auto const& [path, record] : after) {
        auto const other = before.find(path);
        if (other == before.end() || other->second.value == record.value) continue;
        differences.push_back({path, record.description, record.unit, other->second.value,
                               record.value, record.history});
    }
    return differences;
}

std::vector<Difference> list_differences(ResolvedScenario const& before, std::size_t round_before,
                                         ResolvedScenario const& after, std::size_t round_after)
{
    auto differences = list_differences(before.rounds.at(round_before).parameters,
                                        after.rounds.at(round_after).parameters);
    if (before.pack != after.pack) {
        differences.insert(differences.begin(), {"pack", "Data pack", {}, before.pack, after.pack, {}});
    }
    return differences;
}
}  // namespace concordat::scenario
