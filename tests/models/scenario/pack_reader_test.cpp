#include "models/scenario/pack_reader.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "models/scenario/pack_folder.hpp"
#include "models/scenario/pack_notes.hpp"
#include "sim/core/problem.hpp"
#include "tests/support/pack_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::scenario
{
namespace
{
using Files = std::map<std::string, std::string>;

/// pack.yaml for tables with these columns.
std::string explain(std::map<std::string, std::vector<std::string>> const& tables)
{
    std::string text = "name: toy\ntitle: Toy\ndescription: A small pack.\nlicence: none\ntables:\n";
    for (auto const& [table, columns] : tables) {
        text += fmt::format("  {}:\n    description: d\n    columns:\n", table);
        for (auto const& column : columns) {
            text += fmt::format("      {}: {{description: d, unit: u, source: {{assumption: test}}}}\n", column);
        }
    }
    return text;
}

Files small_pack()
{
    Files files;
    files["groups.csv"] =
        "kind,name\nregion,South\nregion,North\narea_type,town\nsubject_group,Safety\nsubject_group,Health\n";
    files["areas.csv"] =
        "id,name,code,region,type,two_tier,districts,population,deprivation\n"
        "7,Mayford,E7,South,town,no,0,1000,10\n"
        "3,Ashby,E3,North,town,yes,2,2000,30\n"
        "5,Brook,E5,South,town,no,0,3000,20\n";
    files["neighbours.csv"] = "area,rank,neighbour\n3,1,5\n3,2,7\n5,2,3\n5,1,7\n7,1,5\n";
    files["departments.csv"] = "code,name\nHO,Home Office\nDH,Health\n";
    files["indicators.csv"] =
        "number,name,subject_group,department,link,psa,perception,place_survey,statutory,polarity,published_count,"
        "natural_spread,natural_unit\n"
        "12,Crime,Safety,HO,psa,23,no,no,no,lower,2,,\n"
        "4,Healthy,Health,DH,dso,,yes,yes,no,higher,1,2.5,visits\n"
        "9,Tests,Health,DH,none,,no,no,yes,unclear,,,\n";
    files["partners.csv"] =
        "id,code,name,voice_only,duty_to_cooperate,reputation,grant_dependence,national_line,two_tier_only\n"
        "2,business,Business,yes,no,0,0,,no\n"
        "0,council,Council,no,yes,1,.75,,no\n"
        "1,police,Police,no,yes,.5,.8,HO;DH,no\n";
    files["base_shares.csv"] =
        "department,reason,council,police,business\nHO,why,.25,.75,0\nDH,why,.5,.5,0\n";
    files["base_share_overrides.csv"] = "indicator,reason,business,council,police\n4,why,0,1,0\n";
    files["spillovers.csv"] = "from,to,value,reason\n12,9,-.1,why\n4,12,.2,why\n";
    files["recession.csv"] = "number,effect,reason\n12,-1,why\n4,.5,why\n";
    files["salience.csv"] = "number,salience,covariate_part,residual\n4,1,1,0\n12,-1,0,-1\n9,.5,.5,0\n";
    files["pack.yaml"] = explain(
        {{"groups", {"kind", "name"}},
         {"areas", {"id", "name", "code", "region", "type", "two_tier", "districts", "population", "deprivation"}},
         {"neighbours", {"area", "rank", "neighbour"}},
         {"departments", {"code", "name"}},
         {"indicators", {"number", "name", "subject_group", "department", "link", "psa", "perception", "place_survey",
                         "statutory", "polarity", "published_count", "natural_spread", "natural_unit"}},
         {"partners", {"id", "code", "name", "voice_only", "duty_to_cooperate", "reputation", "grant_dependence",
                       "national_line", "two_tier_only"}},
         {"base_shares", {"department", "reason", "council", "police", "business"}},
         {"base_share_overrides", {"indicator", "reason", "council", "police", "business"}},
         {"spillovers", {"from", "to", "value", "reason"}},
         {"recession", {"number", "effect", "reason"}},
         {"salience", {"number", "salience", "covariate_part", "residual"}}});
    return files;
}

void write(test::TemporaryFolder const& folder, Files const& files)
{
    for (auto const& [name, text] : files) folder.write(name, text);
}

state::Pack read(Files const& files)
{
    test::TemporaryFolder const folder;
    write(folder, files);
    return read_pack(folder.path());
}

/// The messages that a pack gives, without the folder and the closing line.
std::string messages(Files const& files)
{
    test::TemporaryFolder const folder;
    write(folder, files);
    try {
        (void)read_pack(folder.path());
    } catch (core::InputError const& error) {
        auto const text = folder.shorten(error.what());
        return text.substr(0, text.rfind('\n'));
    }
    return "no problem";
}

/// One edit of a valid pack and what it must lead to.
struct Mistake
{
    std::string file{};
    std::string from{};
    std::string to{};
    std::string message{};
};

Files edit(Files files, Mistake const& mistake)
{
    auto& text = files.at(mistake.file);
    auto const at = text.find(mistake.from);
    if (at == std::string::npos) throw std::logic_error{"the edit finds nothing: " + mistake.from};
    text.replace(at, mistake.from.size(), mistake.to);
    return files;
}

void expect_messages(std::vector<Mistake> const& mistakes)
{
    for (auto const& mistake : mistakes) {
        EXPECT_EQ(messages(edit(small_pack(), mistake)), mistake.message) << mistake.from << " -> " << mistake.to;
    }
}

using test::reverse_rows;
using test::show;

TEST(PackReader, ReadsASmallPack)
{
    auto const pack = read(small_pack());
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

TEST(PackReader, StandardisesDeprivationOverAreas)
{
    auto const pack = read(small_pack());
    EXPECT_NEAR(pack.areas[0].deprivation, std::sqrt(1.5), 1e-15);
    EXPECT_NEAR(pack.areas[1].deprivation, 0, 1e-15);
    EXPECT_NEAR(pack.areas[2].deprivation, -std::sqrt(1.5), 1e-15);
}

TEST(PackReader, AnIndicatorsOwnSharesReplaceThoseOfItsDepartment)
{
    auto const pack = read(small_pack());
    EXPECT_EQ(pack.base_share(0, 0), 1);
    EXPECT_EQ(pack.base_share(1, 0), .5);
    EXPECT_EQ(pack.base_share(2, 1), .75);
    auto files = small_pack();
    files.erase("base_share_overrides.csv");
    EXPECT_EQ(read(files).base_share(0, 0), .5);
}

TEST(PackReader, TablesThatMayBeLeftOutMayBeLeftOut)
{
    auto files = small_pack();
    files.erase("spillovers.csv");
    files.erase("salience.csv");
    files.erase("recession.csv");
    auto const pack = read(files);
    EXPECT_TRUE(pack.named_spillovers.empty());
    EXPECT_EQ(pack.fitted_salience.size(), 0);
    EXPECT_EQ(pack.recession_effect.size(), 0);
}

TEST(PackReader, RowsInAnyOrderGiveTheSamePack)
{
    auto const files = small_pack();
    auto const expected = show(read(files));
    for (auto const& [name, text] : files) {
        if (!name.ends_with(".csv")) continue;
        auto permuted = files;
        permuted[name] = reverse_rows(text);
        ASSERT_TRUE(permuted[name] != text || name == "base_share_overrides.csv") << name;
        EXPECT_EQ(show(read(permuted)), expected) << name;
    }
}

TEST(PackReader, ColumnsMayStandInAnyOrder)
{
    auto files = small_pack();
    files["departments.csv"] = "name,code\nHome Office,HO\nHealth,DH\n";
    EXPECT_EQ(show(read(files)), show(read(small_pack())));
}

TEST(PackReader, NamesWhatIsWrongInAreas)
{
    expect_messages({
        {"areas.csv", "7,Mayford", "5,Mayford",
         "areas.csv:4:1: area id '5' stands twice\n    it was used in line 2"},
        {"areas.csv", "Mayford", "Brook", "areas.csv:4:3: area name 'Brook' stands twice\n    it was used in line 2"},
        {"areas.csv", "E7", "E5", "areas.csv:4:9: area code 'E5' stands twice\n    it was used in line 2"},
        {"areas.csv", "E7,South", "E7,Soth", "areas.csv:2:14: unknown region 'Soth'\n    did you mean 'South'?"},
        {"areas.csv", "South,town", "South,city",
         "areas.csv:2:20: unknown area type 'city'\n    known are town"},
        {"areas.csv", "1000", "-1000", "areas.csv:2:30: population = -1000 is outside [1, 1000000000] (persons)"},
        {"areas.csv", "1000", "nan",
         "areas.csv:2:30: population = 'nan' is not a number\n"
         "    allowed are numbers in [1, 1000000000] (persons), with a decimal point"},
        {"areas.csv", "1000,10", "1000,", "areas.csv:2:35: deprivation is empty"},
        {"areas.csv", "yes,2", "yes,0", "areas.csv:3:27: a two-tier area needs districts; districts = 0"},
        {"areas.csv", "no,0", "no,3", "areas.csv:2:28: districts = 3 in an area that is not two-tier"},
        {"areas.csv", "population,", "populaton,",
         "areas.csv:1: column 'population' is missing\n"
         "areas.csv:1:45: unknown column 'populaton'\n    did you mean 'population'?"},
        {"groups.csv", "region,North", "region,North\nregion,East", "areas.csv: region 'East' has no area"},
        {"groups.csv", "region,North", "reggion,North",
         "areas.csv:3:12: unknown region 'North'\n    did you mean 'South'?\n"
         "groups.csv:3:1: unknown kind of group 'reggion'\n    did you mean 'region'?"},
        {"groups.csv", "region,North", "region,South",
         "areas.csv:3:12: unknown region 'North'\n    did you mean 'South'?\n"
         "groups.csv:3:8: region 'South' stands twice\n    it was used in line 2"},
    });
}

TEST(PackReader, NamesWhatIsWrongInNeighbours)
{
    std::string const hint = "\n    the ranks of an area run 1, 2, 3 and so on";
    expect_messages({
        {"neighbours.csv", "3,1,5", "3,1,3", "neighbours.csv:2:5: an area cannot be its own neighbour"},
        {"neighbours.csv", "3,1,5", "3,1,8", "neighbours.csv:2:5: unknown area 8"},
        {"neighbours.csv", "3,1,5", "4,1,5", "neighbours.csv:2:1: unknown area 4"},
        {"neighbours.csv", "3,1,5", "3,1,7", "neighbours.csv:3:5: this neighbour of the area stands twice"},
        {"neighbours.csv", "3,2,7", "3,3,7", "neighbours.csv:3:3: rank = 3 where area 3 needs rank 2" + hint},
        {"neighbours.csv", "3,2,7", "3,1,7", "neighbours.csv:3:3: rank = 1 where area 3 needs rank 2" + hint},
        {"neighbours.csv", "7,1,5\n", "", "neighbours.csv: area 7 has no neighbour"},
    });
}

TEST(PackReader, NamesWhatIsWrongInIndicators)
{
    expect_messages({
        {"indicators.csv", "4,Healthy", "12,Healthy",
         "indicators.csv:3:1: indicator '12' stands twice\n    it was used in line 2"},
        {"indicators.csv", "Healthy", "Crime",
         "indicators.csv:3:3: indicator name 'Crime' stands twice\n    it was used in line 2"},
        {"indicators.csv", "Safety,HO", "Safty,HO",
         "indicators.csv:2:10: unknown subject group 'Safty'\n    did you mean 'Safety'?"},
        {"indicators.csv", "Safety,HO", "Safety,Treasury",
         "indicators.csv:2:17: unknown department 'Treasury'\n    known are DH, HO"},
        {"indicators.csv", "psa,23", "psa,", "indicators.csv:2:24: psa is empty"},
        {"indicators.csv", "dso,", "dso,3", "indicators.csv:3:25: psa is filled though the link is not psa"},
        {"indicators.csv", "psa,23", "pas,23",
         "indicators.csv:2:20: unknown national link 'pas'\n    did you mean 'psa'?\n"
         "indicators.csv:2:24: psa is filled though the link is not psa"},
        {"indicators.csv", "lower,2", "lower,4", "indicators.csv:2:42: published_count = 4 is outside [0, 3] (areas)"},
        {"indicators.csv", "lower,2", "lower,",
         "indicators.csv: published_count is filled for 1 of 2 indicators that are not statutory"},
        {"indicators.csv", "unclear,", "unclear,2",
         "indicators.csv:4:43: a statutory indicator is in every agreement and has no count of choices"},
        {"indicators.csv", "2.5,visits", "2.5,",
         "indicators.csv:3:50: natural_spread and natural_unit are given together or not at all"},
        {"indicators.csv", "2.5,visits", ",visits",
         "indicators.csv:3:46: natural_spread and natural_unit are given together or not at all"},
        {"indicators.csv", "2.5,visits", "0,visits",
         "indicators.csv:3:46: natural_spread = 0 is outside [1e-09, 1000000000] (natural units a sigma)"},
        {"indicators.csv", "no,no,no,lower", "no,maybe,no,lower",
         "indicators.csv:2:30: place_survey = 'maybe' is neither yes nor no"},
        {"departments.csv", "DH,Health", "HO,Health",
         "departments.csv:3:1: department code 'HO' stands twice\n    it was used in line 2\n"
         "indicators.csv:3:18: unknown department 'DH'\n    did you mean 'HO'?\n"
         "indicators.csv:4:16: unknown department 'DH'\n    did you mean 'HO'?\n"
         "partners.csv:4:30: unknown department 'DH'\n    did you mean 'HO'?"},
        {"groups.csv", "subject_group,Safety", "subject_group,Safety\nsubject_group,Art",
         "indicators.csv: subject group 'Art' has no indicator"},
    });
}

TEST(PackReader, NamesWhatIsWrongInPartners)
{
    expect_messages({
        {"partners.csv", "0,council", "3,council",
         "partners.csv:3:3: partner 3 is 'council'; id 0 belongs to 'council' and to nobody else"},
        {"partners.csv", "0,council,Council,no,yes,1,.75,,no\n", "", "partners.csv: there is no partner 'council'"},
        {"partners.csv", "1,police", "0,police",
         "partners.csv:4:1: partner id '0' stands twice\n    it was used in line 3\n"
         "partners.csv:4:3: partner 0 is 'police'; id 0 belongs to 'council' and to nobody else"},
        {"partners.csv", "2,business", "2,police",
         "partners.csv:4:3: partner code 'police' stands twice\n    it was used in line 2"},
        {"partners.csv", "HO;DH", "HO;DHH",
         "partners.csv:4:30: unknown department 'DHH'\n    did you mean 'DH'?"},
        {"partners.csv", "yes,1,.75", "yes,.9,.75",
         "partners.csv:3:26: the council's reputation is the unit and must be 1"},
        {"partners.csv", "yes,.5,.8", "yes,1.5,.8",
         "partners.csv:4:24: reputation = 1.5 is outside [0, 1] (share of the council's)"},
        {"partners.csv", "Council,no,yes", "Council,yes,yes",
         "partners.csv:3:19: the council cannot be a partner with a voice only"},
        {"partners.csv", ".75,,no", ".75,,yes", "partners.csv:3:33: the council exists in every area"},
    });
}

TEST(PackReader, NamesWhatIsWrongInShares)
{
    expect_messages({
        {"base_shares.csv", ".25,.75", ".25,.65",
         "base_shares.csv:2:8: the shares of department HO sum to 0.9 instead of 1"},
        {"base_shares.csv", ".25,.75", "-.25,1", "base_shares.csv:2:8: council = -0.25 is outside [0, 1] (share)"},
        {"base_shares.csv", ".5,.5,0", ".5,.25,.25",
         "base_shares.csv:3:15: business has a voice only, so its share must be 0"},
        {"base_shares.csv", "DH,why,.5,.5,0\n", "", "base_shares.csv: no row for department DH, which leads indicators"},
        {"base_shares.csv", "DH,why", "HO,why",
         "base_shares.csv: no row for department DH, which leads indicators\n"
         "base_shares.csv:3:1: department 'HO' stands twice\n    it was used in line 2"},
        {"base_shares.csv", "DH,why", "DX,why",
         "base_shares.csv: no row for department DH, which leads indicators\n"
         "base_shares.csv:3:1: unknown department 'DX'\n    did you mean 'DH'?"},
        {"base_shares.csv", "police", "polices",
         "base_shares.csv:1: column 'police' is missing\n"
         "base_shares.csv:1:27: unknown column 'polices'\n    did you mean 'police'?\n"
         "pack.yaml:26:3: base_shares.csv has no column 'police', which is explained here\n    did you mean 'polices'?\n"
         "pack.yaml:26:3: column 'polices' of base_shares.csv has no description, unit and source"},
        {"base_share_overrides.csv", "4,why", "5,why", "base_share_overrides.csv:2:1: unknown indicator 5"},
        {"base_share_overrides.csv", "0,1,0", "0,1,.5",
         "base_share_overrides.csv:2:9: the shares of indicator 4 sum to 1.5 instead of 1"},
    });
}

TEST(PackReader, NamesWhatIsWrongInTheRecession)
{
    expect_messages({
        {"recession.csv", "12,-1", "10,-1", "recession.csv:2:1: unknown indicator 10"},
        {"recession.csv", "4,.5", "12,.5", "recession.csv:3:1: indicator '12' stands twice\n    it was used in line 2"},
        {"recession.csv", "-1", "-9",
         "recession.csv:2:4: effect = -9 is outside [-5, 5] (sigma over the whole recession)"},
    });
}

TEST(PackReader, NamesWhatIsWrongInSpilloversAndSalience)
{
    expect_messages({
        {"spillovers.csv", "12,9", "12,12", "spillovers.csv:2:4: an indicator has no spillover on itself"},
        {"spillovers.csv", "12,9", "12,10", "spillovers.csv:2:4: unknown indicator 10"},
        {"spillovers.csv", "12,9", "4,12", "spillovers.csv:3:1: pair '4 to 12' stands twice\n    it was used in line 2"},
        {"spillovers.csv", "-.1", "-3",
         "spillovers.csv:2:6: value = -3 is outside [-1, 1] (sigma of the second for a sigma of the first)"},
        {"salience.csv", "9,.5", "4,.5",
         "salience.csv: indicator 9 has no salience\n"
         "salience.csv:4:1: indicator '4' stands twice\n    it was used in line 2"},
        {"salience.csv", "4,1,1", "4,inf,1",
         "salience.csv: indicator 4 has no salience\n"
         "salience.csv:2:3: salience = 'inf' is not a number\n"
         "    allowed are numbers in [-100, 100] (s.d. of value), with a decimal point"},
    });
}

TEST(PackReader, NamesWhatIsWrongInTheNotes)
{
    auto files = small_pack();
    files["pack.yaml"] = edit(files, {"pack.yaml", "      two_tier: {", "      towtier: {", ""}).at("pack.yaml");
    EXPECT_EQ(messages(files),
              "pack.yaml:6:3: areas.csv has no column 'towtier', which is explained here\n    did you mean 'two_tier'?\n"
              "pack.yaml:6:3: column 'two_tier' of areas.csv has no description, unit and source");
    files = edit(small_pack(), {"pack.yaml", "source: {assumption: test}", "sauce: {}", ""});
    EXPECT_EQ(messages(files), "pack.yaml:9:37: unknown key 'sauce' in column 'areas.id'\n    did you mean 'source'?");
    files = small_pack();
    files["pack.yaml"].erase(files["pack.yaml"].find("  spillovers:"));
    EXPECT_EQ(messages(files), "pack.yaml: table 'spillovers' is not explained");
}

TEST(PackReader, NamesMissingEmptyAndMisspeltFiles)
{
    for (std::string const name : {"areas", "neighbours", "groups", "departments", "indicators", "partners", "base_shares"}) {
        auto files = small_pack();
        files.erase(name + ".csv");
        EXPECT_NE(messages(files).find(name + ".csv: file not found"), std::string::npos) << name;
    }
    auto files = small_pack();
    files.erase("pack.yaml");
    EXPECT_EQ(messages(files).substr(0, 25), "pack.yaml: file not found") << messages(files);
    files = small_pack();
    files["spillover.csv"] = files["spillovers.csv"];
    EXPECT_EQ(messages(files), "spillover.csv: is no table of a data pack\n    did you mean 'spillovers.csv'?");
    files = small_pack();
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
    auto files = edit(small_pack(), {"areas.csv", "1000", "-1", ""});
    files = edit(files, {"departments.csv", "DH", "", ""});
    files = edit(files, {"partners.csv", "yes,.5", "yes,5", ""});
    auto const text = messages(files);
    for (std::string const file : {"areas.csv:2:30", "departments.csv:3:1", "partners.csv:4:24"}) {
        EXPECT_NE(text.find(file), std::string::npos) << text;
    }
}

TEST(PackNotes, KeepTheSourceOfEveryColumn)
{
    test::TemporaryFolder const folder;
    write(folder, small_pack());
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
}  // namespace
}  // namespace concordat::scenario
