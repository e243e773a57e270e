#include "cli/study_setup.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/scenario_choice.hpp"
#include "models/scenario/design_table.hpp"
#include "sim/config/value.hpp"
#include "sim/store/file.hpp"

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

void check_distinct(std::vector<Expression> const& expressions, core::Problems& problems)
{
    std::set<std::string> names;
    for (auto const& expression : expressions) {
        if (names.insert(expression.name()).second) continue;
        problems.add(
            {}, fmt::format("the scenario {} is named twice", config::quote(expression.name())));
    }
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
std::vector<DesignPoint> read_design(StudyCommand const& command, Library const& library,
                                     StudyRequest& request, core::Problems& problems)
{
    if (command.design.empty()) return {DesignPoint{}};
    auto const problems_before = problems.size();
    auto points = scenario::read_design_table(command.design, library.parameters, problems);
    if (problems.size() != problems_before) return {};
    if (points.empty()) {
        problems.add({.file = command.design}, "there is no design point below the header");
        return {};
    }
    request.files.push_back({command.design, store::read_file(command.design)});
    return points;
}

/// Position of the baseline among the scenarios.
std::size_t find_baseline(StudyCommand const& command, std::vector<Expression> const& expressions,
                          Library const& library, BareReforms bare, core::Problems& problems)
{
    if (command.baseline.empty()) return 0;
    auto const problems_before = problems.size();
    auto const pair = parse_scenarios({command.scenarios.front(), command.baseline}, library, bare, problems);
    if (problems.size() != problems_before) return 0;
    std::vector<std::string> names;
    for (auto const& one : expressions) names.push_back(one.name());
    auto const found = std::find(names.begin(), names.end(), pair.back().name());
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    problems.add({.file = "--baseline"},
                 fmt::format("{} is none of the scenarios that are compared", config::quote(pair.back().name())),
                 fmt::format("there are {}", fmt::join(names, ", ")));
    return 0;
}

void add_point(StudyRequest& request, std::vector<Expression> const& expressions, std::size_t baseline,
               std::vector<scenario::Override> overrides, DesignPoint const& point,
               Library const& library, core::Problems& problems)
{
    overrides.insert(overrides.end(), point.overrides.begin(), point.overrides.end());
    auto const first = request.scenarios.size();
    for (auto const& expression : expressions) {
        auto resolved = scenario::resolve_scenario(expression, library.catalogue,
                                                   library.parameters, overrides, problems);
        if (!resolved) continue;
        settle_pack(request, *resolved, problems);
        check_round_count(request, *resolved, problems);
        add_files(request, *resolved);
        auto const own = request.scenarios.size();
        request.scenarios.push_back(
            {.name = std::move(resolved->name),
             .title = std::move(resolved->title),
             .design_point = point.number > 0 ? std::to_string(point.number) : std::string{},
             .baseline = request.compares() ? first + baseline : own,
             .rounds = take_rounds(resolved->rounds)});
    }
}
}  // namespace

StudyRequest set_up_study(StudyCommand const& command, core::Problems& problems)
{
    StudyRequest request{.version = CONCORDAT_VERSION,
                         .command = command.compares ? "compare" : "run",
                         .groupings = split_words(command.groupings),
                         .stop_on_failure = command.stop_on_failure,
                         .netcdf = !command.no_netcdf};
    auto const library = load_library(command.library, problems);
    request.parameters = library.parameters;
    auto const bare = command.compares ? BareReforms::act_on_first : BareReforms::refused;
    auto const expressions = parse_scenarios(command.scenarios, library, bare, problems);
    check_distinct(expressions, problems);
    auto const baseline = find_baseline(command, expressions, library, bare, problems);
    request.overrides = parse_sets(command.sets, problems);
    auto const overrides = check_overrides(request, problems);
    auto const points = read_design(command, library, request, problems);
    for (auto const& point : points) {
        auto const problems_before = problems.size();
        add_point(request, expressions, baseline, overrides, point, library, problems);
        if (problems.size() != problems_before) break;  // the next point would repeat them
    }
    problems = drop_repeats(problems);
    if (problems.empty()) request.pack.files = hash_folder(request.pack.folder);
    return request;
}

std::vector<std::string> list_repeating_arguments(StudyCommand const& command, std::uint64_t seed)
{
    std::vector<std::string> arguments{"concordat", command.compares ? "compare" : "run"};
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
    if (!command.from_state.empty()) add("--from-state", command.from_state);
    add("--record", command.groupings);
    if (command.stop_on_failure) arguments.emplace_back("--stop-on-failure");
    return arguments;
}
}  // namespace concordat::cli
