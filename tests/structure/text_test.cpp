// Plain texts: no litter, no paths of a machine, files of a size that can be read at one go.
#include <gtest/gtest.h>

#include "tests/structure/source_tree.hpp"

namespace concordat::test
{
namespace
{
namespace files = std::filesystem;

/// Every text of the project; builds, hidden folders and study results are not the project.
std::vector<files::path> const& texts()
{
    static std::vector<files::path> const all = [] {
        std::set<std::string> const endings{".hpp", ".cpp", ".txt", ".md", ".yaml", ".yml", ".json", ".csv", ""};
        std::set<std::string> const tops{"analysis", "cli",  "docs",         "models",      "scenarios",
                                         "scripts",  "sim",  "tests",        "CHANGELOG.md", "CMakeLists.txt",
                                         "LICENSE",  "README.md", "CONTRIBUTING.md", "CMakePresets.json", "bench"};
        std::vector<files::path> found;
        for (auto const& top : files::directory_iterator{project_folder()}) {
            if (!tops.contains(top.path().filename().string())) continue;
            if (top.is_regular_file()) found.push_back(top.path());
            if (!top.is_directory()) continue;
            for (auto const& entry : files::recursive_directory_iterator{top.path()}) {
                if (entry.is_regular_file() && endings.contains(entry.path().extension().string())) {
                    found.push_back(entry.path());
                }
            }
        }
        return found;
    }();
    return all;
}

/// Lines that hold a mark, as "file:line"; `except` names files that speak of the marks.
std::vector<std::string> find_in_texts(std::regex const& mark, std::set<std::string> const& except = {})
{
    std::vector<std::string> found;
    for (auto const& path : texts()) {
        auto const name = files::relative(path, project_folder()).generic_string();
        if (except.contains(name)) continue;
        auto const lines = split_lines(read_text(path));
        for (std::size_t k = 0; k < lines.size(); ++k) {
            if (std::regex_search(lines[k], mark)) found.push_back(name + ":" + std::to_string(k + 1));
        }
    }
    return found;
}

std::set<std::string> const own_words{"tests/structure/text_test.cpp"};

TEST(Text, HasNoTabsTrailingBlanksOrForeignLineEnds)
{
    for (auto const& path : texts()) {
        auto const name = files::relative(path, project_folder()).generic_string();
        auto const text = read_text(path);
        EXPECT_EQ(text.find('\t'), std::string::npos) << name;
        EXPECT_EQ(text.find('\r'), std::string::npos) << name;
        EXPECT_EQ(text.find(" \n"), std::string::npos) << name;
        if (!text.empty()) {
            EXPECT_EQ(text.back(), '\n') << name << " has no line end at its end";
        }
    }
}

TEST(Text, LeavesNothingForLater)
{
    EXPECT_EQ(join(find_in_texts(std::regex{"\\b(TODO|FIXME|XXX|HACK)\\b"}, own_words)), "");
}

TEST(Text, NamesNoFolderOfAMachine)
{
    EXPECT_EQ(join(find_in_texts(std::regex{"(^|[^A-Za-z0-9_.])/(work|root|home|Users|mnt)/"}, own_words)), "");
}

TEST(Text, SourcesAreShort)
{
    constexpr std::size_t most_lines = 400, most_lines_of_a_test = 500;
    std::vector<std::size_t> sizes;
    for (auto const& file : source_files()) {
        sizes.push_back(file.lines.size());
        EXPECT_LE(file.lines.size(), file.under("tests") ? most_lines_of_a_test : most_lines) << file.path;
    }
    std::sort(sizes.begin(), sizes.end());
    EXPECT_LE(sizes[sizes.size() / 2], 120U) << "half of the files are longer";
}

TEST(Text, HeadersAreReadOnce)
{
    for (auto const& file : source_files()) {
        if (!file.is_header()) continue;
        ASSERT_FALSE(file.lines.empty()) << file.path;
        EXPECT_EQ(file.lines.front(), "#pragma once") << file.path;
    }
}

TEST(Text, NamespacesAreNamedAfterFolders)
{
    for (auto const& file : source_files()) {
        if (file.under("tests") || file.folder == "cli") continue;
        auto const name = "namespace concordat::" + files::path{file.folder}.filename().string();
        bool const opens = std::any_of(file.lines.begin(), file.lines.end(),
                                       [&](auto const& line) { return line.starts_with(name); });
        EXPECT_TRUE(opens) << file.path << " does not open '" << name << "'";
    }
}
}  // namespace
}  // namespace concordat::test
