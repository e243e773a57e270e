#include "sim/store/study_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "sim/store/block.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::store
{
namespace
{
namespace fs = std::filesystem;

constexpr std::array<std::string_view, 12> derived_names{
    results_name, summary_name, comparison_name,    failures_name,  netcdf_name,      manifest_name,
    report_name,  design_name,  decomposition_name, waterfall_name, sensitivity_name, sensitivity_chart_name};

bool exists_in_any_form(fs::path const& path)
{
    std::error_code error;
    auto const type = fs::symlink_status(path, error).type();
    if (type == fs::file_type::none) throw_system_error(path, "look for it", error.value());
    return type != fs::file_type::not_found;
}

/// Whether a study writes a file of this name; one being replaced ends in ".tmp".
bool is_our_name(std::string name)
{
    constexpr std::string_view temporary{".tmp"};
    if (name.ends_with(temporary)) name.resize(name.size() - temporary.size());
    return name == plan_name || name == blocks_name || name == index_name || name == replacing_name ||
           std::find(derived_names.begin(), derived_names.end(), name) != derived_names.end();
}

[[noreturn]] void refuse_removal(fs::path const& folder, std::string const& why)
{
    throw StorageError{folder, fmt::format("will not be replaced: {}", why),
                       "choose another name, or remove it yourself"};
}

/// Whether this is a folder of papers with nothing in it but what `qa_files` lists.
bool is_our_qa(fs::directory_entry const& entry)
{
    if (entry.path().filename() != qa_name || !fs::is_directory(entry.symlink_status())) return false;
    if (!fs::exists(entry.path() / qa_sums_name)) return false;
    for (auto const& paper : fs::directory_iterator{entry.path()}) {
        auto const name = paper.path().filename().string();
        if (std::find(qa_files.begin(), qa_files.end(), name) == qa_files.end()) return false;
        if (!fs::is_regular_file(paper.symlink_status())) return false;
    }
    return true;
}

void check_only_our_files(fs::path const& folder)
{
    if (!fs::is_directory(fs::symlink_status(folder))) refuse_removal(folder, "it is not a folder");
    for (auto const& entry : fs::directory_iterator{folder}) {
        auto const name = entry.path().filename().string();
        if (is_our_qa(entry)) continue;
        if (!is_our_name(name) || !fs::is_regular_file(entry.symlink_status())) {
            refuse_removal(folder, fmt::format("it holds '{}', which is no part of a study", name));
        }
    }
}

/// A study interrupted at its birth has a block file that is empty or cut off.
bool is_our_block_file(fs::path const& path)
{
    auto const start = read_file(path).substr(0, block_file_magic.size());
    return block_file_magic.starts_with(start);
}

}  // namespace

void remove_if_there(fs::path const& path)
{
    std::error_code error;
    fs::remove(path, error);
    if (error) throw_system_error(path, "remove", error.value());
}

StudyFolder::StudyFolder(fs::path folder)
{
    if (!folder.empty()) finished_ = fs::absolute(folder).lexically_normal();
    if (finished_.filename().empty()) finished_ = finished_.parent_path();  // "DIR/" is "DIR"
    auto const name = finished_.filename().string();
    if (folder.empty() || name.empty()) {
        throw StorageError{folder.empty() ? "''" : folder, "this cannot be the name of a study's folder"};
    }
    if (name.ends_with(".partial")) {
        throw StorageError{folder, "a name that ends in '.partial' is kept for studies under way",
                           fmt::format("give the name without it: '{}'", (finished_.parent_path() / finished_.stem()).string())};
    }
    partial_ = finished_;
    partial_ += ".partial";
}

bool StudyFolder::has_finished() const { return exists_in_any_form(finished_); }
bool StudyFolder::has_partial() const { return exists_in_any_form(partial_); }

File lock_study(fs::path const& folder)
{
    auto file = File::open_existing(folder / blocks_name);
    if (!file.try_lock()) throw StorageError{folder, "another process is writing this study"};
    if (!file.is_still_at_path()) throw StorageError{folder, "another process has just finished this study"};
    return file;
}

void remove_derived_files(fs::path const& folder)
{
    for (auto const name : derived_names) {
        remove_if_there(folder / name);
        remove_if_there(folder / (std::string{name} + ".tmp"));
    }
    remove_qa(folder / qa_name);
}

void remove_qa(fs::path const& folder)
{
    if (!fs::is_directory(fs::symlink_status(folder)) || !fs::exists(folder / qa_sums_name)) return;
    for (auto const* const name : qa_files) remove_if_there(folder / name);
    if (fs::is_empty(folder)) remove_if_there(folder);
}

File claim_for_removal(fs::path const& folder)
{
    check_only_our_files(folder);
    auto const blocks = folder / blocks_name;
    if (!exists_in_any_form(blocks)) refuse_removal(folder, "it is not a study");
    auto lock = lock_study(folder);
    if (!is_our_block_file(blocks)) refuse_removal(folder, "its block file is not one of ours");
    return lock;
}

void remove_study(fs::path const& folder)
{
    remove_derived_files(folder);
    for (auto const* const name : {plan_name, index_name, replacing_name}) {
        remove_if_there(folder / name);
        remove_if_there(folder / (std::string{name} + ".tmp"));
    }
    remove_if_there(folder / (std::string{blocks_name} + ".tmp"));
    remove_if_there(folder / blocks_name);
    remove_if_there(folder);
}
}  // namespace concordat::store
