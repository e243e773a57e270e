#include "cli/input_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/build_facts.hpp"
#include "sim/store/file.hpp"
#include "sim/store/state_file.hpp"

namespace concordat::cli
{
namespace
{
bool is_file(std::filesystem::path const& path)
{
    std::error_code ignored;
    return std::filesystem::is_regular_file(path, ignored);
}

StudyCheck check_pack_files(PackIdentity const& pack)
{
    StudyCheck check{fmt::format("data pack {}", pack.name), Verdict::holds, {}};
    std::error_code ignored;
    if (!std::filesystem::is_directory(pack.folder, ignored)) {
        return {check.what, Verdict::warning, fmt::format("is not at {}, so that nothing can be run again", pack.folder.string())};
    }
    auto const now = hash_folder(pack.folder);
    std::string different;
    auto const compare = [&](auto const& from, auto const& with) {
        for (auto const& file : from) {
            if (std::find(with.begin(), with.end(), file) != with.end()) continue;
            if (different.find(file.first) == std::string::npos) different += (different.empty() ? "" : ", ") + file.first;
        }
    };
    compare(pack.files, now);
    compare(now, pack.files);
    if (different.empty()) return {check.what, Verdict::holds, fmt::format("{} files are as they were", now.size())};
    return {check.what, Verdict::warning, "is not what the study read: " + different};
}

StudyCheck check_scenario_files(StudyRequest const& request)
{
    std::string changed;
    std::size_t there = 0;
    for (auto const& file : request.files) {
        if (!is_file(file.path)) continue;
        ++there;
        if (store::read_file(file.path) == file.text) continue;
        changed += (changed.empty() ? "" : ", ") + std::filesystem::path{file.path}.filename().string();
    }
    if (!changed.empty()) {
        return {"scenario files", Verdict::note, fmt::format("changed since, the study keeps what it was run with: {}", changed)};
    }
    auto const gone = request.files.size() - there;
    if (gone > 0) return {"scenario files", Verdict::note, fmt::format("{} are not here, the study keeps their texts", gone)};
    return {"scenario files", Verdict::holds, fmt::format("{} are as they were", there)};
}

StudyCheck check_state(StateUse const& use)
{
    if (!is_file(use.file)) {
        return {"saved states", Verdict::warning, fmt::format("are not at {}, so that nothing can be run again", use.file.string())};
    }
    try {
        bool const same = store::StateFileReader{use.file}.hash() == use.hash;
        return {"saved states", same ? Verdict::holds : Verdict::warning,
                same ? "are as they were" : "are not what the study went on from"};
    } catch (core::InputError const&) {
        return {"saved states", Verdict::warning, "are damaged"};
    }
}
}  // namespace

std::vector<StudyCheck> check_inputs(StudyRequest const& request)
{
    std::vector<StudyCheck> checks{check_pack_files(request.pack)};
    if (!request.files.empty()) checks.push_back(check_scenario_files(request));
    if (request.from_state) checks.push_back(check_state(*request.from_state));
    return checks;
}

std::vector<StudyCheck> check_program(std::string const& version, nlohmann::json const& manifest)
{
    if (version != CONCORDAT_VERSION) {
        return {{"program", Verdict::note, fmt::format("the study was run by version {}, this is version {}", version, CONCORDAT_VERSION)}};
    }
    auto const session = manifest.value("session", nlohmann::json::object());
    auto const recorded = session.value("program_hash", std::string{});
    if (recorded.empty()) return {{"program", Verdict::holds, fmt::format("version {}", version)}};
    bool const same = recorded == hash_program();
    return {{"program", same ? Verdict::holds : Verdict::note,
             fmt::format("version {}, {}", version, same ? "the very program that ran the study" : "built anew since the study was run")}};
}
}  // namespace concordat::cli
