#include "models/scenario/pack_reader.hpp"

#include <gtest/gtest.h>

#include "tests/support/pack_files.hpp"
#include "tests/support/pack_text.hpp"

namespace concordat::scenario
{
namespace
{
using test::edit;
using test::messages;
using test::read_toy;
using test::reverse_rows;
using test::show;
using test::toy_files;

TEST(PackReader, ReadsASmallPack)
{
    auto const pack = read_toy(toy_files());
    EXPECT_EQ(pack.name, "toy");
    EXPECT_EQ(pack.regions, (std::vector<std::string>{"North", "South"}));
    ASSERT_EQ(pack.area_count(), 3u);
    EXPECT_EQ(pack.areas[0].name, "Ashby");
    EXPECT_EQ(pack.areas[0].region.index(), 0);
    EXPECT_TRUE(pack.areas[0].two_tier);
    EXPECT_EQ(pack.areas[0].population, 2000);
    EXPECT_EQ(pack.areas[0].neighbours, (std::vector<state::AreaId>{state::AreaId{1}, state::AreaId{2}}));
    EXPECT_EQ(pack.areas[1].neighbours, (std::vector<state::AreaId>{state::AreaId{2}, state::AreaId{0}}));
    ASSERT_EQ(pack.indicator_count(), 3u);
    auto const& healthy = pack.indicators[0];
    EXPECT_EQ(healthy.number, 4);
    EXPECT_EQ(pack.departments[static_cast<std::size_t>(healthy.department.index())].code, "DH");
    EXPECT_EQ(pack.subject_groups[static_cast<std::size_t>(healthy.subject_group)], "Health");
    EXPECT_EQ(healthy.link, state::NationalLink::departmental_objective);
    EXPECT_EQ(healthy.polarity, state::Polarity::higher_is_better);
    EXPECT_TRUE(healthy.perception && healthy.place_survey && !healthy.statutory);
    EXPECT_EQ(healthy.natural_unit, "visits");
    EXPECT_TRUE(std::isnan(healthy.trend) && std::isnan(healthy.noise) && std::isnan(healthy.social_value));
    EXPECT_EQ(pack.indicators[1].published_count, -1);
    EXPECT_EQ(pack.indicators[2].link, state::NationalLink::public_service_agreement);
    ASSERT_EQ(pack.partner_count(), 3u);
    EXPECT_EQ(pack.partners[0].code, "council");
    EXPECT_EQ(pack.partners[1].national_line,
              (std::vector<state::DepartmentId>{state::DepartmentId{0}, state::DepartmentId{1}}));
    EXPECT_TRUE(pack.partners[2].voice_only);
    ASSERT_EQ(pack.named_spillovers.size(), 2u);
    EXPECT_EQ(pack.named_spillovers[0].from.index(), 0);
    EXPECT_EQ(pack.named_spillovers[0].to.index(), 2);
    EXPECT_EQ(pack.named_spillovers[0].value, .2);
    EXPECT_EQ(pack.fitted_salience[0], 1);
    EXPECT_EQ(pack.fitted_salience[2], -1);
    ASSERT_EQ(pack.recession_effect.size(), 3);
    EXPECT_EQ(pack.recession_effect[0], .5);
    EXPECT_EQ(pack.recession_effect[1], 0) << "an indicator without a row is not affected";
    EXPECT_EQ(pack.recession_effect[2], -1);
}

TEST(PackReader, MarksTheSubjectGroupsThatCrossBorders)
{
    EXPECT_TRUE(read_toy(toy_files()).crosses_borders.empty());
    auto files = toy_files();
    files["groups.csv"] += "cross_border,Safety\n";
    auto const pack = read_toy(files);
    EXPECT_EQ(pack.crosses_borders, (std::vector<std::uint8_t>{0, 1})) << "subject groups by name: Health, Safety";
    test::expect_messages({
        {"groups.csv", "subject_group,Safety", "subject_group,Safety\ncross_border,Saftey",
         "groups.csv:6:14: unknown subject group 'Saftey'\n    did you mean 'Safety'?"},
    });
}

TEST(PackReader, TablesThatMayBeLeftOutMayBeLeftOut)
{
    auto files = toy_files();
    files.erase("spillovers.csv");
    files.erase("salience.csv");
    files.erase("recession.csv");
    auto const pack = read_toy(files);
    EXPECT_TRUE(pack.named_spillovers.empty());
    EXPECT_EQ(pack.fitted_salience.size(), 0);
    EXPECT_EQ(pack.recession_effect.size(), 0);
}

TEST(PackReader, RowsInAnyOrderGiveTheSamePack)
{
    auto const files = toy_files();
    auto const expected = show(read_toy(files));
    for (auto const& [name, text] : files) {
        if (!name.ends_with(".csv")) continue;
        auto permuted = files;
        permuted[name] = reverse_rows(text);
        ASSERT_TRUE(permuted[name] != text || name == "base_share_overrides.csv") << name;
        EXPECT_EQ(show(read_toy(permuted)), expected) << name;
    }
}

TEST(PackReader, ColumnsMayStandInAnyOrder)
{
    auto files = toy_files();
    files["departments.csv"] = "name,code\nHome Office,HO\nHealth,DH\n";
    EXPECT_EQ(show(read_toy(files)), show(read_toy(toy_files())));
}

TEST(PackReader, NamesMissingEmptyAndMisspeltFiles)
{
    for (std::string const name : {"areas", "neighbours", "groups", "departments", "indicators", "partners", "base_shares"}) {
        auto files = toy_files();
        files.erase(name + ".csv");
        EXPECT_NE(messages(files).find(name + ".csv: file not found"), std::string::npos) << name;
    }
    auto files = toy_files();
    files.erase("pack.yaml");
    EXPECT_EQ(messages(files).substr(0, 25), "pack.yaml: file not found") << messages(files);
    files = toy_files();
    files["spillover.csv"] = files["spillovers.csv"];
    EXPECT_EQ(messages(files), "spillover.csv: is no table of a data pack\n    did you mean 'spillovers.csv'?");
    files = toy_files();
    files["partners.csv"] = "";
    EXPECT_EQ(messages(files), "partners.csv: is empty");
    files["partners.csv"] = "\x01\x02junk";
    EXPECT_EQ(messages(files), "partners.csv:1:1: control character 0x01 is not allowed");
}

TEST(PackReader, AFolderThatDoesNotExistIsNoPack)
{
    test::TemporaryFolder const folder;
    try {
        (void)read_pack(folder.path() / "nowhere");
        FAIL() << "read a pack out of nothing";
    } catch (core::InputError const& error) {
        EXPECT_EQ(folder.shorten(error.what()),
                  "nowhere: is not a folder; a data pack is a folder of tables\n1 problem; nothing was run.");
    }
}

TEST(PackReader, ReportsTheProblemsOfSeveralTablesAtOnce)
{
    auto files = edit(toy_files(), {"areas.csv", "1000", "-1", ""});
    files = edit(files, {"departments.csv", "DH", "", ""});
    files = edit(files, {"partners.csv", "yes,.5", "yes,5", ""});
    auto const text = messages(files);
    for (std::string const file : {"areas.csv:2:30", "departments.csv:3:1", "partners.csv:4:24"}) {
        EXPECT_NE(text.find(file), std::string::npos) << text;
    }
}
}  // namespace
}  // namespace concordat::scenario
