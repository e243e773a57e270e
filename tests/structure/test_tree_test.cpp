// The test tree repeats the source tree, and the build knows all of it.
#include <gtest/gtest.h>

#include "tests/structure/source_tree.hpp"

namespace concordat::test
{
namespace
{
TEST(TestTree, BuildKnowsEveryFolderOfTests)
{
    auto const text = read_text(project_folder() / "tests/CMakeLists.txt");
    std::regex const word{R"([^\s()]+)"};
    std::set<std::string> const words{std::sregex_token_iterator{text.begin(), text.end(), word}, {}};
    std::set<std::string> folders;
    for (auto const& file : source_files()) {
        if (file.under("tests") && file.path.ends_with("_test.cpp")) folders.insert(file.folder.substr(6));
    }
    ASSERT_FALSE(folders.empty());
    for (auto const& folder : folders) EXPECT_TRUE(words.contains(folder)) << "tests/" << folder << " is not built";
}

TEST(TestTree, MirrorsTheSources)
{
    std::set<std::string> const own{"cli", "structure", "scenarios", "conformance", "golden", "bench"};
    for (auto const& file : source_files()) {
        if (!file.under("tests") || !file.path.ends_with("_test.cpp")) continue;
        auto const folder = file.folder.substr(6);
        EXPECT_TRUE(own.contains(folder) || std::filesystem::is_directory(project_folder() / folder))
            << file.path << " has no folder to test";
    }
}

TEST(TestTree, EverySourceFileOfTestsIsATest)
{
    for (auto const& file : source_files()) {
        if (!file.under("tests") || file.is_header() || file.folder == "tests/bench") continue;
        EXPECT_TRUE(file.path.ends_with("_test.cpp")) << file.path << " is never built";
    }
}
}  // namespace
}  // namespace concordat::test
