#include "cli/qa_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/store/file.hpp"
#include "sim/store/sha256.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;
constexpr char const* record_name = "run_record.json";

bool is_file(fs::path const& path)
{
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

std::string name_in_pack(std::string const& name) { return std::string{store::qa_name} + "/" + name; }

/// Files of the pack that are gone or are not what was written.
std::vector<StudyCheck> check_sums(fs::path const& pack)
{
    std::vector<StudyCheck> wrong;
    auto const sums = store::read_sums(store::read_file(pack / store::qa_sums_name));
    for (auto const& [name, sum] : sums) {
        if (sum.empty()) {
            wrong.push_back({name_in_pack(store::qa_sums_name), Verdict::fails, "holds a line that is no sum"});
        } else if (!is_file(pack / name)) {
            wrong.push_back({name_in_pack(name), Verdict::fails, "is missing"});
        } else if (store::sha256_of_file(pack / name) != sum) {
            wrong.push_back({name_in_pack(name), Verdict::fails, "is not what was written: its SHA-256 differs from SHA256SUMS"});
        }
    }
    for (std::string const name : store::qa_files) {
        bool const listed = name == store::qa_sums_name || std::any_of(sums.begin(), sums.end(), [&](auto const& one) { return one.first == name; });
        if (!listed) wrong.push_back({name_in_pack(name), Verdict::fails, "is not listed in SHA256SUMS"});
    }
    if (wrong.empty()) wrong.push_back({"QA pack", Verdict::holds, fmt::format("{} files have their SHA-256 sums", sums.size())});
    return wrong;
}

/// Whether the study's files are those that the record names.
StudyCheck check_record(fs::path const& pack, fs::path const& study)
{
    auto const json = nlohmann::json::parse(store::read_file(pack / record_name), nullptr, false);
    StudyCheck const broken{name_in_pack(record_name), Verdict::fails, "is no run record"};
    if (!json.is_object() || !json.contains("results") || !json.at("results").is_object()) return broken;
    std::string different;
    std::size_t count = 0;
    for (auto const& file : json.at("results").value("files", nlohmann::json::array())) {
        auto const name = file.is_object() ? file.value("name", std::string{}) : std::string{};
        if (name.empty()) return broken;
        ++count;
        if (is_file(study / name) && store::sha256_of_file(study / name) == file.value("sha256", std::string{})) continue;
        different += (different.empty() ? "" : ", ") + name;
    }
    if (count == 0) return broken;
    if (different.empty()) return {name_in_pack(record_name), Verdict::holds, fmt::format("speaks of this study: {} files are as it says", count)};
    return {name_in_pack(record_name), Verdict::fails, "speaks of other files than these: " + different};
}
}  // namespace

std::vector<StudyCheck> check_qa(fs::path const& pack, fs::path const& study)
{
    std::error_code ignored;
    if (!fs::is_directory(pack, ignored)) return {{"QA pack", Verdict::note, "there is none; concordat qa writes it"}};
    if (!is_file(pack / store::qa_sums_name)) return {{name_in_pack(store::qa_sums_name), Verdict::fails, "is missing"}};
    auto checks = check_sums(pack);
    if (is_file(pack / record_name)) checks.push_back(check_record(pack, study));
    return checks;
}
}  // namespace concordat::cli
