#include "cli/study_setup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "cli/behaviour_axis.hpp"
#include "cli/decompose_setup.hpp"
#include "cli/ensemble_choice.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/scenario_choice.hpp"
#include "cli/study_cast.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
using scenario::DesignPoint;
using scenario::Expression;

void add_files(StudyRequest& request, scenario::ResolvedScenario const& scenario)
{
    for (auto const& file : scenario.files) {
        bool const known =
            std::any_of(request.files.begin(), request.files.end(),
                        [&](scenario::FileText const& other) { return other.path == file.path; });
        if (!known) request.files.push_back(file);
    }
}

/// All scenarios of a study are counted over the same areas and indicators.
void settle_pack(StudyRequest& request, scenario::ResolvedScenario const& scenario,
                 core::Problems& problems)
{
    auto const folder = std::filesystem::absolute(scenario.pack_folder).lexically_normal();
    if (request.pack.folder.empty()) {
        request.pack = {scenario.pack, folder, {}};
    } else if (request.pack.folder != folder) {
        problems.add({},
                     fmt::format("{} rests on the data pack {}, the scenarios before it on {}",
                                 scenario.name, config::quote(scenario.pack),
                                 config::quote(request.pack.name)),
                     "the scenarios of one study share one pack");
    }
}

/// The results of a study have the same periods in every scenario.
void check_round_count(StudyRequest const& request, scenario::ResolvedScenario const& scenario,
                       core::Problems& problems)
{
    if (request.scenarios.empty()) return;
    auto const& first = request.scenarios.front();
    if (first.rounds.size() == scenario.rounds.size()) return;
    problems.add({}, fmt::format("{} has {} round{}, {} has {}", scenario.name, scenario.rounds.size(),
                                 scenario.rounds.size() == 1 ? "" : "s", first.name, first.rounds.size()),
                 "the scenarios of one study have the same number of rounds");
}

std::vector<StudyRound> take_rounds(std::vector<scenario::ResolvedRound>& rounds)
{
    std::vector<StudyRound> taken;
    for (auto& round : rounds) {
        taken.push_back({std::move(round.name), std::move(round.title), round.from, std::move(round.note),
                         std::move(round.parameters)});
    }
    return taken;
}

/// Checks the values of --set by themselves, so that they are judged even where no scenario is.
/// \returns those to apply: none if any is wrong
std::vector<scenario::Override> check_overrides(StudyRequest const& request,
                                                core::Problems& problems)
{
    auto const problems_before = problems.size();
    auto table = request.parameters;
    std::map<std::string, std::vector<scenario::Override>> by_round;
    for (auto const& one : request.overrides) by_round[one.round].push_back(one);
    for (auto const& [round, overrides] : by_round) {
        table = request.parameters;
        scenario::apply_overrides(table, overrides, problems);
    }
    if (problems.size() != problems_before) return {};
    return request.overrides;
}

/// One file may stand behind several scenarios: what is wrong with it is said once.
core::Problems drop_repeats(core::Problems const& problems)
{
    std::set<std::tuple<std::string, int, int, std::string>> known;
    core::Problems kept;
    for (auto const& one : problems.list()) {
        auto const& where = one.where;
        if (known.emplace(where.file, where.line, where.column, one.message).second) {
            kept.add(where, one.message, one.hint);
        }
    }
    return kept;
}

/// Without a design there is one point that changes nothing.
std::vector<DesignPoint> list_points(Cast const& cast)
{
    return cast.design.points.empty() ? std::vector{DesignPoint{}} : cast.design.points;
}

/// Adds a scenario at a point. \returns its index, or nullopt after a problem
std::optional<std::size_t> add_scenario(StudyRequest& request, Expression const& expression,
                                        std::vector<scenario::Override> const& overrides, DesignPoint const& point,
                                        Library const& library, core::Problems& problems)
{
    auto resolved =
        scenario::resolve_scenario(expression, library.catalogue, library.parameters, overrides, problems);
    if (!resolved) return std::nullopt;
    settle_pack(request, *resolved, problems);
    check_round_count(request, *resolved, problems);
    add_files(request, *resolved);
    auto const own = request.scenarios.size();
    request.scenarios.push_back({.name = std::move(resolved->name),
                                 .title = std::move(resolved->title),
                                 .design_point = point.number > 0 ? std::to_string(point.number) : std::string{},
                                 .baseline = own,
                                 .rounds = take_rounds(resolved->rounds)});
    return own;
}

void add_point(StudyRequest& request, Cast const& cast, std::vector<scenario::Override> overrides,
               DesignPoint const& point, Library const& library, core::Problems& problems)
{
    overrides.insert(overrides.end(), point.overrides.begin(), point.overrides.end());
    auto const first = cast.fixed_baseline ? std::size_t{0} : request.scenarios.size() + cast.baseline;
    for (std::size_t i = 0; i < cast.expressions.size(); ++i) {
        auto const own = add_scenario(request, cast.expressions[i], overrides, point, library, problems);
        if (!own) continue;
        auto& scenario = request.scenarios[*own];
        if (request.compares()) scenario.baseline = first;
        if (i < cast.labels.size() && !cast.labels[i].empty()) scenario.title = cast.labels[i];
    }
}

DesignRecord record_design(scenario::Design const& design)
{
    DesignRecord record{.kind = design.kind,
                        .fixed_baseline = design.baseline == scenario::PointBaseline::fixed,
                        .points = {}};
    for (auto const& point : design.points) {
        record.points.push_back({point.number, point.name, {}});
        for (auto const& one : point.overrides) record.points.back().values.emplace_back(one.path, one.text);
    }
    return record;
}

void add_scenarios(StudyRequest& request, Cast const& cast, std::vector<scenario::Override> const& overrides,
                   Library const& library, core::Problems& problems)
{
    if (cast.fixed_baseline) (void)add_scenario(request, *cast.fixed_baseline, overrides, {}, library, problems);
    for (auto const& point : list_points(cast)) {
        auto const problems_before = problems.size();
        add_point(request, cast, overrides, point, library, problems);
        if (problems.size() != problems_before) return;  // the next point would repeat them
    }
}
}  // namespace

StudyRequest set_up_study(StudyCommand const& command, std::optional<scenario::StudyFile> const& file,
                          core::Problems& problems)
{
    char const* const compares = command.compares ? "compare" : "run";
    StudyRequest request{.version = CONCORDAT_VERSION,
                         .command = command.file.empty() ? compares : "study",
                         .groupings = split_words(command.groupings),
                         .stop_on_failure = command.stop_on_failure,
                         .netcdf = !command.no_netcdf};
    if (!command.file.empty() && !file) return request;
    auto const library = load_library(command.library, problems);
    request.parameters = library.parameters;
    auto cast = file ? cast_file(*file, library, request, problems) : cast_command(command, library, request, problems);
    add_behaviours(command.behaviours, library.parameters, cast.design, problems);
    request.overrides = parse_sets(command.sets, problems);
    request.design = record_design(cast.design);
    add_scenarios(request, cast, check_overrides(request, problems), library, problems);
    choose_ensemble(command, library, request, problems);
    if (command.decomposition) expand_decomposition(*command.decomposition, command.library, request, problems);
    problems = drop_repeats(problems);
    if (problems.empty()) request.pack.files = hash_folder(request.pack.folder);
    return request;
}

namespace
{
template <class Add>
void add_sensitivity(SensitivityWish const& wish, Add const& add)
{
    add("--method", wish.method);
    add("--outcome", wish.outcomes);
    if (!wish.base.empty()) add("--base", wish.base);
    if (!wish.parameters.empty()) add("--parameters", wish.parameters);
    if (!wish.list.empty()) add("--list", wish.list);
}
}  // namespace

std::vector<std::string> list_repeating_arguments(StudyCommand const& command, StudyRequest const& request,
                                                  std::uint64_t seed)
{
    std::vector<std::string> arguments{"concordat", command.compares ? "compare" : "run"};
    if (!command.file.empty()) arguments = {"concordat", "study", command.file};
    if (command.decomposition) arguments = {"concordat", "decompose"};
    if (command.sensitivity) arguments = {"concordat", "sensitivity"};
    auto const add = [&](std::string const& option, std::string const& value) {
        arguments.push_back(option);
        arguments.push_back(value);
    };
    arguments.insert(arguments.end(), command.scenarios.begin(), command.scenarios.end());
    if (!command.baseline.empty()) add("--baseline", command.baseline);
    add("--replicates", command.replicates);
    if (!command.until.empty()) add("--until", command.until);
    if (!command.until.empty()) add("--min-replicates", command.at_least);
    add("--seed", std::to_string(seed));
    for (auto const& set : command.sets) add("--set", set);
    if (!command.design.empty()) add("--params", command.design);
    if (!command.behaviours.empty()) add("--behaviours", command.behaviours);
    if (auto const word = repeat_assumptions(command, request); !word.empty()) add("--assumptions", word);
    if (!command.from_state.empty()) add("--from-state", command.from_state);
    add("--record", command.groupings);
    if (command.decomposition) {
        add("--outcome", command.decomposition->outcomes);
        add("--split", command.decomposition->split);
        if (!command.decomposition->channels.empty()) add("--channels", command.decomposition->channels);
    }
    if (command.sensitivity) add_sensitivity(*command.sensitivity, add);
    if (command.stop_on_failure) arguments.emplace_back("--stop-on-failure");
    return arguments;
}
}  // namespace concordat::cli
