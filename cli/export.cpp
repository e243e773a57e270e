#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.hpp"
#include "cli/netcdf_words.hpp"
#include "cli/option_values.hpp"
#include "cli/stored_study.hpp"
#include "sim/config/value.hpp"
#include "sim/store/manifest.hpp"
#include "sim/store/storage_error.hpp"
#include "sim/store/study_folder.hpp"
#include "sim/store/wide_csv.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;
constexpr std::size_t most_spreadsheet_rows = 1'048'576;  // of a sheet in Excel and LibreOffice, the header included

/// A study that finishes just now changes its name: it is then looked for again.
store::StudyReader open_study(fs::path const& given, fs::path& place)
{
    place = find_stored_study(given);
    try {
        return store::StudyReader{place};
    } catch (store::StorageError const&) {
        auto const now = find_stored_study(given);
        if (now == place) throw;
        place = now;
    }
    return store::StudyReader{place};
}

void check_words(std::string const& option, std::vector<std::string> const& words,
                 std::vector<std::string> const& known, std::string const& what, core::Problems& problems)
{
    constexpr std::size_t most_listed = 20;
    for (auto const& word : words) {
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        auto hint = suggest(word, known);
        if (hint.empty() && known.size() <= most_listed) hint = fmt::format("there are {}", fmt::join(known, ", "));
        if (hint.empty()) hint = fmt::format("the column '{}' of summary.csv has their names", what);
        problems.add({.file = option}, fmt::format("the study holds no {} {}", what, config::quote(word)), std::move(hint));
    }
}

/// At least one column must be left.
void check_selection(store::Selection const& wanted, store::Schema const& schema, core::Problems& problems)
{
    std::vector<std::string> outcomes, groupings;
    bool any = false;
    for (auto const& block : schema.blocks()) {
        auto const& grouping = schema.groupings.at(static_cast<std::size_t>(block.grouping)).name;
        if (std::find(groupings.begin(), groupings.end(), grouping) == groupings.end()) groupings.push_back(grouping);
        for (int const o : block.outcomes) {
            auto const& outcome = schema.outcomes.at(static_cast<std::size_t>(o)).name;
            any = any || (wanted.wants_grouping(grouping) && wanted.wants_outcome(outcome));
        }
    }
    for (auto const& outcome : schema.outcomes) outcomes.push_back(outcome.name);
    auto const before = problems.size();
    check_words("--outcomes", wanted.outcomes, outcomes, "outcome", problems);
    check_words("--groupings", wanted.groupings, groupings, "grouping", problems);
    if (any || problems.size() != before) return;
    problems.add({.file = "--outcomes"},
                 fmt::format("none of these was recorded for {}", fmt::join(wanted.groupings, ", ")));
}

void check_target(std::string const& file, bool replace, core::Problems& problems)
{
    std::error_code ignored;
    if (file.empty()) return;
    auto const folder = fs::absolute(file).parent_path();
    if (fs::is_directory(file, ignored)) {
        problems.add({.file = file}, "is a folder", "name a file");
    } else if (!replace && fs::exists(file, ignored)) {
        problems.add({.file = file}, "exists already; nothing is overwritten", "choose another name, or give --force");
    } else if (!fs::is_directory(folder, ignored)) {
        problems.add({.file = file}, fmt::format("there is no folder {}", folder.string()));
    }
}

std::string write_size(fs::path const& file)
{
    constexpr double megabyte = 1e6;
    return fmt::format("{:.1f} MB", static_cast<double>(fs::file_size(file)) / megabyte);
}

void export_netcdf(store::StudyReader const& study, fs::path const& place, fs::path const& file,
                   store::Selection const& wanted)
{
    auto const words = make_netcdf_words(read_stored_request(study.plan(), place));
    store::NetcdfState const state{.under_way = place.extension() == ".partial",
                                   .results_hash = store::read_results_hash(place)};
    store::write_netcdf(study, file, words, state, wanted);
    fmt::print("{}: {} replicates of {} scenarios, {}\n", file.string(), study.replicates().size(),
               study.plan().scenarios.size(), write_size(file));
}

void export_csv(store::StudyReader const& study, fs::path const& file, store::Selection const& wanted)
{
    auto const rows = store::write_wide_csv(study, file, wanted);
    fmt::print("{}: {} rows, {}\n", file.string(), rows, write_size(file));
    if (rows < most_spreadsheet_rows) return;
    fmt::print(stderr, "a spreadsheet shows the first {} rows only: choose with --groupings\n", most_spreadsheet_rows);
}

/// Where results go if no file is named: beside the study.
std::string default_file(fs::path place)
{
    if (place.extension() == ".partial") place.replace_extension();
    return place.lexically_proximate(fs::current_path()).string() + ".nc";
}
}  // namespace

ExitCode export_study(ExportCommand const& command)
{
    fs::path place;
    auto const study = open_study(command.folder, place);
    auto const netcdf = command.netcdf.empty() && command.csv.empty() ? default_file(place) : command.netcdf;
    store::Selection wanted;
    if (!command.outcomes.empty()) wanted.outcomes = split_words(command.outcomes);
    if (!command.groupings.empty()) wanted.groupings = split_words(command.groupings);
    core::Problems problems;
    check_selection(wanted, study.plan().schema, problems);
    check_target(netcdf, command.replace, problems);
    check_target(command.csv, command.replace, problems);
    if (study.replicates().empty()) {
        problems.add({.file = command.folder}, "holds no replicate yet", "blocks are stored every few seconds");
    }
    problems.throw_if_any();
    try {
        if (!netcdf.empty()) export_netcdf(study, place, netcdf, wanted);
        if (!command.csv.empty()) export_csv(study, command.csv, wanted);
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
    return ExitCode::success;
}
}  // namespace concordat::cli
