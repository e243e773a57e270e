#include "models/scenario/pack_notes.hpp"

#include <gtest/gtest.h>

#include "models/scenario/pack_folder.hpp"
#include "tests/support/pack_files.hpp"

namespace concordat::scenario
{
namespace
{
using test::edit;
using test::messages;
using test::toy_files;
using test::write_files;

TEST(PackNotes, KeepTheSourceOfEveryColumn)
{
    test::TemporaryFolder const folder;
    write_files(folder, toy_files());
    core::Problems problems;
    PackFolder files{folder.path(), problems};
    auto const notes = read_pack_notes(files);
    EXPECT_TRUE(problems.empty());
    EXPECT_EQ(notes.title, "Toy");
    ASSERT_EQ(notes.tables.size(), 11u);
    EXPECT_EQ(notes.tables[0].name, "areas");
    ASSERT_EQ(notes.tables[0].columns.size(), 9u);
    EXPECT_EQ(notes.tables[0].columns[7].name, "population");
    EXPECT_EQ(notes.tables[0].columns[7].source.assumption, "test");
}

TEST(PackNotes, NamesWhatIsWrongInTheNotes)
{
    auto files = toy_files();
    files["pack.yaml"] = edit(files, {"pack.yaml", "      two_tier: {", "      towtier: {", ""}).at("pack.yaml");
    EXPECT_EQ(messages(files),
              "pack.yaml:6:3: areas.csv has no column 'towtier', which is explained here\n    did you mean 'two_tier'?\n"
              "pack.yaml:6:3: column 'two_tier' of areas.csv has no description, unit and source");
    files = edit(toy_files(), {"pack.yaml", "source: {assumption: test}", "sauce: {}", ""});
    EXPECT_EQ(messages(files), "pack.yaml:9:37: unknown key 'sauce' in column 'areas.id'\n    did you mean 'source'?");
    files = toy_files();
    files["pack.yaml"].erase(files["pack.yaml"].find("  spillovers:"));
    EXPECT_EQ(messages(files), "pack.yaml: table 'spillovers' is not explained");
}
}  // namespace
}  // namespace concordat::scenario
