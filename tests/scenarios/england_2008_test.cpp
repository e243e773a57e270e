#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "models/scenario/pack_folder.hpp"
#include "models/scenario/pack_notes.hpp"
#include "models/scenario/pack_reader.hpp"
#include "tests/support/pack_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat
{
namespace
{
std::filesystem::path england() { return std::filesystem::path{CONCORDAT_SOURCE_DIR} / "scenarios/england_2008"; }

class England2008 : public testing::Test
{
  protected:
    static state::Pack const& pack()
    {
        static state::Pack const read = scenario::read_pack(england());
        return read;
    }

    static state::Area const& area(std::string const& name)
    {
        auto const& areas = pack().areas;
        auto const found = std::find_if(areas.begin(), areas.end(), [&](auto const& a) { return a.name == name; });
        if (found == areas.end()) throw std::runtime_error{"no area " + name};
        return *found;
    }

    static std::size_t indicator(int number)
    {
        auto const& all = pack().indicators;
        auto const found = std::find_if(all.begin(), all.end(), [&](auto const& i) { return i.number == number; });
        if (found == all.end()) throw std::runtime_error{"no indicator"};
        return static_cast<std::size_t>(found - all.begin());
    }

    static double share(int number, std::string const& code)
    {
        auto const& partners = pack().partners;
        auto const found = std::find_if(partners.begin(), partners.end(), [&](auto const& p) { return p.code == code; });
        return pack().base_share(static_cast<Eigen::Index>(indicator(number)), found - partners.begin());
    }

    template <class Table, class Test>
    static auto count(Table const& table, Test test)
    {
        return std::count_if(table.begin(), table.end(), test);
    }
};

TEST_F(England2008, HasTheAreasOf2008)
{
    EXPECT_EQ(pack().name, "england_2008");
    EXPECT_EQ(pack().areas.size(), 150u);
    EXPECT_EQ(pack().regions.size(), 9u);
    EXPECT_EQ(pack().area_types.size(), 6u);
    EXPECT_EQ(count(pack().areas, [](auto const& a) { return a.two_tier; }), 34);
    int districts = 0;
    double population = 0;
    for (auto const& a : pack().areas) {
        districts += a.districts;
        population += a.population;
    }
    EXPECT_EQ(districts, 238);
    EXPECT_EQ(population, 51'815'853);
}

TEST_F(England2008, AreasStandInOrderOfTheirIdsWithStandardDeprivation)
{
    double mean = 0;
    double square = 0;
    for (std::size_t i = 0; i < pack().areas.size(); ++i) {
        EXPECT_EQ(pack().areas[i].id, static_cast<int>(i) + 1);
        mean += pack().areas[i].deprivation / 150;
        square += pack().areas[i].deprivation * pack().areas[i].deprivation / 150;
    }
    EXPECT_NEAR(mean, 0, 1e-12);
    EXPECT_NEAR(square, 1, 1e-12);
    EXPECT_GT(area("Liverpool").deprivation, 2);
    EXPECT_LT(area("Surrey").deprivation, -1);
}

TEST_F(England2008, KentIsACountyOfTwelveDistrictsInTheSouthEast)
{
    auto const& kent = area("Kent");
    EXPECT_EQ(pack().regions[static_cast<std::size_t>(kent.region.index())], "South East");
    EXPECT_EQ(pack().area_types[static_cast<std::size_t>(kent.type)], "shire county");
    EXPECT_EQ(kent.districts, 12);
    EXPECT_EQ(kent.code, "E10000016");
}

TEST_F(England2008, EveryAreaRanksAllOthersByLikeness)
{
    for (auto const& a : pack().areas) {
        std::set<state::AreaId> const distinct(a.neighbours.begin(), a.neighbours.end());
        EXPECT_EQ(distinct.size(), 149u) << a.name;
        for (auto const n : a.neighbours) EXPECT_NE(pack().areas[static_cast<std::size_t>(n.index())].id, a.id);
    }
}

TEST_F(England2008, HasTheNationalIndicatorSet)
{
    auto const& all = pack().indicators;
    ASSERT_EQ(all.size(), 198u);
    for (std::size_t j = 0; j < all.size(); ++j) EXPECT_EQ(all[j].number, static_cast<int>(j) + 1);
    EXPECT_EQ(pack().departments.size(), 14u);
    EXPECT_EQ(pack().subject_groups.size(), 11u);
    EXPECT_EQ(count(all, [](auto const& i) { return i.statutory; }), 16);
    EXPECT_EQ(count(all, [](auto const& i) { return i.place_survey; }), 18);
    EXPECT_EQ(count(all, [](auto const& i) { return i.perception; }), 21);
    using Link = state::NationalLink;
    EXPECT_EQ(count(all, [](auto const& i) { return i.link == Link::public_service_agreement; }), 88);
    EXPECT_EQ(count(all, [](auto const& i) { return i.link == Link::departmental_objective; }), 108);
    EXPECT_EQ(count(all, [](auto const& i) { return i.link == Link::none; }), 2);
}

TEST_F(England2008, PublishedCountsAreThoseOfTheReport)
{
    int sum = 0;
    int never = 0;
    int in_most_areas = 0;
    for (auto const& i : pack().indicators) {
        if (i.statutory) {
            EXPECT_EQ(i.published_count, -1);
            continue;
        }
        ASSERT_GE(i.published_count, 0);
        sum += i.published_count;
        never += i.published_count == 0 ? 1 : 0;
        in_most_areas += i.published_count > 75 ? 1 : 0;
    }
    EXPECT_EQ(sum, 4689);
    EXPECT_EQ(never, 18);
    EXPECT_EQ(in_most_areas, 19);
    EXPECT_EQ(pack().indicators[indicator(117)].published_count, 115);
}

TEST_F(England2008, PicksPerAreaByDepartmentAreThoseOfTheReport)
{
    std::map<std::string, double> picks;
    for (auto const& i : pack().indicators) {
        if (i.published_count < 0) continue;
        picks[pack().departments[static_cast<std::size_t>(i.department.index())].code] += i.published_count / 150.0;
    }
    EXPECT_NEAR(picks["DCSF"], 6.52, .005);
    EXPECT_NEAR(picks["HO"], 5.54, .005);
    EXPECT_NEAR(picks["CLG"], 3.99, .005);
    EXPECT_NEAR(picks["DWP"], 1.80, .005);
    EXPECT_NEAR(picks["GEO"], .10, .005);
}

TEST_F(England2008, PartnersShareEveryIndicator)
{
    ASSERT_EQ(pack().partners.size(), 12u);
    EXPECT_EQ(pack().partners.front().code, "council");
    int small_teams = 0;
    for (Eigen::Index j = 0; j < 198; ++j) {
        double sum = 0;
        int team = 0;
        for (Eigen::Index p = 0; p < 12; ++p) {
            EXPECT_GE(pack().base_share(j, p), 0);
            sum += pack().base_share(j, p);
            team += pack().base_share(j, p) > 0 ? 1 : 0;
        }
        EXPECT_NEAR(sum, 1, 1e-9);
        EXPECT_GE(team, 2);
        EXPECT_LE(team, 5);
        small_teams += team < 3 ? 1 : 0;
    }
    EXPECT_LT(small_teams, 198 / 4);
    EXPECT_GE(share(154, "districts"), .5);
    EXPECT_EQ(share(72, "districts"), 0);
}

TEST_F(England2008, PartnersAnswerToTheirDepartments)
{
    std::map<std::string, std::set<std::string>> lines;
    for (auto const& p : pack().partners) {
        for (auto const d : p.national_line) {
            lines[p.code].insert(pack().departments[static_cast<std::size_t>(d.index())].code);
        }
        EXPECT_EQ(p.voice_only, p.code == "business");
        EXPECT_EQ(p.two_tier_only, p.code == "districts");
    }
    EXPECT_EQ(lines["police"], std::set<std::string>{"HO"});
    EXPECT_EQ(lines["probation_yj"], (std::set<std::string>{"HO", "MoJ"}));
    EXPECT_TRUE(lines["council"].empty());
}

TEST_F(England2008, MeasuredSeriesGiveUnitsToTwoIndicators)
{
    auto const& conceptions = pack().indicators[indicator(112)];
    EXPECT_EQ(conceptions.natural_spread, 6.03);
    EXPECT_EQ(conceptions.trend_spread, 0);
    EXPECT_EQ(conceptions.social_value, 158'700);
    auto const& carbon = pack().indicators[indicator(186)];
    EXPECT_EQ(carbon.natural_spread, .303);
    EXPECT_TRUE(std::isnan(carbon.trend_spread));
    EXPECT_TRUE(std::isnan(carbon.social_value));
    EXPECT_EQ(count(pack().indicators, [](auto const& i) { return !i.natural_unit.empty(); }), 2);
}

TEST_F(England2008, NamedConflictsAreNegative)
{
    ASSERT_FALSE(pack().named_spillovers.empty());
    for (auto const& s : pack().named_spillovers) {
        EXPECT_LT(s.value, 0);
        EXPECT_GE(s.value, -.3);
    }
}
TEST_F(England2008, PermutedRowsGiveTheSamePack)
{
    test::TemporaryFolder const folder;
    for (auto const& entry : std::filesystem::directory_iterator{england()}) {
        std::ifstream in{entry.path(), std::ios::binary};
        std::string const text{std::istreambuf_iterator<char>{in}, {}};
        bool const is_table = entry.path().extension() == ".csv";
        folder.write(entry.path().filename().string(), is_table ? test::reverse_rows(text) : text);
    }
    EXPECT_EQ(test::show(scenario::read_pack(folder.path())), test::show(pack()));
}

TEST_F(England2008, HasThirtyPublicServiceAgreementsThatLeadTheirIndicators)
{
    auto const& all = pack().service_agreements;
    ASSERT_EQ(all.size(), 30u);
    EXPECT_EQ(count(all, [](auto const& a) { return !a.lead.valid(); }), 2) << "international development and foreign affairs";
    EXPECT_EQ(count(all, [](auto const& a) { return a.priority; }), 4);
    for (auto const& row : pack().indicators) {
        bool const shared = row.link == state::NationalLink::public_service_agreement;
        ASSERT_EQ(row.service_agreement >= 0, shared) << row.number;
        if (!shared) continue;
        EXPECT_EQ(all[static_cast<std::size_t>(row.service_agreement)].lead, row.department) << row.number;
    }
    auto const codes = [&](std::size_t number) {
        std::set<std::string> found;
        for (auto const d : all[number - 1].contributors) found.insert(pack().departments[static_cast<std::size_t>(d.index())].code);
        return found;
    };
    EXPECT_EQ(codes(27), (std::set<std::string>{"BERR", "CLG", "DfT", "HMT"})) << "as the report has it";
    EXPECT_EQ(codes(16).count("DWP"), 1u);
    EXPECT_EQ(codes(25).count("DH"), 1u);
    EXPECT_EQ(codes(14).count("MoJ"), 1u);
}

TEST_F(England2008, EveryColumnHasAUnitAndASourceOrAnAssumption)
{
    core::Problems problems;
    scenario::PackFolder folder{england(), problems};
    auto const notes = scenario::read_pack_notes(folder);
    EXPECT_TRUE(problems.empty()) << problems.text();
    EXPECT_EQ(notes.tables.size(), scenario::PackFolder::table_names().size());
    int documents = 0;
    for (auto const& table : notes.tables) {
        for (auto const& column : table.columns) {
            EXPECT_FALSE(column.unit.empty()) << table.name << "." << column.name;
            EXPECT_NE(column.source.title.empty(), column.source.assumption.empty()) << table.name << "." << column.name;
            documents += column.source.title.empty() ? 0 : 1;
        }
    }
    EXPECT_GE(documents, 25);
}

TEST_F(England2008, CarriesTheStatementsThatItsLicencesAskFor)
{
    core::Problems problems;
    scenario::PackFolder folder{england(), problems};
    std::string all;
    for (auto const& statement : scenario::read_pack_notes(folder).attributions) all += statement;
    EXPECT_NE(all.find("licensed under the Open Government Licence v3.0"), std::string::npos);
    EXPECT_NE(all.find("CC-BY-4.0"), std::string::npos);
}
}  // namespace
}  // namespace concordat
