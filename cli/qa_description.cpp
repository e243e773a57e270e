#include <fmt/format.h>

#include "cli/document_regions.hpp"
#include "cli/exit_code.hpp"
#include "cli/model_description.hpp"
#include "cli/plain_links.hpp"
#include "cli/qa_papers.hpp"
#include "cli/study_words.hpp"

namespace concordat::cli
{
namespace
{
/// What this copy is, below its title.
std::string write_note(QaStudy const& qa)
{
    auto const rounds = name_rounds(qa.request);
    auto const& first = qa.request.scenarios.front();
    auto note = fmt::format("> This copy belongs to the study \u201c{}\u201d, data pack `{}`. Its tables of parameters and assumptions were "
                            "written from what the study ran with: values are those of `{}`, with the default beside them where it is "
                            "another.", name_study(qa.request), qa.request.pack.name, rounds.front().name);
    if (rounds.size() > 1) note += " What other scenarios and rounds change is in `changes.md`.";
    if (first.is_history()) note += " The study is a history: this is its first round.";
    return note + "\n";
}
}  // namespace

std::string write_description_page(QaStudy const& qa)
{
    std::string text{model_description()};
    auto const title_end = text.find('\n') + 1;
    text.insert(title_end, fmt::format("\n{}", write_note(qa)));
    core::Problems problems;
    auto const filled = fill_regions(text, "odd.md", qa.request.scenarios.front().rounds.front().parameters, problems,
                                     &qa.request.parameters);
    if (!problems.empty()) {
        throw RunFailure{"odd.md: the description that the program holds does not fit the parameters of the study, which another "
                         "version ran"};
    }
    return write_plain_links(filled);
}
}  // namespace concordat::cli
