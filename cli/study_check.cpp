#include "cli/study_check.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "cli/input_check.hpp"
#include "cli/qa_check.hpp"
#include "cli/stored_study.hpp"
#include "cli/study_tables.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/file.hpp"
#include "sim/store/manifest.hpp"
#include "sim/store/results_csv.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;
using Json = nlohmann::json;

bool is_there(fs::path const& path)
{
    std::error_code ignored;
    return fs::exists(path, ignored);
}

/// Without the file's own name in front, which stands beside it.
std::string take_reason(std::exception const& error, fs::path const& file)
{
    std::string text = error.what();
    if (text.rfind(file.string() + ": ", 0) == 0) text.erase(0, file.string().size() + 2);
    auto const line = text.find('\n');
    return line == std::string::npos ? text : text.substr(0, line);
}

/// Whether the members that are read below are there and are what they should be.
bool is_manifest(Json const& json)
{
    if (!json.is_object() || !json.contains("results_hash") || !json.at("results_hash").is_string()) return false;
    if (!json.contains("replicates_stored") || !json.at("replicates_stored").is_number_unsigned()) return false;
    if (json.contains("session") && !json.at("session").is_object()) return false;
    auto const hashes = json.find("hashes");
    if (hashes == json.end()) return true;  // of an earlier version
    return hashes->is_object() && std::all_of(hashes->begin(), hashes->end(), [](Json const& one) { return one.is_string(); });
}

/// Looks at one study, file by file.
class Inspector
{
  public:
    explicit Inspector(fs::path folder) : folder_{std::move(folder)}, under_way_{folder_.extension() == ".partial"} {}

    std::vector<StudyCheck> inspect(fs::path const& pack)
    {
        attempt(store::manifest_name, [&] { read_manifest(); });
        attempt(store::plan_name, [&] { read_plan(); });
        attempt(store::blocks_name, [&] { read_blocks(); });
        if (!under_way_) {
            attempt(store::results_name, [&] { check_results(); });
            attempt("tables", [&] { check_tables(); });
            attempt("hashes", [&] { check_other_files(); });
        }
        if (request_) {
            attempt("inputs", [&] { append(check_inputs(*request_)); });
            attempt("program", [&] { append(check_program(request_->version, manifest_)); });
        }
        attempt("QA pack", [&] { append(check_qa(pack, folder_)); });
        return std::move(checks_);
    }

  private:
    void add(std::string what, Verdict verdict, std::string words)
    {
        checks_.push_back({std::move(what), verdict, std::move(words)});
    }
    /// What cannot be read at all is a finding too.
    template <class Look>
    void attempt(std::string const& what, Look const& look)
    {
        try {
            look();
        } catch (std::exception const& error) {
            add(what, Verdict::fails, "cannot be looked at: " + take_reason(error, folder_ / what));
        }
    }
    void append(std::vector<StudyCheck> more) { checks_.insert(checks_.end(), more.begin(), more.end()); }

    void read_manifest()
    {
        if (under_way_) return add(store::manifest_name, Verdict::note, "the study is under way, so there are no tables yet");
        if (!is_there(folder_ / store::manifest_name)) return add(store::manifest_name, Verdict::fails, "is missing");
        manifest_ = Json::parse(store::read_file(folder_ / store::manifest_name), nullptr, false);
        if (is_manifest(manifest_)) return;
        manifest_ = Json::object();
        add(store::manifest_name, Verdict::fails, "is not the manifest of a study");
    }

    void read_plan()
    {
        auto const file = folder_ / store::plan_name;
        try {
            plan_ = store::plan_from_json(store::read_file(file), file);
            request_ = read_stored_request(*plan_, folder_);
        } catch (std::exception const& error) {
            return add(store::plan_name, Verdict::fails, take_reason(error, file));
        }
        plan_is_ours_ = check_recorded_hash(store::plan_name);
        if (plan_is_ours_) {
            add(store::plan_name, Verdict::holds,
                fmt::format("{} scenarios, {} parameters", request_->scenarios.size(), request_->parameters.size()));
        }
        if (!manifest_.empty()) compare_manifest();
    }

    /// The manifest repeats what the plan holds.
    void compare_manifest()
    {
        Json expected = Json::parse(plan_->request, nullptr, false);
        expected["seed"] = plan_->seed;
        expected["first_replicate"] = plan_->first_replicate;
        expected["replicates_wanted"] = plan_->replicates;
        std::string different;
        for (auto const& [name, value] : expected.items()) {
            auto const found = manifest_.find(name);
            if (found != manifest_.end() && *found == value) continue;
            different += (different.empty() ? "" : ", ") + name;
        }
        if (different.empty()) return add(store::manifest_name, Verdict::holds, "agrees with the plan");
        add(store::manifest_name, Verdict::fails, "does not agree with the plan in: " + different);
    }

    void read_blocks()
    {
        auto const file = folder_ / store::blocks_name;
        if (!plan_) return add(store::blocks_name, Verdict::fails, "cannot be read without the plan");
        try {
            study_.emplace(folder_);
        } catch (std::exception const& error) {
            return add(store::blocks_name, Verdict::fails, take_reason(error, file));
        }
        auto const stored = study_->stored_replicates();
        if (!under_way_ && manifest_.value("replicates_stored", stored) != stored) {
            return add(store::blocks_name, Verdict::fails,
                       fmt::format("holds {} replicates, the manifest says {}", stored,
                                   manifest_.value("replicates_stored", stored)));
        }
        if (!check_recorded_hash(store::blocks_name)) return;
        add(store::blocks_name, Verdict::holds, fmt::format("{} replicates, every checksum is right", stored));
    }

    void check_results()
    {
        auto const file = folder_ / store::results_name;
        if (!is_there(file)) return add(store::results_name, Verdict::fails, "is missing");
        auto const now = store::hash_file(file);
        auto const recorded = manifest_.value("results_hash", std::string{});
        if (!manifest_.empty() && now != recorded) return add(store::results_name, Verdict::fails, "is not what the study wrote: its hash differs from the manifest's");
        if (!study_ || !plan_is_ours_) {
            return add(store::results_name, Verdict::note, manifest_.empty() ? "cannot be held against anything" : "is what the study wrote; it cannot be held against the blocks");
        }
        auto const derived = "xxh3-128:" + store::hash_results_csv(*study_).hex();
        add(store::results_name, derived == now ? Verdict::holds : Verdict::fails,
            derived == now ? "says what the blocks say" : "does not say what the blocks say");
    }

    void check_tables()
    {
        if (!study_ || !request_ || !plan_is_ours_) return;  // their hashes are looked at below
        for (auto const& table : derive_tables(*request_, *study_)) check_table(table);
    }

    void check_table(store::ExtraFile const& table)
    {
        auto const file = folder_ / table.name;
        if (!is_there(file)) return add(table.name, Verdict::fails, "is missing");
        if (!check_recorded_hash(table.name)) return;
        if (store::read_file(file) == table.text) return add(table.name, Verdict::holds, "follows from the blocks");
        bool const other_version = request_->version != CONCORDAT_VERSION;
        add(table.name, other_version ? Verdict::warning : Verdict::fails,
            other_version ? "is what the study wrote; this version of the program writes it otherwise"
                          : "does not follow from the blocks");
    }

    /// Those that no table stands for: the index, the netCDF file; and those that are gone.
    void check_other_files()
    {
        auto const hashes = manifest_.value("hashes", Json::object());
        if (hashes.empty() && !manifest_.empty()) add("hashes", Verdict::note, "the manifest has none of single files; it was written by an earlier version");
        for (auto const& [name, hash] : hashes.items()) {
            bool const seen = std::any_of(checks_.begin(), checks_.end(), [&, &n = name](auto const& one) { return one.what == n; });
            if (seen) continue;
            if (!is_there(folder_ / name)) {
                add(name, Verdict::fails, "is missing");
            } else if (check_recorded_hash(name)) {
                add(name, Verdict::holds, "is what the study wrote");
            }
        }
    }

    /// \returns whether the file has the hash that the manifest records, or none is recorded
    bool check_recorded_hash(std::string const& name)
    {
        auto const hashes = manifest_.value("hashes", Json::object());
        auto const recorded = hashes.value(name, std::string{});
        if (recorded.empty() || recorded == store::hash_file(folder_ / name)) return true;
        add(name, Verdict::fails, "is not what the study wrote: its hash differs from the manifest's");
        return false;
    }

    fs::path folder_;
    bool under_way_;
    Json manifest_ = Json::object();
    std::optional<store::StudyPlan> plan_{};
    bool plan_is_ours_{};  ///< it is what was written, so that tables can be derived by it
    std::optional<StudyRequest> request_{};
    std::optional<store::StudyReader> study_{};
    std::vector<StudyCheck> checks_{};
};
}  // namespace

std::vector<StudyCheck> check_stored_study(fs::path const& folder, fs::path const& pack)
{
    return Inspector{folder}.inspect(pack);
}
}  // namespace concordat::cli
