#include <fmt/format.h>

#include <filesystem>

#include "cli/findings.hpp"
#include "cli/markdown.hpp"
#include "cli/qa_papers.hpp"
#include "cli/source_text.hpp"
#include "cli/study_words.hpp"

namespace concordat::cli
{
namespace
{
std::string list_authors(std::vector<config::AppliedChange> const& history)
{
    std::string text;
    for (auto const& change : history) {
        text += (text.empty() ? "" : "; ") + std::filesystem::path{change.who}.filename().string();
    }
    return text;
}

std::string list_reasons(std::vector<config::AppliedChange> const& history)
{
    std::string text;
    for (auto const& change : history) {
        if (!change.reason.empty()) text += (text.empty() ? "" : " ") + change.reason;
    }
    return text;
}

std::string write_differences(config::ParameterTable const& before, config::ParameterTable const& after)
{
    auto const changes = scenario::list_differences(before, after);
    if (changes.empty()) return "Nothing.\n";
    auto text = write_markdown_head({"parameter", "old", "new", "unit", "changed by", "reason"});
    for (auto const& one : changes) {
        text += write_markdown_row({"`" + one.path + "`", config::show(one.before), config::show(one.after), one.unit,
                                    list_authors(one.history), list_reasons(one.history)});
    }
    return text;
}
}  // namespace

std::string write_changes_page(QaStudy const& qa)
{
    auto text = fmt::format("# What the scenarios of {} change\n\n"
                            "A baseline is shown against the parameter files, every other scenario against its baseline. Old and new are "
                            "the values that the model ran with.\n", name_study(qa.request));
    auto const rounds = name_rounds(qa.request);
    auto const families = group_rounds(qa.request, rounds);
    if (families.size() < rounds.size()) {
        text += fmt::format("\nOf {} design points the first stands for all: the others differ from it in what the design moves, which "
                            "`design.csv` of the study lists.\n", qa.request.design.points.size());
    }
    for (auto const& family : families) {
        auto const& one = rounds[family.members.front()];
        auto const& scenario = qa.request.scenarios[one.scenario];
        bool const compared = scenario.baseline != one.scenario;
        auto const& before = compared ? qa.request.scenarios[scenario.baseline].rounds[one.round].parameters : qa.request.parameters;
        text += fmt::format("\n## {}\n\n{}. Against {}:\n\n{}", one.name,
                            compared ? short_title(qa.request, one.scenario) : scenario.title,
                            compared ? qa.request.scenarios[scenario.baseline].name : "the parameter files",
                            write_differences(before, scenario.rounds[one.round].parameters));
    }
    return text;
}
}  // namespace concordat::cli
