#include "models/scenario/validation.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "models/scenario/design_table.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/document.hpp"
#include "sim/config/parameter_file.hpp"

namespace concordat::scenario
{
namespace
{
namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> scenario_keys{"title", "changes", "pack", "extends",
                                                        "implements", "rounds"};

/// Reads the file once to see its keys. Its problems are left to the reader of its kind, unless
/// it has no keys at all.
std::optional<bool> is_scenario(fs::path const& file, core::Problems& problems)
{
    core::Problems unreadable;
    auto const document = config::read_document(file, unreadable);
    if (!document) {
        problems.append(unreadable);
        return std::nullopt;
    }
    return std::any_of(scenario_keys.begin(), scenario_keys.end(),
                       [&](std::string_view key) { return document->root.find(key) != nullptr; });
}

/// The file as the catalogue would read it if it stands in its folders, else as a user's own.
std::optional<ScenarioFile> read_scenario_file(fs::path const& file, Catalogue const& catalogue,
                                               core::Problems& problems)
{
    for (auto const& entry : catalogue.entries()) {
        std::error_code ignored;
        if (fs::equivalent(entry.path, file, ignored)) return read_entry(entry, problems);
    }
    return read_own_file(file, problems);
}

/// A reform alone acts on the parameters' own values.
void check_reform(ScenarioFile const& reform, config::ParameterTable const& parameters,
                  core::Problems& problems)
{
    for (auto const& change : reform.changes) {
        auto const* record = find_record(parameters, change.path, change.path_where, problems);
        if (record == nullptr) continue;
        auto changed = *record;
        auto const applied = check_change(change, reform.path.generic_string(), changed, problems);
        if (applied) (void)apply_changes(changed, {*applied}, problems);
    }
}
}  // namespace

std::optional<InputKind> validate_file(fs::path const& file, Catalogue const& catalogue,
                                       config::ParameterTable const& parameters,
                                       core::Problems& problems)
{
    if (file.extension() == ".csv") {
        (void)read_design_table(file, parameters, problems);
        return InputKind::design_table;
    }
    auto const scenario = is_scenario(file, problems);
    if (!scenario) return std::nullopt;
    if (!*scenario) {
        (void)config::load_parameter_file(file, problems);
        return InputKind::parameter_file;
    }
    auto read = read_scenario_file(file, catalogue, problems);
    if (!read) return std::nullopt;
    auto const kind = read->kind;
    if (kind == FileKind::reform) {
        check_reform(*read, parameters, problems);
        return InputKind::reform;
    }
    auto const problems_before = problems.size();
    Expression expression{.regimes = catalogue.find_ancestry(std::move(*read), problems)};
    if (problems.size() == problems_before) {
        expression.rounds = find_rounds(expression.regimes, catalogue, problems);
    }
    if (problems.size() == problems_before)
        (void)resolve_scenario(expression, catalogue, parameters, {}, problems);
    return InputKind::regime;
}
}  // namespace concordat::scenario
