#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "cli/answer.hpp"
#include "cli/findings.hpp"
#include "cli/number_format.hpp"
#include "cli/study_view.hpp"
#include "cli/text_layout.hpp"

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

std::string write_levels(Answer const& answer, StudyView const& view, std::size_t scenario)
{
    auto const& one = answer.request.scenarios[scenario];
    auto const text = wrap(fmt::format("{}: {}{}", one.name, one.title, write_point(one)), "");
    TextTable table{{"", "mean", "5-95 % range", "unit"}};
    for (auto const* outcome : view.headlines()) {
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
    for (auto const* outcome : view.headlines()) {
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
           wrap(describe_contest(view, scenario), "  ");
}

std::string write_head(Answer const& answer)
{
    auto const count = answer.study.replicates().size();
    auto text = fmt::format("{} replicate{} of one round (three years), seed {}", count,
                            count == 1 ? "" : "s", answer.study.plan().seed);
    if (!answer.complete) text += ", stopped early";
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
    if (answer.request.compares()) {
        explain("change", "scenario less baseline under the same luck, mean over replicates");
        explain("90 % range",
                "how far the change varies with luck; more replicates do not narrow it");
        explain("s.e.", "Monte Carlo error of the mean change; more replicates shrink it");
        explain("better", "share of replicates in which the scenario does better; ties count half");
    }
    explain("sigma", view.outcome("true_gain").caution);
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
    if (answer.study.replicates().empty()) return "no replicate is complete: there is no result\n";
    StudyView const view{answer.study};
    auto text = write_head(answer);
    auto const shown = std::min(answer.request.scenarios.size(), most_blocks);
    for (std::size_t s = 0; s < shown; ++s) {
        bool const is_baseline = answer.request.scenarios[s].baseline == s;
        text += (is_baseline ? write_levels(answer, view, s) : write_changes(answer, view, s));
        text += "\n";
    }
    if (shown < answer.request.scenarios.size()) {
        text += fmt::format("{} more scenarios and design points are in summary.csv and --json\n\n",
                            answer.request.scenarios.size() - shown);
    }
    return text + write_legend(answer, view) + "\n" + write_notes(answer, view);
}
}  // namespace concordat::cli
