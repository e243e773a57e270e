#include "models/scenario/pack_service_agreements.hpp"

#include <gtest/gtest.h>

#include "models/scenario/pack_indicators.hpp"
#include "tests/support/pack_text.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::scenario
{
namespace
{
std::string const departments = "code,name\nHO,Home Office\nDH,Health\nMoJ,Justice\n";
std::string const agreements =
    "number,title,lead,contributors,priority,reason\n"
    "25,Less harm from drugs,HO,MoJ;DH,yes,why\n"
    "24,Justice,MoJ,HO,no,why\n"
    "30,Peace abroad,,,no,led by nobody here\n";
std::string const indicators =
    "number,name,subject_group,department,link,psa,perception,place_survey,statutory,polarity\n"
    "40,Treatment,Safety,HO,psa,25,no,no,no,higher\n"
    "14,Contact,Safety,HO,none,,no,no,no,lower\n";

/// What is read of the three tables, and every problem that comes up.
struct Reading
{
    state::Pack pack{};
    std::string problems{};
};

Reading read(std::string const& table, std::string const& rows = indicators)
{
    test::TemporaryFolder const place;
    place.write("departments.csv", departments);
    if (!table.empty()) place.write("psas.csv", table);
    place.write("indicators.csv", rows);
    core::Problems problems;
    PackFolder folder{place.path(), problems};
    Reading reading;
    reading.pack.subject_groups = {"Safety"};
    read_departments(folder, reading.pack);
    read_service_agreements(folder, reading.pack);
    read_indicators(folder, reading.pack);
    if (!problems.empty()) reading.problems = place.shorten(problems.text());
    return reading;
}

std::string edit(std::string text, std::string const& from, std::string const& to)
{
    auto const at = text.find(from);
    if (at == std::string::npos) throw std::logic_error{"the edit finds nothing: " + from};
    return text.replace(at, from.size(), to);
}

TEST(PackServiceAgreements, StandInOrderOfTheirNumbersWithLeadAndContributors)
{
    auto const [pack, problems] = read(agreements);
    EXPECT_EQ(problems, "");
    ASSERT_EQ(pack.service_agreements.size(), 3u);
    EXPECT_EQ(pack.service_agreements[0].number, 24);
    auto const& drugs = pack.service_agreements[1];
    EXPECT_EQ(drugs.title, "Less harm from drugs");
    EXPECT_EQ(drugs.lead, state::DepartmentId{1});
    EXPECT_EQ(drugs.contributors, (std::vector<state::DepartmentId>{state::DepartmentId{0}, state::DepartmentId{2}}));
    EXPECT_TRUE(drugs.priority);
    EXPECT_FALSE(pack.service_agreements[2].lead.valid());
    EXPECT_TRUE(pack.service_agreements[2].contributors.empty());
    EXPECT_EQ(pack.indicators[0].service_agreement, -1);
    EXPECT_EQ(pack.indicators[1].service_agreement, 1);
}

TEST(PackServiceAgreements, AreTheSameFromRowsInAnyOrder)
{
    EXPECT_EQ(test::show(read(test::reverse_rows(agreements)).pack), test::show(read(agreements).pack));
}

TEST(PackServiceAgreements, AreOptional)
{
    auto const [pack, problems] = read("");
    EXPECT_EQ(problems, "");
    EXPECT_TRUE(pack.service_agreements.empty());
    EXPECT_EQ(pack.indicators[1].service_agreement, -1);
}

TEST(PackServiceAgreements, NameWhatIsWrong)
{
    auto const contains = [](std::string const& text, std::string const& part) {
        return text.find(part) != std::string::npos;
    };
    for (auto const& [from, to, message] : std::vector<std::array<std::string, 3>>{
             {"\n24,", "\n25,", "psas.csv:3:1: public service agreement '25' stands twice"},
             {"Justice,", "Less harm from drugs,", "psas.csv:3:4: title 'Less harm from drugs' stands twice"},
             {"MoJ,HO", "MJ,HO", "psas.csv:3:12: unknown department 'MJ'"},
             {"MoJ;DH", "MoJ;HO", "psas.csv:2:28: the lead department contributes already"},
             {"MoJ;DH,yes", "MoJ;DH,often", "psas.csv:2:35: priority"}}) {
        auto const problems = read(edit(agreements, from, to)).problems;
        EXPECT_TRUE(contains(problems, message)) << from << " -> " << to << " gives\n" << problems;
    }
    auto const problems = read(agreements, edit(indicators, "psa,25", "psa,26")).problems;
    EXPECT_TRUE(contains(problems, "indicators.csv:2:28: unknown public service agreement 26")) << problems;
}
}  // namespace
}  // namespace concordat::scenario
