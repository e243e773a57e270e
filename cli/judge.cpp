#include <fmt/format.h>

#include <filesystem>

#include "cli/commands.hpp"
#include "cli/document_regions.hpp"
#include "cli/dose_table.hpp"
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
/// Verdicts have to have their place in the document. Doses are written where it has one for them, none of them where
/// the study has none: both tables are of one study.
void fill_document(std::string const& document, std::vector<Judgement> const& list, core::Problems& problems)
{
    bool has_place = false;
    auto const write = [&](std::string const& mark, core::Position const&) -> std::optional<std::string> {
        if (mark == "doses") return write_dose_rows(list);
        if (mark != "reforms") return std::nullopt;
        has_place = true;
        return write_judgement_rows(list);
    };
    auto const text = fill_regions(store::read_file(document), document, write, problems);
    if (!has_place) problems.add({.file = document}, "has no line '<!-- reforms -->' with a line '<!-- end -->' below it");
    if (problems.empty()) store::write_file_durably(document, text);
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
    if (!command.document.empty()) fill_document(command.document, list, problems);
    problems.throw_if_any();
    if (command.json) {
        fmt::print("{}", write_judgement_json(list));
    } else {
        auto const doses = write_doses(list);
        fmt::print("{}\n{}{}{}", write_judgements(list), doses, doses.empty() ? "" : "\n", wrap(describe_uncertainty(request), ""));
    }
    return ExitCode::success;
}
}  // namespace concordat::cli
