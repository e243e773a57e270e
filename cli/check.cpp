#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands.hpp"
#include "cli/stored_study.hpp"
#include "cli/study_check.hpp"
#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::array<char const*, 4> verdict_words{"ok", "note", "WARNING", "FAIL"};

char const* show(Verdict verdict) { return verdict_words.at(static_cast<std::size_t>(verdict)); }

std::ptrdiff_t count(std::vector<StudyCheck> const& checks, Verdict verdict)
{
    return std::count_if(checks.begin(), checks.end(), [&](auto const& one) { return one.verdict == verdict; });
}

void print_text(std::vector<StudyCheck> const& checks)
{
    std::size_t width = 0;
    for (auto const& one : checks) width = std::max(width, one.what.size());
    for (auto const& one : checks) fmt::print("{:<7}  {:<{}}  {}\n", show(one.verdict), one.what, width, one.words);
    auto const failed = count(checks, Verdict::fails);
    auto const warnings = count(checks, Verdict::warning);
    fmt::print("\n{}{}\n", failed == 0 ? "The study is what it says it is" : fmt::format("{} of {} checks failed", failed, checks.size()),
               warnings == 0 ? "." : failed == 0 ? ", but it cannot be run again here as it was." : "; see the warnings too.");
}

void print_json(std::filesystem::path const& folder, std::vector<StudyCheck> const& checks)
{
    using Json = nlohmann::ordered_json;
    Json json{{"format", "concordat-check"},
              {"version", 1},
              {"program_version", CONCORDAT_VERSION},
              {"folder", folder.string()},
              {"passed", count(checks, Verdict::fails) == 0},
              {"checks", Json::array()}};
    for (auto const& one : checks) {
        constexpr std::array<char const*, 4> names{"holds", "note", "warning", "fails"};
        json["checks"].push_back(
            {{"what", one.what}, {"verdict", names.at(static_cast<std::size_t>(one.verdict))}, {"words", one.words}});
    }
    fmt::print("{}\n", json.dump(1, ' ', false, Json::error_handler_t::replace));
}
}  // namespace

ExitCode check_study(CheckCommand const& command)
{
    auto const folder = find_stored_study(command.folder);
    auto const own = folder / store::qa_name;
    if (std::error_code ignored; !command.pack.empty() && !std::filesystem::is_directory(command.pack, ignored)) {
        throw store::StorageError{command.pack, "there is no QA pack here"};
    }
    auto const checks = check_stored_study(folder, command.pack.empty() ? own : std::filesystem::path{command.pack});
    if (command.json) {
        print_json(folder, checks);
    } else {
        print_text(checks);
    }
    return count(checks, Verdict::fails) == 0 ? ExitCode::success : ExitCode::failure;
}
}  // namespace concordat::cli
