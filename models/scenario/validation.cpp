#include "models/scenario/validation.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "models/scenario/calibration_file.hpp"
#include "models/scenario/channel.hpp"
#include "models/scenario/design_table.hpp"
#include "models/scenario/package.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "models/scenario/study_file.hpp"
#include "models/scenario/study_scenarios.hpp"
#include "models/scenario/uncertainty.hpp"
#include "models/scenario/validation_file.hpp"
#include "sim/config/document.hpp"
#include "sim/config/parameter_file.hpp"

namespace concordat::scenario
{
namespace
{
namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> scenario_keys{"title", "changes", "pack", "extends",
                                                        "implements", "rounds"};

constexpr std::array<std::string_view, 4> study_keys{"question", "baseline", "scenarios", "design"};

/// What the keys of a YAML file tell about it.
enum class Look
{
    study,
    scenario,
    parameters,
    channels,
    assumptions,
    calibration,
    facts
};

/// Reads the file once to see its keys. Its problems are left to the reader of its kind, unless
/// it has no keys at all.
std::optional<Look> look_at(fs::path const& file, core::Problems& problems)
{
    core::Problems unreadable;
    auto const document = config::read_document(file, unreadable);
    if (!document) {
        problems.append(unreadable);
        return std::nullopt;
    }
    auto const has_any = [&](auto const& keys) {
        return std::any_of(keys.begin(), keys.end(),
                           [&](std::string_view key) { return document->root.find(key) != nullptr; });
    };
    if (document->root.kind == config::NodeKind::sequence && !document->root.items.empty()) {
        auto const& first = document->root.items.front();
        if (first.find("channel") != nullptr) return Look::channels;
        if (first.find("over") != nullptr) return Look::assumptions;
    }
    if (document->root.find("facts") != nullptr && document->root.find("assumptions") != nullptr) return Look::calibration;
    if (document->root.find("facts") != nullptr) return Look::facts;
    if (has_any(study_keys)) return Look::study;
    return has_any(scenario_keys) ? Look::scenario : Look::parameters;
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
    auto const look = look_at(file, problems);
    if (!look) return std::nullopt;
    if (*look == Look::study) {
        auto const study = read_study(file, parameters, problems);
        if (!study) return std::nullopt;
        check_study_points(*study, catalogue, parameters, problems);
        return InputKind::study;
    }
    if (*look == Look::channels) {
        (void)read_channels(file, parameters, problems);
        return InputKind::channels;
    }
    if (*look == Look::assumptions) {
        (void)read_uncertainties(file, parameters, problems);
        return InputKind::assumptions;
    }
    if (*look == Look::calibration) {
        (void)read_calibration(file, parameters, problems);
        return InputKind::calibration;
    }
    if (*look == Look::facts) {
        (void)read_validation(file, problems);
        return InputKind::facts;
    }
    if (*look == Look::parameters) {
        (void)config::load_parameter_file(file, problems);
        return InputKind::parameter_file;
    }
    auto read = read_scenario_file(file, catalogue, problems);
    if (!read) return std::nullopt;
    auto const kind = read->kind;
    if (kind == FileKind::reform) {
        read_parts(*read, catalogue, problems);
        check_reform(*read, parameters, problems);
        return InputKind::reform;
    }
    auto const problems_before = problems.size();
    Expression expression{.regimes = catalogue.find_ancestry(std::move(*read), problems)};
    for (auto& regime : expression.regimes) read_parts(regime, catalogue, problems);
    if (problems.size() == problems_before) {
        expression.rounds = find_rounds(expression.regimes, catalogue, problems);
    }
    if (problems.size() == problems_before)
        (void)resolve_scenario(expression, catalogue, parameters, {}, problems);
    return InputKind::regime;
}
}  // namespace concordat::scenario
