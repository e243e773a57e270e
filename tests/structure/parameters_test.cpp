// Parameters: every record is used, every member of a parameter struct has a record.
#include <gtest/gtest.h>

#include <cmath>

#include "models/scenario/model_params.hpp"
#include "tests/structure/source_tree.hpp"
#include "tests/support/default_parameters.hpp"

namespace concordat::test
{
namespace
{
TEST(Parameters, EveryRecordIsUsedAndEveryUseHasARecord)
{
    auto const table = support::load_default_parameters();
    config::ParameterReader reader{table};
    // A use without a record throws.
    (void)scenario::bind_model(reader);
    EXPECT_EQ(join(reader.unused()), "") << "no mechanism reads these";
}

/// Members of every struct whose name ends in Params: "Struct.member".
std::vector<std::pair<std::string, std::string>> parameter_members()
{
    std::regex const open{R"(^struct (\w*Params)\s*$)"};
    std::regex const member{R"(^\s{4}[\w:<>, ]+\s(\w+)\s*(\{[^}]*\})?;)"};
    std::vector<std::pair<std::string, std::string>> found;
    for (auto const& file : source_files()) {
        if (!file.under("models") || !file.is_header()) continue;
        std::string in;
        for (auto const& line : file.code) {
            std::smatch match;
            if (std::regex_search(line, match, open)) in = match[1];
            if (line.starts_with("};")) in.clear();
            if (!in.empty() && std::regex_search(line, match, member)) found.emplace_back(in, match[1]);
        }
    }
    return found;
}

TEST(Parameters, EveryMemberOfAParameterStructIsFilledByAReader)
{
    std::string readers;
    for (auto const& file : source_files()) {
        if (file.folder != "models/scenario" || file.is_header()) continue;
        for (auto const& line : file.code) readers += line + "\n";
    }
    auto const members = parameter_members();
    ASSERT_GE(members.size(), 100U) << "the structs are not understood any more";
    for (auto const& [owner, name] : members) {
        EXPECT_TRUE(std::regex_search(readers, std::regex{"\\." + name + "\\s*="})) << owner << "::" << name;
    }
}

TEST(Parameters, EveryMemberOfAParameterStructIsReadByAMechanism)
{
    std::map<std::string, int> words;
    std::regex const word{R"([A-Za-z_]\w*)"};
    for (auto const& file : source_files()) {
        if (!file.under("models") || file.folder == "models/scenario" || file.folder == "models/verification") continue;
        for (auto const& line : file.code) {
            for (std::sregex_iterator it{line.begin(), line.end(), word}, end; it != end; ++it) ++words[it->str()];
        }
    }
    std::map<std::string, int> declared;
    for (auto const& [owner, name] : parameter_members()) {
        if (owner != "ModelParams") ++declared[name];
    }
    for (auto const& [name, times] : declared) EXPECT_GT(words[name], times) << name << " is never read";
}

TEST(Parameters, EveryRecordHasWhatAReaderNeedsToJudgeIt)
{
    for (auto const& [path, record] : support::load_default_parameters()) {
        EXPECT_NE(record.source.title.empty(), record.source.assumption.empty()) << path;
        EXPECT_GE(record.description.size(), 15U) << path;
        EXPECT_TRUE(record.description.ends_with(".")) << path << ": a description is a sentence";
        bool const is_number =
            record.type == config::ParameterType::number || record.type == config::ParameterType::integer;
        if (!is_number) continue;
        EXPECT_FALSE(record.unit.empty()) << path;
        ASSERT_TRUE(record.range.has_value()) << path;
        EXPECT_LT(record.range->low, record.range->high) << path;
    }
}

TEST(Parameters, EveryRecordStandsInTheDescriptionOfTheModel)
{
    auto const page = read_text(project_folder() / "docs/odd.md");
    for (auto const& [path, record] : support::load_default_parameters()) {
        EXPECT_NE(page.find("\n| `" + path + "` | "), std::string::npos)
            << path << " is in no region of docs/odd.md; concordat explain --fill writes the regions that are there";
    }
}

TEST(Parameters, FilesOfParametersAreNamedAfterFoldersOfTheModel)
{
    for (auto const& entry : std::filesystem::directory_iterator{project_folder() / "scenarios/parameters"}) {
        auto const folder = "models/" + entry.path().filename().string();
        EXPECT_TRUE(std::filesystem::is_directory(project_folder() / folder)) << entry.path();
    }
}
}  // namespace
}  // namespace concordat::test
