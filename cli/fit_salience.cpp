#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "cli/commands.hpp"
#include "cli/exit_code.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/salience_simulation.hpp"
#include "cli/scenario_choice.hpp"
#include "models/scenario/pack_reader.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/store/csv.hpp"
#include "sim/store/file.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
namespace
{
/// What the front half of a round reads: only these parameters can move a fit.
constexpr std::array<char const*, 5> folders_of_a_fit{"population.bargaining.", "population.relations.", "demands.",
                                                      "selection.", "population.capability."};

scenario::ResolvedScenario resolve(FitSalienceCommand const& command, core::Problems& problems)
{
    auto const library = load_library(command.library, problems);
    auto const expressions =
        parse_scenarios({command.scenario}, library, BareReforms::refused, problems);
    auto const sets = parse_sets(command.sets, problems);
    std::optional<scenario::ResolvedScenario> resolved;
    for (auto const& expression : expressions) {
        resolved = scenario::resolve_scenario(expression, library.catalogue, library.parameters,
                                              sets, problems);
    }
    if (resolved && resolved->is_history()) {
        problems.add({}, fmt::format("{} has several rounds; salience is fitted under one regime", resolved->name));
    }
    problems.throw_if_any();
    return std::move(*resolved);
}

/// Refuses to write over an earlier fit.
void check_free(std::filesystem::path const& folder, core::Problems& problems)
{
    for (char const* const name : {"salience.csv", "salience.yaml"}) {
        std::error_code ignored;
        if (!std::filesystem::exists(folder / name, ignored)) continue;
        problems.add({.file = (folder / name).generic_string()},
                     "exists already; nothing is overwritten",
                     "choose another folder, or replace the files with --force");
    }
}

void check_counts(calibration::SalienceProblem const& problem, int folds,
                  std::filesystem::path const& folder)
{
    auto const known = std::count_if(problem.counts.begin(), problem.counts.end(),
                                     [](double count) { return count >= 0.0; });
    if (known >= folds) return;
    core::Problems problems;
    problems.add({.file = (folder / "indicators.csv").generic_string()},
                 fmt::format("has {} published counts; a fit needs at least {}", known, folds));
    problems.throw_if_any();
}

/// Six decimals are far finer than the fit, and keep files comparable by eye.
double round_part(double value)
{
    return std::round(value * 1e6) / 1e6;
}

std::string write_table(state::Pack const& pack, calibration::SalienceFit const& fit)
{
    store::Table table{.header = {"number", "salience", "covariate_part", "residual"}};
    for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
        double const known = round_part(fit.known[j]);
        double const residual = round_part(fit.residual[j]);
        table.rows.push_back({std::to_string(pack.indicators[j].number),
                              fmt::format("{:.6f}", known + residual), fmt::format("{:.6f}", known),
                              fmt::format("{:.6f}", residual)});
    }
    return store::write_csv(table);
}

std::string write_agreement(char const* name, calibration::CountAgreement const& agreement)
{
    return fmt::format(
        "{}:\n  correlation: {:.5f}\n  largest_error: {:.2f}\n"
        "  root_mean_square_error: {:.3f}\n",
        name, agreement.correlation, agreement.largest_error, agreement.root_mean_square_error);
}

std::string write_diagnostics(calibration::SalienceFit const& fit,
                              calibration::SalienceProblem const& problem,
                              calibration::SalienceFitSettings const& settings,
                              config::ParameterTable const& parameters)
{
    auto text = fmt::format(
        "protocol: {}\nseed: {}\nsteps: {}\nreplicates_per_step: {}\n"
        "check_replicates: {}\n",
        config::show(parameters.at("selection.protocol.kind").value), settings.ridge.seed, settings.steps, settings.replicates_per_step,
        settings.check_replicates);
    text += write_agreement("unpenalised", fit.unpenalised) + write_agreement("stored", fit.final);
    text += fmt::format(
        "ridge:\n  penalty: {:.4g}\n  cross_validated_r2: {:.4f}\n"
        "  in_sample_r2: {:.4f}\n  effective_parameters: {:.2f}\n  folds: {}\n",
        fit.ridge.penalty, fit.ridge.cross_validated_r2, fit.ridge.in_sample_r2,
        fit.ridge.effective_parameters, settings.ridge.folds);
    text += fmt::format("residual:\n  variance: {:.4f}\n  mean_reliability: {:.4f}\nparameters:\n",
                        fit.residual_variance, fit.mean_reliability);
    for (auto const& [path, record] : parameters) {
        bool const matters =
            std::any_of(folders_of_a_fit.begin(), folders_of_a_fit.end(),
                        [&](char const* start) { return path.rfind(start, 0) == 0; });
        if (matters) text += fmt::format("  {}: {}\n", path, config::show(record.value));
    }
    text += "effects:\n";
    for (std::size_t k = 0; k < problem.covariates.size(); ++k) {
        text += fmt::format("  \"{}\": {:.3f}\n", problem.covariates[k].name, fit.ridge.effects[k]);
    }
    return text;
}

void write_files(std::filesystem::path const& folder, std::string const& table,
                 std::string const& diagnostics)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) store::throw_system_error(folder, "make the folder", error.value());
    store::write_file_durably(folder / "salience.csv", table);
    store::write_file_durably(folder / "salience.yaml", diagnostics);
}
}  // namespace

ExitCode fit_salience(FitSalienceCommand const& command)
{
    core::Problems problems;
    auto const seed = read_seed(command.seed, problems);
    if (!command.replace) check_free(command.folder, problems);
    auto const resolved = resolve(command, problems);
    auto const pack = scenario::read_pack(resolved.pack_folder);
    auto const problem = state_salience_problem(pack);
    calibration::SalienceFitSettings const settings{.ridge = {.seed = seed}};
    check_counts(problem, settings.ridge.folds, resolved.pack_folder);

    if (!command.quiet) {
        fmt::print(stderr, "simulating {} sets of agreements\n",
                   settings.steps * settings.replicates_per_step + 2 * settings.check_replicates);
    }
    auto const fit = calibration::fit_salience(
        problem, settings, make_count_simulator(pack, resolved.rounds.front().parameters, seed));
    write_files(command.folder, write_table(pack, fit),
                write_diagnostics(fit, problem, settings, resolved.rounds.front().parameters));
    fmt::print(
        "Expected and published counts correlate at {:.4f} (largest error {:.1f} areas).\n"
        "Properties of indicators explain {:.0f} % of salience when predicted "
        "(cross-validated); of a department that was left out, {:.0f} %.\nsalience.csv and salience.yaml are in {}\n",
        fit.final.correlation, fit.final.largest_error, 100.0 * fit.ridge.cross_validated_r2, 100.0 * fit.group_r2,
        command.folder);
    return ExitCode::success;
}
}  // namespace concordat::cli
