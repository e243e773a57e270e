#include <fmt/format.h>

#include <algorithm>

#include "cli/answer_sentence.hpp"
#include "cli/sensitivity_text.hpp"
#include "cli/markdown.hpp"
#include "cli/qa_papers.hpp"
#include "cli/study_words.hpp"

namespace concordat::cli
{
namespace
{
std::string write_contents()
{
    return write_markdown_head({"file", "what it is", "in terms of the Aqua Book"}) +
           write_markdown_row({"`odd.md`", "the whole model by ODD+D, its tables filled with what this study ran with", "specification, conceptual model"}) +
           write_markdown_row({"`assumptions_log.csv`", "every parameter: default, value in each scenario, range, source or reason, reliability, what is known of its influence", "assumptions log"}) +
           write_markdown_row({"`assumptions_log.md`", "what is judged and not known, least reliable first", "assumptions log, to be read"}) +
           write_markdown_row({"`changes.md`", "what each scenario changes: old, new, reason", "decisions log"}) +
           write_markdown_row({"`data_log.csv`", "every column of every data file: meaning, unit, source, hash of the file", "data log"}) +
           write_markdown_row({"`verification.csv`", "the model's mechanisms against closed forms, run when the pack was written", "verification: test plan and results"}) +
           write_markdown_row({"`limitations.md`", "what the ranges show, what outcomes must not be used for, what the model leaves out", "statement of limitations"}) +
           write_markdown_row({"`run_record.json`", "program, build, inputs, seed, results by their hashes, and the command", "version control, reproducibility"}) +
           write_markdown_row({"`citation.txt`, `CITATION.cff`", "how to cite the study", "-"}) +
           write_markdown_row({"`SHA256SUMS`", "sums of all files here", "-"});
}

std::string write_result(QaStudy const& qa)
{
    if (qa.study.replicates().empty()) return "No replicate is complete.\n";
    if (qa.request.sensitivity) return write_sensitivity_sentence(qa.request, find_sensitivities(qa.request, qa.study).front()) + "\n";
    return write_answer_sentence(qa.request, StudyView{qa.study}, qa.study.replicates().size()) + "\n";
}
}  // namespace

std::string write_readme(QaStudy const& qa, std::string const& study_path, std::string const& pack_path)
{
    auto const passed = std::count_if(qa.verification.begin(), qa.verification.end(), [](auto const& one) { return one.passed(); });
    return fmt::format("# QA pack: {}\n\n{}\n\n{}\n## What is here\n\n{}\n"
                       "{} of {} checks against theory passed.\n\n"
                       "## How to check it\n\n"
                       "Without the program, in this folder:\n\n    sha256sum -c SHA256SUMS\n\n"
                       "With it, all of the study (blocks, tables, plan, data pack, this pack), without a network:\n\n    {}\n\n"
                       "One replicate again, every number compared with what is stored:\n\n    concordat rerun {} --replicate {}\n\n"
                       "All of it again, which gives the same bytes with the program, scenario files and data pack of the run record:\n\n    {}\n\n"
                       "Not in the pack, and for people to add in files of their own: who commissioned, did and assured the analysis, "
                       "what it is fit for, and who signed it off.\n",
                       name_study(qa.request), qa.request.study ? qa.request.study->question : write_question(qa.request), write_result(qa),
                       write_contents(), passed, qa.verification.size(),
                       pack_path.empty() ? "concordat check " + study_path : fmt::format("concordat check {} --qa {}", study_path, pack_path),
                       study_path, qa.study.replicates().empty() ? qa.study.plan().first_replicate : qa.study.replicates().front(),
                       write_repeating_command(qa.request));
}
}  // namespace concordat::cli
