#include "cli/stopping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/number_format.hpp"
#include "cli/option_values.hpp"
#include "models/cycle/outcomes.hpp"

namespace concordat::cli
{
namespace
{
compare::PrecisionRule parse(std::string const& text, core::Problems& problems)
{
    std::vector<std::string> known;
    for (auto const& outcome : cycle::outcome_list()) known.push_back(outcome.name);
    return compare::parse_precision_rule(text, known, {.file = "--until"}, problems);
}

std::string write_measured(compare::TermState const& state)
{
    if (std::isnan(state.standard_error)) return "cannot be told";
    return state.term.relative ? fmt::format("is {:.3g} %", 100 * state.standard_error)
                               : fmt::format("is {:.3g}", state.standard_error);
}

std::string describe(StudyRequest const& request, compare::TermState const& state)
{
    auto text = fmt::format(" se({}) {}", state.term.outcome, write_measured(state));
    if (request.scenarios.size() > 1) text += fmt::format(" in {}", request.scenarios[state.scenario].name);
    if (!state.met && state.needed > 0) text += fmt::format("; about {} would be needed", write_number(state.needed, 0));
    return text + ".";
}

void drop_option(std::vector<std::string>& arguments, std::string const& option)
{
    auto const found = std::find(arguments.begin(), arguments.end(), option);
    if (found != arguments.end()) arguments.erase(found, found + 2);
}
}  // namespace

PrecisionRequest read_until(StudyCommand const& command, core::Problems& problems)
{
    constexpr std::int64_t fewest = 2, most = 1'000'000;
    PrecisionRequest request;
    if (!command.at_least.empty()) {
        request.at_least =
            static_cast<std::uint32_t>(read_count("--min-replicates", command.at_least, fewest, most, problems));
    }
    if (command.until.empty()) {
        if (!command.at_least.empty()) {
            problems.add({.file = "--min-replicates"}, "is of use only together with --until",
                         "--replicates N runs N replicates");
        }
        return request;
    }
    request.rule = parse(command.until, problems).text();
    if (!command.save_state.empty()) {
        problems.add({.file = "--until"}, "cannot be used together with --save-state",
                     "states are saved for a number of replicates that is known in advance");
    }
    return request;
}

std::optional<compare::StoppingRule> make_stopping_rule(StudyRequest const& request, store::StudyReader const& study)
{
    if (request.until.rule.empty()) return std::nullopt;
    core::Problems problems;
    auto parsed = parse(request.until.rule, problems);
    problems.throw_if_any();
    std::optional<compare::StoppingRule> rule{std::in_place, std::move(parsed), study.plan(), request.baselines(),
                                              compare::LookSchedule{request.until.at_least}};
    std::vector<double> values;
    for (std::size_t position = 0; position < study.replicates().size(); ++position) {
        values.clear();
        for (std::size_t s = 0; s < study.plan().scenarios.size(); ++s) {
            auto const row = study.row(position, s);
            values.insert(values.end(), row.begin(), row.end());
        }
        rule->feed(values);
    }
    return rule;
}

std::string describe_stopping(StudyRequest const& request, compare::StoppingRule const& rule)
{
    auto const count = write_number(rule.replicates(), 0);
    auto text = rule.met() ? fmt::format("{} needed {} replicates.", rule.rule().text(), count)
                           : fmt::format("{} was not reached with {} replicates.", rule.rule().text(), count);
    for (auto const& state : rule.states()) text += describe(request, state);
    return text;
}

StudyRequest grow_request(StudyRequest request, std::uint32_t replicates)
{
    request.until = {};
    for (auto const* const option : {"--until", "--min-replicates"}) drop_option(request.repeat_with, option);
    auto const found = std::find(request.repeat_with.begin(), request.repeat_with.end(), "--replicates");
    if (found != request.repeat_with.end() && found + 1 != request.repeat_with.end()) {
        *(found + 1) = std::to_string(replicates);
    }
    return request;
}
}  // namespace concordat::cli
