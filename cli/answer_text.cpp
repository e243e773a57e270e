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

std::string name_of(StudyScenario const& scenario)
{
    if (scenario.design_point.empty()) return scenario.name;
    return fmt::format("{}, design point {}", scenario.name, scenario.design_point);
}

std::string write_levels(Answer const& answer, StudyView const& view, std::size_t scenario)
{
    auto text = fmt::format("{}\n{}\n", name_of(answer.request.scenarios[scenario]),
                            wrap(answer.request.scenarios[scenario].title, "  "));
    TextTable table{{"", "mean", "5-95 % range", "unit"}};
    for (auto const* outcome : view.headlines()) {
        auto const values = view.summarise(scenario, outcome->name);
        table.add({outcome->label, write_number(values.mean, outcome->decimals),
                   write_range(values.low, values.high, outcome->decimals), outcome->unit});
    }
    return text + table.text();
}

std::string write_changes(Answer const& answer, StudyView const& view, std::size_t scenario)
{
    auto const& one = answer.request.scenarios[scenario];
    auto text =
        fmt::format("{}, against {}\n{}\n", name_of(one),
                    answer.request.scenarios[one.baseline].name, wrap(one.title, "  "));
    TextTable table{{"", "change", "90 % range", "s.e.", "better", "unit"}};
    for (auto const* outcome : view.headlines()) {
        auto const paired = view.compare(one.baseline, scenario, outcome->name);
        auto const& change = paired.difference;
        table.add({outcome->label, write_change(change.mean, outcome->decimals),
                   write_change_range(change.low, change.high, outcome->decimals),
                   write_error(change.standard_error), write_percent(paired.probability_better),
                   outcome->unit});
    }
    return text + table.text() + wrap(describe_budget(view, one.baseline, scenario), "  ") + "\n" +
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
    return text + write_notes(answer, view);
}
}  // namespace concordat::cli
