#include "sim/store/manifest.hpp"

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <vector>

#include "sim/core/check.hpp"
#include "sim/store/file.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::store
{
namespace
{
using Json = nlohmann::ordered_json;

Json write_failures(StudyReader const& study)
{
    Json list = Json::array();
    for (auto const& failure : study.failures()) {
        list.push_back({{"scenario", study.plan().scenarios[failure.scenario].name},
                        {"replicate", failure.replicate},
                        {"reason", failure.message}});
    }
    return list;
}
Json write_hashes(std::vector<FileHash> const& files)
{
    Json list = Json::object();
    for (auto const& file : files) list[file.name] = file.hash;
    return list;
}
}  // namespace

// Piece by piece: a file mapped as a whole would count as memory of the program, and results have no bound.
std::string hash_file(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) throw_system_error(path, "open the file", errno);
    Hasher hasher;
    std::vector<char> piece(1U << 20U);
    while (in) {
        in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        hasher.add(std::string_view{piece.data(), static_cast<std::size_t>(in.gcount())});
    }
    if (in.bad()) throw_system_error(path, "read", EIO);
    return "xxh3-128:" + hasher.digest().hex();
}

std::vector<FileHash> hash_study_files(std::filesystem::path const& folder)
{
    std::vector<FileHash> list;
    for (auto const* const name : {plan_name, blocks_name, index_name, results_name, summary_name, comparison_name,
                                   failures_name, netcdf_name, design_name, decomposition_name, waterfall_name,
                                   sensitivity_name, sensitivity_chart_name}) {
        std::error_code ignored;
        if (std::filesystem::exists(folder / name, ignored)) list.push_back({name, hash_file(folder / name)});
    }
    return list;
}

std::string write_results_hash(FinishedStudy const& done) { return "xxh3-128:" + done.results_hash; }

std::string manifest_json(StudyReader const& study, FinishedStudy const& done, std::string const& caller)
{
    auto const& plan = study.plan();
    Json manifest{{"status", done.complete ? "complete" : "stopped"},
                  {"seed", plan.seed},
                  {"first_replicate", plan.first_replicate},
                  {"replicates_wanted", plan.replicates},
                  {"replicates_stored", done.replicates},
                  {"replicates_in_results", study.replicates().size()},
                  {"results_hash", write_results_hash(done)},
                  {"hashes", write_hashes(done.files)},
                  {"failures", write_failures(study)}};
    auto const more = Json::parse(caller, nullptr, false);
    core::require(more.is_object(), "the manifest of a study is a JSON object");
    for (auto const& [name, value] : more.items()) {
        core::require(!manifest.contains(name), "the caller's manifest does not repeat the store's names");
        manifest[name] = value;
    }
    return manifest.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string read_results_hash(std::filesystem::path const& folder)
{
    std::error_code ignored;
    if (!std::filesystem::exists(folder / manifest_name, ignored)) return {};
    auto const manifest = Json::parse(read_file(folder / manifest_name), nullptr, false);
    return manifest.is_object() ? manifest.value("results_hash", std::string{}) : std::string{};
}
}  // namespace concordat::store
