// Which folder may include which: the layers of the project, as CONTRIBUTING.md draws them.
#include <gtest/gtest.h>

#include <functional>

#include "tests/structure/source_tree.hpp"

namespace concordat::test
{
namespace
{
using Folders = std::set<std::string>;

Folders unite(Folders first, std::vector<std::string> const& second)
{
    first.insert(second.begin(), second.end());
    return first;
}

/// What each folder may include besides itself.
std::map<std::string, Folders> const& allowed()
{
    static std::map<std::string, Folders> const table = [] {
        Folders const mechanism{"sim/core", "sim/random", "models/state"};
        Folders const comparing{"analysis/stats", "sim/store", "sim/random", "sim/core"};
        Folders const round = unite(
            {"models/scenario", "sim/engine", "sim/store", "sim/random", "sim/core", "models/state"}, mechanism_folders());
        std::map<std::string, Folders> rows{
            // level 0 and 1
            {"sim/core", {}},
            {"sim/random", {"sim/core"}},
            {"sim/config", {"sim/core"}},
            {"sim/store", {"sim/core"}},
            {"models/state", {"sim/core", "sim/random"}},
            {"models/story", {"sim/core", "models/state"}},
            // level 2
            {"sim/engine", {"sim/core", "sim/random", "sim/store"}},
            {"analysis/stats", {"sim/core", "sim/random"}},
            {"analysis/chart", {"sim/core"}},
            // level 3
            {"models/scenario", unite({"sim/config", "sim/core", "sim/random", "models/state"}, mechanism_folders())},
            {"analysis/compare", comparing},
            {"analysis/calibration", comparing},
            {"analysis/discovery", {"analysis/chart", "sim/random", "sim/core"}},
            {"analysis/decompose", {"analysis/stats", "analysis/chart", "sim/core"}},
            {"analysis/sensitivity", {"analysis/stats", "analysis/chart", "sim/random", "sim/core"}},
            // level 4
            {"analysis/report", {"analysis/compare", "analysis/stats", "analysis/chart", "sim/store", "sim/core"}},
            {"models/cycle", round},
            {"models/verification", unite(round, {"models/cycle", "sim/config"})},
        };
        for (auto const& folder : mechanism_folders()) rows[folder] = mechanism;
        Folders everything;
        for (auto const& [folder, ignored] : rows) everything.insert(folder);
        rows["cli"] = everything;  // level 5
        return rows;
    }();
    return table;
}

std::string folder_of(std::string const& include) { return std::filesystem::path{include}.parent_path().generic_string(); }

bool is_test(SourceFile const& file) { return file.under("tests"); }

/// What each folder includes from others.
std::map<std::string, Folders> included()
{
    std::map<std::string, Folders> edges;
    for (auto const& file : source_files()) {
        if (is_test(file)) continue;
        auto& targets = edges[file.folder];
        for (auto const& name : includes_of(file).own) {
            if (folder_of(name) != file.folder) targets.insert(folder_of(name));
        }
    }
    return edges;
}

/// A path that comes back to where it began, or nothing.
std::vector<std::string> find_cycle(std::map<std::string, Folders> const& edges)
{
    std::map<std::string, int> seen;  // 1 on the present path, 2 done
    std::vector<std::string> path;
    std::function<bool(std::string const&)> const visit = [&](std::string const& at) {
        path.push_back(at);
        if (seen[at] == 1) return true;
        if (seen[at] == 0) {
            seen[at] = 1;
            if (auto const next = edges.find(at); next != edges.end()) {
                for (auto const& to : next->second) {
                    if (visit(to)) return true;
                }
            }
            seen[at] = 2;
        }
        path.pop_back();
        return false;
    };
    for (auto const& [folder, ignored] : edges) {
        if (visit(folder)) return path;
    }
    return {};
}

/// Folder -> DEPENDS of every concordat_folder call, with the list of mechanisms written out.
std::map<std::string, Folders> declared()
{
    auto const text = read_text(project_folder() / "CMakeLists.txt");
    std::regex const call{R"(concordat_folder\(([^\s)]+)([^)]*)\))"};
    std::regex const word{R"([^\s]+)"};
    std::map<std::string, Folders> out;
    for (std::sregex_iterator it{text.begin(), text.end(), call}, end; it != end; ++it) {
        std::string const arguments = (*it)[2];
        Folders depends;
        bool in_depends = false;
        for (std::sregex_iterator w{arguments.begin(), arguments.end(), word}; w != end; ++w) {
            auto const name = w->str();
            if (name == "DEPENDS" || name == "LIBRARIES" || name == "SYSTEM_INCLUDES") {
                in_depends = name == "DEPENDS";
            } else if (in_depends && name == "${mechanisms}") {
                depends = unite(depends, mechanism_folders());
            } else if (in_depends) {
                depends.insert(name);
            }
        }
        if ((*it)[1] == "models/${mechanism}") {
            for (auto const& folder : mechanism_folders()) out[folder] = depends;
        } else if (std::string const folder = (*it)[1]; folder != "folder") {
            out[folder] = depends;
        }
    }
    return out;
}

TEST(Layers, EveryFolderWithSourcesHasARowInTheTable)
{
    for (auto const& file : source_files()) {
        if (!is_test(file)) {
            EXPECT_TRUE(allowed().contains(file.folder)) << file.path;
        }
    }
}

TEST(Layers, FoldersIncludeOnlyWhatTheirRowAllows)
{
    for (auto const& file : source_files()) {
        if (is_test(file) || !allowed().contains(file.folder)) continue;
        for (auto const& name : includes_of(file).own) {
            auto const target = folder_of(name);
            EXPECT_TRUE(target == file.folder || allowed().at(file.folder).contains(target))
                << file.path << " includes " << name;
        }
    }
}

TEST(Layers, NoTwoFoldersIncludeEachOtherOnAnyWay)
{
    EXPECT_EQ(join(find_cycle(included())), "");
    EXPECT_EQ(join(find_cycle(allowed())), "") << "the table itself";
}

TEST(Layers, ModelsAndAnalysisDoNotKnowEachOther)
{
    for (auto const& [from, targets] : included()) {
        for (auto const& to : targets) {
            EXPECT_FALSE(from.starts_with("models/") && to.starts_with("analysis/")) << from << " includes " << to;
            EXPECT_FALSE(from.starts_with("analysis/") && to.starts_with("models/")) << from << " includes " << to;
            EXPECT_FALSE(from.starts_with("sim/") && !to.starts_with("sim/")) << from << " includes " << to;
        }
    }
}

TEST(Layers, BuildDeclaresEveryFolderAndNothingWiderThanTheTable)
{
    auto const libraries = declared();
    ASSERT_GE(libraries.size(), 15U) << "CMakeLists.txt is not understood any more";
    for (auto const& [folder, row] : allowed()) {
        bool const has_sources = std::any_of(source_files().begin(), source_files().end(),
                                             [&](auto const& file) { return file.folder == folder; });
        if (folder == "cli" || !has_sources) continue;  // the program is no library
        ASSERT_TRUE(libraries.contains(folder)) << folder << " is not built";
        for (auto const& dependency : libraries.at(folder)) {
            EXPECT_TRUE(row.contains(dependency)) << folder << " is linked with " << dependency;
        }
    }
}

TEST(Layers, FoldersIncludeOnlyWhatTheBuildLinksThemWith)
{
    auto const libraries = declared();
    for (auto const& [folder, targets] : included()) {
        if (!libraries.contains(folder)) continue;
        for (auto const& target : targets) {
            EXPECT_TRUE(libraries.at(folder).contains(target)) << folder << " includes " << target;
        }
    }
}

TEST(Layers, OwnHeadersAreIncludedByTheirPathFromTheRoot)
{
    for (auto const& file : source_files()) {
        auto const includes = includes_of(file);
        for (auto const& name : includes.own) {
            EXPECT_TRUE(std::filesystem::exists(project_folder() / name)) << file.path << " includes \"" << name << "\"";
        }
        for (auto const& name : includes.foreign) {
            EXPECT_FALSE(std::filesystem::exists(project_folder() / name)) << file.path << " includes <" << name << ">";
        }
    }
}

TEST(Layers, SourcesBeginWithTheirOwnHeader)
{
    for (auto const& file : source_files()) {
        if (is_test(file) || file.is_header()) continue;
        auto const header = file.folder + "/" + file.stem() + ".hpp";
        if (!std::filesystem::exists(project_folder() / header)) continue;
        auto const own = includes_of(file).own;
        ASSERT_FALSE(own.empty()) << file.path;
        EXPECT_EQ(own.front(), header) << file.path;
    }
}
}  // namespace
}  // namespace concordat::test
