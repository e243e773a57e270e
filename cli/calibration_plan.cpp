#include "cli/calibration_plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <numeric>
#include <utility>

#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/outcome_choice.hpp"
#include "cli/study_setup.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/value.hpp"
#include "sim/store/hash.hpp"

namespace concordat::cli
{
namespace
{
using scenario::CalibrationFact;
using scenario::FactBound;
using scenario::Quantity;

calibration::FactKind kind_of(FactBound bound)
{
    if (bound == FactBound::at_least) return calibration::FactKind::at_least;
    return bound == FactBound::at_most ? calibration::FactKind::at_most : calibration::FactKind::value;
}

calibration::Fact state_fact(CalibrationFact const& fact)
{
    return {.name = fact.name,
            .kind = kind_of(fact.bound),
            .observed = fact.observed,
            .sampling_sd = fact.sampling,
            .discrepancy_sd = fact.discrepancy};
}

/// Outcomes are checked as --outcome's are, and reported where they stand.
void check_outcome(Quantity const& quantity, core::Problems& problems)
{
    core::Problems found;
    (void)choose_outcome_names(quantity.outcome, found);
    for (auto const& one : found.list()) problems.add(quantity.where, one.message, one.hint);
}

double read_cutoff(std::string const& text, core::Problems& problems)
{
    auto const reading = config::read_number(text);
    if (reading.value && *reading.value > 0.0 && std::isfinite(*reading.value)) return *reading.value;
    problems.add({.file = "--cutoff"}, fmt::format("{} is not a positive number of standard deviations", config::quote(text)));
    return 3.0;
}

/// The file's scenarios, each on its own.
StudyRequest set_up_scenarios(CalibrateCommand const& command, scenario::CalibrationFile const& file, core::Problems& problems)
{
    StudyCommand study{.library = command.library, .sets = command.sets, .assumptions = "fixed", .groupings = "nation", .no_netcdf = true};
    for (auto const& one : file.scenarios) study.scenarios.push_back(one.expression);
    auto request = set_up_study(study, {}, problems);
    for (auto const& one : request.scenarios) {
        if (one.rounds.size() == 1) continue;
        problems.add({.file = file.path.generic_string()}, fmt::format("{} has {} rounds; facts are about one", one.name, one.rounds.size()));
    }
    return request;
}
}  // namespace

std::string CalibrationPlan::describe() const
{
    return fmt::format("{{\"waves\": {}, \"points\": {}, \"replicates\": {}, \"size\": {}, \"cutoff\": {}, \"seed\": {}, "
                       "\"facts\": \"{}\", \"request\": \"{}\"}}\n",
                       waves, points, replicates, size, config::show(cutoff), seed, store::hash_text(file.text).hex(),
                       store::hash_text(request_to_json(request)).hex());
}

std::size_t CalibrationPlan::find_scenario(std::string const& name) const
{
    auto const found = std::find_if(file.scenarios.begin(), file.scenarios.end(), [&](auto const& one) { return one.name == name; });
    return static_cast<std::size_t>(found - file.scenarios.begin());
}

std::vector<double> CalibrationPlan::values_at(std::vector<double> const& u) const
{
    std::vector<double> values;
    for (std::size_t d = 0; d < u.size(); ++d) {
        // Through its text, so that a point is the same number here and in the table that the ensemble becomes.
        values.push_back(config::read_number(file.assumptions[d].space.value_at(u[d])).value.value_or(0.0));
    }
    return values;
}

scenario::Ensemble CalibrationPlan::make_ensemble(std::string name, std::vector<std::vector<double>> const& units) const
{
    std::vector<std::size_t> order(file.assumptions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return file.assumptions[a].space.path < file.assumptions[b].space.path;
    });
    scenario::Ensemble ensemble{.name = std::move(name)};
    for (auto const d : order) ensemble.paths.push_back(file.assumptions[d].space.path);
    for (auto const& u : units) {
        auto const values = values_at(u);
        std::vector<double> point;
        for (auto const d : order) point.push_back(values[d]);
        ensemble.points.push_back(std::move(point));
    }
    return ensemble;
}

CalibrationPlan plan_calibration(CalibrateCommand const& command, core::Problems& problems)
{
    constexpr std::int64_t most = 100'000;
    CalibrationPlan plan;
    plan.waves = static_cast<std::size_t>(read_count("--waves", command.waves, 1, 20, problems));
    plan.points = static_cast<std::size_t>(read_count("--points", command.points, 2, most, problems));
    plan.replicates = static_cast<std::uint32_t>(read_count("--replicates", command.replicates, 1, 1000, problems));
    plan.size = static_cast<std::size_t>(read_count("--size", command.size, 1, most, problems));
    plan.cutoff = read_cutoff(command.cutoff, problems);
    plan.seed = read_seed(command.seed, problems);
    auto const library = load_library(command.library, problems);
    auto const path = command.file.empty() ? library.catalogue.root() / "calibration.yaml" : std::filesystem::path{command.file};
    auto file = scenario::read_calibration(path, library.parameters, problems);
    if (!file) return plan;
    plan.file = std::move(*file);
    for (auto const& fact : plan.file.facts) {
        plan.facts.push_back(state_fact(fact));
        check_outcome(fact.quantity, problems);
    }
    if (plan.file.balance) check_outcome(plan.file.balance->quantity, problems);
    plan.request = set_up_scenarios(command, plan.file, problems);
    return plan;
}
}  // namespace concordat::cli
