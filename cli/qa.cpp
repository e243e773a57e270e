#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.hpp"
#include "cli/qa_papers.hpp"
#include "cli/stored_study.hpp"
#include "sim/store/file.hpp"
#include "sim/store/sha256.hpp"
#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;

/// Nothing is written over but an earlier pack that is to be replaced.
void check_room(fs::path const& pack, bool replace)
{
    std::error_code ignored;
    bool const there = fs::exists(pack / store::qa_sums_name, ignored);
    if (there && replace) return;
    if (there) throw store::StorageError{pack, "there is a QA pack already", "replace it with --force"};
    for (auto const* const name : store::qa_files) {
        if (!fs::exists(pack / name, ignored)) continue;
        throw store::StorageError{pack / name, "is there already and belongs to no QA pack", "choose another folder with --out"};
    }
}

/// \returns names of the files
std::vector<std::string> write_pack(fs::path const& pack, std::vector<store::ExtraFile> const& papers)
{
    store::remove_qa(pack);
    std::error_code failed;
    fs::create_directories(pack, failed);
    if (failed) store::throw_system_error(pack, "make the folder", failed.value());
    std::vector<std::string> names;
    for (auto const& paper : papers) {
        store::write_file_durably(pack / paper.name, paper.text);
        names.push_back(paper.name);
    }
    store::write_file_durably(pack / store::qa_sums_name, store::write_sums(pack, names));
    return names;
}

/// The papers are all written before the first is put on the disk.
std::vector<store::ExtraFile> write_papers(QaStudy const& qa, std::string const& study_path, std::string const& pack_path)
{
    return {{"README.md", write_readme(qa, study_path, pack_path)},
            {"odd.md", write_description_page(qa)},
            {"assumptions_log.csv", write_assumptions_table(qa)},
            {"assumptions_log.md", write_assumptions_page(qa)},
            {"changes.md", write_changes_page(qa)},
            {"data_log.csv", write_data_table(qa)},
            {"verification.csv", write_verification_table(qa)},
            {"limitations.md", write_limitations_page(qa)},
            {"run_record.json", write_run_record(qa)},
            {"citation.txt", write_citation_text(qa)},
            {"CITATION.cff", write_citation_file(qa)}};
}

ExitCode report_verification(QaStudy const& qa)
{
    auto const passed = std::count_if(qa.verification.begin(), qa.verification.end(), [](auto const& one) { return one.passed(); });
    if (static_cast<std::size_t>(passed) == qa.verification.size()) return ExitCode::success;
    fmt::print(stderr, "only {} of {} checks of the model against theory passed: see verification.csv\n", passed,
               qa.verification.size());
    return ExitCode::failure;
}
}  // namespace

ExitCode write_qa(QaCommand const& command)
{
    auto const folder = find_stored_study(command.folder);
    if (folder.extension() == ".partial") {
        throw store::StorageError{folder, "this study is under way", "resume it first; its QA pack speaks of its results"};
    }
    store::StudyReader const study{folder};
    auto const request = read_stored_request(study.plan(), folder);
    auto const pack = command.out.empty() ? folder / store::qa_name : fs::path{command.out};
    check_room(pack, command.replace);
    try {
        QaStudy const qa{request, study, folder, verification::run_checks()};
        auto const names = write_pack(pack, write_papers(qa, command.folder, command.out));
        fmt::print("QA pack: {} ({} files; README.md says what is in them)\ncheck it with: concordat check {}{}\n",
                   command.out.empty() ? (fs::path{command.folder} / store::qa_name).string() : command.out, names.size() + 1,
                   command.folder, command.out.empty() ? "" : " --qa " + command.out);
        return report_verification(qa);
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
}
}  // namespace concordat::cli
