#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/scenario_choice.hpp"
#include "cli/source_text.hpp"
#include "cli/text_layout.hpp"
#include "models/scenario/change.hpp"
#include "models/scenario/resolved_scenario.hpp"

namespace concordat::cli
{
namespace
{
using scenario::ResolvedScenario;

std::vector<ResolvedScenario> resolve_both(ShowCommand const& command)
{
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    auto const expressions = parse_scenarios({command.against, command.scenario}, library,
                                             BareReforms::act_on_first, problems);
    std::vector<ResolvedScenario> both;
    for (auto const& expression : expressions) {
        auto resolved = scenario::resolve_scenario(expression, library.catalogue,
                                                   library.parameters, {}, problems);
        if (resolved) both.push_back(std::move(*resolved));
    }
    problems.throw_if_any();
    return both;
}

void print_difference(scenario::Difference const& difference)
{
    fmt::print("\n{}\n  {} -> {}\n", difference.path, config::show(difference.before),
               write_value(difference.after, difference.unit));
    fmt::print("{}", wrap(difference.description, "  "));
    for (auto const& change : difference.history) {
        fmt::print("  {} {}\n", write_position(change.where), scenario::describe(change));
        fmt::print("{}", wrap(change.reason, "    "));
    }
}

/// The round of the baseline that a round is held against: the one of its name, else the one in its
/// place, else the last.
std::size_t find_counterpart(ResolvedScenario const& before, ResolvedScenario const& after, std::size_t round)
{
    for (std::size_t k = 0; k < before.rounds.size(); ++k) {
        if (before.rounds[k].name == after.rounds[round].name) return k;
    }
    return std::min(round, before.rounds.size() - 1);
}

void print_round(ResolvedScenario const& before, ResolvedScenario const& after, std::size_t round)
{
    auto const counterpart = find_counterpart(before, after, round);
    if (after.is_history()) {
        auto const& one = after.rounds[round];
        fmt::print("\nRound {}: {}, from {}, against {}\n", round + 1, one.name, one.from,
                   before.is_history() ? before.rounds[counterpart].name : before.name);
        fmt::print("{}{}", wrap(one.title, "  "), wrap(one.note, "  "));
    }
    auto const differences = scenario::list_differences(before, counterpart, after, round);
    if (differences.empty()) fmt::print("\nno parameter differs\n");
    for (auto const& difference : differences) print_difference(difference);
}
}  // namespace

ExitCode show_scenario(ShowCommand const& command)
{
    auto const both = resolve_both(command);
    auto const& before = both.front();
    auto const& after = both.back();
    fmt::print("{}, against {}\n{}{}", after.name, before.name, wrap(after.title, "  "),
               wrap(after.description, "  "));
    for (std::size_t k = 0; k < after.rounds.size(); ++k) print_round(before, after, k);
    return ExitCode::success;
}
}  // namespace concordat::cli
