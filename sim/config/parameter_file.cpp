#include "sim/config/parameter_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "sim/config/document.hpp"
#include "sim/config/record_reading.hpp"

namespace concordat::config
{
namespace
{
namespace fs = std::filesystem;

/// Whether a name can be a part of a path: lower-case letters, digits and underscores, a letter
/// first.
bool is_name(std::string const& name)
{
    constexpr auto letters = "abcdefghijklmnopqrstuvwxyz";
    constexpr auto all = "abcdefghijklmnopqrstuvwxyz0123456789_";
    return !name.empty() && name.find_first_of(letters) == 0 &&
           name.find_first_not_of(all) == std::string::npos;
}

std::vector<fs::path> find_files(fs::path const& folder, core::Problems& problems)
{
    std::vector<fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry{folder, error};
    for (; !error && entry != fs::recursive_directory_iterator{}; entry.increment(error)) {
        auto const extension = entry->path().extension();
        if (extension == ".yaml") files.push_back(entry->path());
        if (extension == ".yml")
            problems.add({.file = entry->path().generic_string()}, "parameter files end in .yaml");
    }
    if (error)
        problems.add({.file = folder.generic_string()},
                     fmt::format("cannot be read ({})", error.message()));
    std::sort(files.begin(), files.end(), [](fs::path const& a, fs::path const& b) {
        return a.generic_string() < b.generic_string();
    });
    return files;
}

/// "incentives.reward_grant." for the folder "incentives" and the file reward_grant.yaml; empty if
/// a name cannot be part of a path.
std::string make_prefix(std::string const& group_folder, fs::path const& file,
                        core::Problems& problems)
{
    auto const group = file.stem().generic_string();
    if (is_name(group_folder) && is_name(group)) return group_folder + "." + group + ".";
    problems.add({.file = file.generic_string()},
                 "a parameter file stands in parameters/FOLDER/GROUP.yaml, its names made of "
                 "lower-case letters, "
                 "digits and underscores");
    return {};
}

void load_file(fs::path const& file, std::string const& prefix, ParameterTable& table,
               core::Problems& problems)
{
    auto const document = read_document(file, problems);
    if (!document) return;
    auto const& root = document->root;
    if (root.kind != NodeKind::mapping) {
        problems.add(root.where, fmt::format("a parameter file holds records (key: ...), not {}",
                                             describe(root.kind)));
        return;
    }
    for (std::size_t i = 0; i < root.keys.size(); ++i) {
        auto const& key = root.keys[i];
        auto path = prefix + key.text;
        if (!is_name(key.text)) {
            problems.add(
                key.where,
                fmt::format("the key {} must be made of lower-case letters, digits and underscores",
                            quote(key.text)));
        } else if (auto record = read_record(path, key.where, root.items[i], problems)) {
            table.emplace(std::move(path), std::move(*record));
        }
    }
}
}  // namespace

ParameterTable load_parameters(fs::path const& folder, core::Problems& problems)
{
    ParameterTable table;
    auto const problems_before = problems.size();
    for (auto const& file : find_files(folder, problems)) {
        auto const group_folder = file.lexically_relative(folder).parent_path().generic_string();
        auto const prefix = make_prefix(group_folder, file, problems);
        if (!prefix.empty()) load_file(file, prefix, table, problems);
    }
    if (table.empty() && problems.size() == problems_before) {
        problems.add({.file = folder.generic_string()}, "holds no parameter file");
    }
    return table;
}

ParameterTable load_parameter_file(fs::path const& file, core::Problems& problems)
{
    ParameterTable table;
    auto const group_folder = file.lexically_normal().parent_path().filename().generic_string();
    auto const prefix = make_prefix(group_folder, file, problems);
    if (!prefix.empty()) load_file(file, prefix, table, problems);
    return table;
}
}  // namespace concordat::config
