#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/answer.hpp"
#include "cli/assumption_words.hpp"
#include "cli/decomposition_text.hpp"
#include "cli/design_text.hpp"
#include "cli/findings.hpp"
#include "cli/number_format.hpp"
#include "cli/sensitivity_text.hpp"
#include "cli/study_view.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/state_file.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::size_t most_blocks = 12;  ///< more scenarios than that are left to summary.csv

std::string write_point(StudyScenario const& scenario)
{
    if (scenario.design_point.empty()) return {};
    return fmt::format(" (design point {})", scenario.design_point);
}

/// "round 2" of "round 2: laa_2008".
std::string write_place(std::string const& period) { return period.substr(0, period.find(':')); }

std::string write_round_change(compare::PairedDifference const& paired, int decimals)
{
    if (paired.finding == compare::Finding::no_difference) return "no change";
    constexpr double clear = 2.0;  // [standard errors]
    bool const is_clear = std::abs(paired.difference.mean) >= clear * paired.difference.standard_error;
    return write_change(paired.difference.mean, decimals) + (is_clear ? "" : "?");
}

std::string write_levels(Answer const& answer, StudyView const& view, std::size_t scenario)
{
    auto const& one = answer.request.scenarios[scenario];
    auto const text = wrap(fmt::format("{}: {}{}", one.name, one.title, write_point(one)), "");
    TextTable table{{"", "mean", "5-95 % range", "unit"}};
    for (auto const* outcome : choose_outcomes(answer.request, view)) {
        auto const values = view.summarise(scenario, outcome->name);
        table.add({outcome->label, write_number(values.mean, outcome->decimals),
                   write_range(values.low, values.high, outcome->decimals),
                   shorten_unit(outcome->unit)});
    }
    return text + table.text();
}

std::string write_changes(Answer const& answer, StudyView const& view, std::size_t scenario)
{
    auto const& one = answer.request.scenarios[scenario];
    auto const text = wrap(fmt::format("{}: {}{}", short_name(answer.request, scenario),
                                       short_title(answer.request, scenario), write_point(one)),
                           "");
    TextTable table{{"", "change", "90 % range", "s.e.", "better", "unit"}};
    for (auto const* outcome : choose_outcomes(answer.request, view)) {
        auto const paired = view.compare(one.baseline, scenario, outcome->name);
        auto const& change = paired.difference;
        if (paired.finding == compare::Finding::no_difference) {
            table.add({outcome->label, "no change", "-", "-", "-", shorten_unit(outcome->unit)});
            continue;
        }
        table.add({outcome->label, write_change(change.mean, outcome->decimals),
                   write_change_range(change.low, change.high, outcome->decimals),
                   write_error(change.standard_error, outcome->decimals),
                   write_percent(paired.probability_better), shorten_unit(outcome->unit)});
    }
    return text + table.text() + wrap(describe_budget(view, one.baseline, scenario), "  ") +
           wrap(describe_contest(view, scenario), "  ") +
           wrap(describe_assumption_shares(answer.request, answer.study, view, scenario,
                                           *choose_outcomes(answer.request, view).front()), "  ");
}

/// "1 lpsa_2001 (2001), 2 ..." for people who read columns.
std::string write_round_list(Answer const& answer, std::size_t scenario)
{
    std::string text;
    auto const periods = list_periods(answer.study);
    auto const& rounds = answer.request.scenarios[scenario].rounds;
    for (std::size_t k = 0; k < rounds.size(); ++k) {
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", write_place(periods[k]), rounds[k].name);
        if (rounds[k].from != 0) text += fmt::format(", from {}", rounds[k].from);
    }
    return text;
}

/// Means of a scenario, or of its changes, a column for each round.
std::string write_history(Answer const& answer, std::size_t scenario)
{
    auto const& one = answer.request.scenarios[scenario];
    bool const is_baseline = one.baseline == scenario;
    auto const periods = list_periods(answer.study);
    std::vector<std::string> header{is_baseline ? "mean of each round" : "change in each round"};
    for (auto const& period : periods) header.push_back(write_place(period));
    header.emplace_back("unit");
    TextTable table{std::move(header)};
    for (auto const* outcome : choose_outcomes(answer.request, StudyView{answer.study})) {
        std::vector<std::string> row{outcome->label};
        for (auto const& period : periods) {
            StudyView const view{answer.study, period};
            row.push_back(is_baseline ? write_number(view.summarise(scenario, outcome->name).mean, outcome->decimals)
                                      : write_round_change(view.compare(one.baseline, scenario, outcome->name),
                                                           outcome->decimals));
        }
        row.push_back(shorten_unit(outcome->unit));
        table.add(std::move(row));
    }
    return wrap(fmt::format("{}: {}{}", short_name(answer.request, scenario), short_title(answer.request, scenario),
                            write_point(one)), "") +
           wrap(write_round_list(answer, scenario), "  ") + table.text() +
           (is_baseline ? "" : wrap(describe_budget(StudyView{answer.study}, one.baseline, scenario), "  "));
}

/// Scenarios [index] in order, but the baseline of a design point before those compared with it.
std::vector<std::size_t> put_baselines_first(StudyRequest const& request)
{
    std::vector<std::size_t> order;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        for (auto const next : {request.scenarios[s].baseline, s}) {
            if (std::find(order.begin(), order.end(), next) == order.end()) order.push_back(next);
        }
    }
    return order;
}

std::string write_head(Answer const& answer)
{
    auto const count = answer.study.replicates().size();
    auto const rounds = answer.request.round_count();
    auto text = fmt::format("{} replicate{} of {} (three years{}), seed {}", count, count == 1 ? "" : "s",
                            rounds == 1 ? "one round" : fmt::format("{} rounds", rounds), rounds == 1 ? "" : " each",
                            answer.study.plan().seed);
    if (auto const* const state = answer.models.state()) {
        text += fmt::format(", going on after round {} of {}", state->origin().rounds.size(), state->origin().scenario);
    }
    if (!answer.complete) text += ", stopped early";
    if (answer.request.study) {
        text = wrap(answer.request.study->title, "") + wrap(answer.request.study->question, "  ") + text;
    }
    return text + "\n\n";
}

/// What the columns and the unit that nobody knows mean.
std::string write_legend(Answer const& answer, StudyView const& view)
{
    std::string text;
    auto const explain = [&](char const* word, std::string const& meaning) {
        auto lines = wrap(meaning, "              ");
        text += fmt::format("  {:<12}{}", word,
                            lines.substr(std::string_view{"              "}.size()));
    };
    bool const one_round = answer.request.round_count() == 1;
    if (has_design(answer.request)) {
        if (answer.request.compares()) explain("change", "scenario less baseline under the same luck, mean over replicates");
        explain("at", "number of the design point");
        if (answer.request.compares()) {
            explain("better at", "points at which the mean change is for the better by two standard errors or more");
        }
        explain("s.e.", "Monte Carlo error of the mean; more replicates shrink it");
    } else if (answer.request.compares() && !one_round) {
        explain("change", "scenario less baseline under the same luck, mean over replicates; with a question mark "
                          "where it is within two Monte Carlo errors of zero (summary.csv has all errors)");
    }
    if (answer.request.compares() && one_round && !has_design(answer.request)) {
        explain("change", "scenario less baseline under the same luck, mean over replicates");
        explain("90 % range",
                fmt::format("how far the change varies {}; more replicates do not narrow it",
                            answer.request.ensemble ? "with luck and assumptions" : "with luck"));
        explain("s.e.", "Monte Carlo error of the mean change; more replicates shrink it");
        explain("better", "share of replicates in which the scenario does better; ties count half");
    }
    if (answer.request.scenarios.size() <= most_blocks && !rank_scenarios(answer.request, view).empty()) {
        explain("regret", "how far a scenario stays behind the best one of each replicate, on average: what it costs "
                          "to choose it without knowing the luck");
    }
    explain("sigma", view.outcome("true_gain").caution);
    return text;
}

/// A table for every scenario.
std::string write_blocks(Answer const& answer, StudyView const& view)
{
    std::string text;
    auto const order = put_baselines_first(answer.request);
    auto const shown = std::min(order.size(), most_blocks);
    for (std::size_t k = 0; k < shown; ++k) {
        auto const s = order[k];
        bool const is_baseline = answer.request.scenarios[s].baseline == s;
        text += answer.request.round_count() > 1 ? write_history(answer, s)
                : (is_baseline ? write_levels(answer, view, s) : write_changes(answer, view, s));
        text += "\n";
    }
    if (shown < order.size()) {
        text += fmt::format("{} more scenarios are in summary.csv and --json\n\n", order.size() - shown);
    }
    return text;
}

/// Which scenario is best under the same luck, and what choosing another costs on average.
std::string write_ranks(Answer const& answer, StudyView const& view)
{
    auto const tables = rank_scenarios(answer.request, view);
    if (tables.empty() || answer.request.scenarios.size() > most_blocks) return {};
    auto const& outcome = view.outcome(ranked_outcome);
    std::string text;
    for (auto const& one : tables) {
        text += wrap(fmt::format("Which is best for {}, replicate by replicate{}:", outcome.label,
                                 write_point(answer.request.scenarios[one.members.front()])), "");
        TextTable table{{"", "best", "mean rank", "regret", "s.e.", "unit"}};
        for (auto const m : one.ranks.order) {
            auto const& rank = one.ranks.scenarios[m];
            table.add({short_name(answer.request, one.members[m]), write_percent(rank.best), write_number(rank.mean_rank, 1),
                       write_number(rank.regret, outcome.decimals), write_error(rank.regret_error, outcome.decimals),
                       shorten_unit(outcome.unit)});
        }
        text += table.text() + "\n";
    }
    return text;
}

std::string write_notes(Answer const& answer, StudyView const& view)
{
    std::string text;
    for (auto const& note : list_notes(answer, view)) text += wrap(note, "");
    return text;
}
}  // namespace

std::string write_text_answer(Answer const& answer)
{
    if (answer.request.decomposition) return write_decomposition_text(answer);
    if (answer.request.sensitivity) return write_sensitivity_text(answer);
    if (answer.study.replicates().empty()) return "no replicate is complete: there is no result\n";
    StudyView const view{answer.study};
    auto const body = has_design(answer.request) ? write_design_answer(answer, view)
                                                 : write_blocks(answer, view) + write_ranks(answer, view);
    return write_head(answer) + body + write_legend(answer, view) + "\n" + write_notes(answer, view);
}
}  // namespace concordat::cli
