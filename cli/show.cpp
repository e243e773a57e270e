#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/outcome_choice.hpp"
#include "cli/scenario_choice.hpp"
#include "cli/source_text.hpp"
#include "cli/text_layout.hpp"
#include "models/scenario/argument.hpp"
#include "models/scenario/change.hpp"
#include "models/scenario/resolved_scenario.hpp"

namespace concordat::cli
{
namespace
{
using scenario::ResolvedScenario;

/// The baseline and the scenario, each as it was named and with its parameters settled.
struct Pair
{
    std::vector<scenario::Expression> expressions{};
    std::vector<ResolvedScenario> resolved{};
};

void check_claims(scenario::Expression const& expression, core::Problems& problems)
{
    for (auto const& reform : expression.reforms) {
        if (reform.argues) scenario::check_argument(*reform.argues, list_outcome_names(), problems);
        scenario::check_chain(reform.chain, list_outcome_names(), problems);
    }
}

Pair resolve_both(ShowCommand const& command)
{
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    Pair both;
    both.expressions = parse_scenarios({command.against, command.scenario}, library, BareReforms::act_on_first, problems);
    for (auto const& expression : both.expressions) {
        auto resolved = scenario::resolve_scenario(expression, library.catalogue,
                                                   library.parameters, {}, problems);
        if (resolved) both.resolved.push_back(std::move(*resolved));
    }
    if (problems.empty()) check_claims(both.expressions.back(), problems);
    problems.throw_if_any();
    return both;
}

std::string write_claim(scenario::Argument const& argument)
{
    auto const outcomes = list_outcome_names();
    auto const outcome = std::find_if(outcomes.begin(), outcomes.end(), [&](auto const& one) { return one.name == argument.outcome; });
    return fmt::format("Argues: {} {}, by at least {} {} to matter", argument.outcome,
                       argument.direction == scenario::Claimed::none ? "stays"
                       : argument.direction == scenario::Claimed::up ? "rises"
                                                                     : "falls",
                       scenario::smallest_relevant(argument, *outcome).value(), outcome->unit);
}

std::string write_chain(std::vector<scenario::ChainLink> const& chain)
{
    std::string text;
    for (auto const& link : chain) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", link.outcome, link.direction == scenario::Claimed::up ? "rises" : "falls");
    }
    return "By way of: " + text;
}

/// What a file says about itself beside its changes.
void print_background(scenario::ScenarioFile const& file)
{
    if (file.implements) fmt::print("{}", wrap("Passage: " + write_source(*file.implements), "  "));
    if (!file.claim.empty()) fmt::print("{}", wrap("Claim: " + file.claim, "  "));
    if (file.argues) fmt::print("{}", wrap(write_claim(*file.argues), "  "));
    if (!file.chain.empty()) fmt::print("{}", wrap(write_chain(file.chain), "  "));
    if (!file.guide.empty()) fmt::print("{}", wrap("How to read it: " + file.guide, "  "));
    if (!file.notes.empty()) fmt::print("{}", wrap("Notes: " + file.notes, "  "));
    if (file.parts.empty()) return;
    fmt::print("  Includes:\n");
    for (auto const& part : file.parts) fmt::print("{}", wrap(part.name + ": " + part.title, "    "));
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
    auto const& before = both.resolved.front();
    auto const& after = both.resolved.back();
    fmt::print("{}, against {}\n{}{}", after.name, before.name, wrap(after.title, "  "),
               wrap(after.description, "  "));
    auto const& expression = both.expressions.back();
    if (expression.reforms.empty()) print_background(expression.regimes.back());
    for (auto const& reform : expression.reforms) print_background(reform);
    for (std::size_t k = 0; k < after.rounds.size(); ++k) print_round(before, after, k);
    return ExitCode::success;
}
}  // namespace concordat::cli
