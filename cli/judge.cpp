#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/findings.hpp"
#include "cli/judgement.hpp"
#include "cli/stored_study.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/file.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::string_view begin_mark = "<!-- reforms -->\n";
constexpr std::string_view end_mark = "<!-- end -->";

/// Puts the rows between the document's marks.
void fill_document(std::string const& document, std::string const& rows, core::Problems& problems)
{
    auto text = store::read_file(document);
    auto const begin = text.find(begin_mark);
    auto const end = begin == std::string::npos ? begin : text.find(end_mark, begin);
    if (end == std::string::npos) {
        problems.add({.file = document}, "has no line '<!-- reforms -->' with a line '<!-- end -->' below it");
        return;
    }
    auto const from = begin + begin_mark.size();
    text.replace(from, end - from, rows);
    store::write_file_durably(document, text);
}

void check(StudyRequest const& request, std::vector<Judgement> const& list, std::string const& folder, core::Problems& problems)
{
    if (!list.empty() || !problems.empty()) return;
    problems.add({.file = folder},
                 request.compares() ? "compares no single reform that says what its source argues" : "holds no comparison",
                 "concordat compare BASELINE REFORM ... --out DIR");
}
}  // namespace

ExitCode judge_reforms(JudgeCommand const& command)
{
    auto const folder = find_stored_study(command.folder);
    store::StudyReader const study{folder};
    auto const request = read_stored_request(study.plan(), folder);
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    problems.throw_if_any();
    auto const list = judge(request, StudyView{study}, library, problems);
    check(request, list, command.folder, problems);
    problems.throw_if_any();
    if (!command.document.empty()) fill_document(command.document, write_judgement_rows(list), problems);
    problems.throw_if_any();
    if (command.json) {
        fmt::print("{}", write_judgement_json(list));
    } else {
        fmt::print("{}\n{}", write_judgements(list), wrap(describe_uncertainty(request), ""));
    }
    return ExitCode::success;
}
}  // namespace concordat::cli
