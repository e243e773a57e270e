#include "models/scenario/grammar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::HasSubstr;

std::string name_of(std::optional<ResolvedScenario> const& scenario)
{
    return scenario ? scenario->name : "none";
}

TEST(Grammar, ReadsARegimeAndReformsByNameOrUniquePrefix)
{
    SmallLibrary library;
    EXPECT_EQ(name_of(library.resolve("laa_2008")), "laa_2008");
    EXPECT_EQ(name_of(library.resolve("laa")), "laa_2008");
    EXPECT_EQ(name_of(library.resolve("laa+double_g+cap_less")),
              "laa_2008+double_grant+cap_less_5");
    EXPECT_EQ(name_of(library.resolve(" laa + cap_20 ")), "laa_2008+cap_20");
    auto const scenario = library.resolve("lp+double_grant");
    EXPECT_EQ(scenario->title, "Service agreements + Reform double_grant");
    EXPECT_EQ(scenario->pack, "england_2008");
    EXPECT_EQ(scenario->pack_folder, library.root() / "england_2008");
    ASSERT_EQ(scenario->files.size(), 2U);
    EXPECT_THAT(scenario->files[1].text, HasSubstr("title: Reform double_grant"));
}

TEST(Grammar, AnExactNameIsNotAmbiguousThoughOthersBeginWithIt)
{
    SmallLibrary library;
    library.write_reform("cap", "selection.cap.per_area", "set: 1");
    EXPECT_EQ(name_of(library.resolve("laa+cap")), "laa_2008+cap");
}

TEST(Grammar, AddsABareReformToTheBaseOfAComparison)
{
    SmallLibrary library;
    EXPECT_EQ(name_of(library.resolve("double_g", {}, "laa")), "laa_2008+double_grant");
    EXPECT_EQ(name_of(library.resolve("double_g+cap_20", {}, "lpsa_2001")),
              "lpsa_2001+double_grant+cap_20");
    EXPECT_EQ(name_of(library.resolve("cap_20", {}, "laa+double_grant")),
              "laa_2008+double_grant+cap_20");
    EXPECT_EQ(name_of(library.resolve("lpsa_2001+cap_20", {}, "laa")), "lpsa_2001+cap_20");
    EXPECT_EQ(name_of(library.resolve("laa_2008", {}, "laa+double_grant")), "laa_2008");
}

TEST(Grammar, SaysWhatIsWrongWithAnExpression)
{
    SmallLibrary library;
    auto const complain = [&](std::string const& text) {
        EXPECT_FALSE(library.resolve(text)) << text;
        return library.complaint();
    };
    EXPECT_EQ(complain("l"), "'l' is ambiguous\n    it begins laa_2008, lpsa_2001");
    EXPECT_EQ(complain("laa+double"),
              "'double' is ambiguous\n    it begins double_grant, double_prize");
    EXPECT_EQ(complain("laa_2080"), "unknown regime 'laa_2080'\n    did you mean 'laa_2008'?");
    EXPECT_EQ(complain("laa+doubel_grant"),
              "unknown reform 'doubel_grant'\n    did you mean 'double_grant'?");
    EXPECT_EQ(complain("zzzzzzzz"),
              "unknown regime 'zzzzzzzz'\n    there are laa_2008, lpsa_2001; a file is given by a "
              "path with '/' or .yaml");
    EXPECT_EQ(complain("cap_20"),
              "'cap_20' is a reform; a scenario begins with a regime\n    write REGIME+cap_20");
    EXPECT_EQ(complain("laa+lpsa_2001"), "'lpsa_2001' is a regime; only reforms follow '+'");
    EXPECT_EQ(complain("laa+cap_20+cap_20"),
              "the reform 'cap_20' stands twice in 'laa_2008+cap_20+cap_20'");
    for (auto const* text : {"", "+", "laa+", "+cap_20", "laa++cap_20", " "}) {
        EXPECT_THAT(complain(text), HasSubstr("a name is missing in the scenario")) << text;
    }
    EXPECT_EQ(complain("leaa_2008+cap_2O"),
              "unknown regime 'leaa_2008'\n    did you mean 'laa_2008'?\n"
              "unknown reform 'cap_2O'\n    did you mean 'cap_20'?");
}

TEST(Grammar, TakesAPathForARegimeOrAReform)
{
    SmallLibrary library;
    auto const reform =
        library.write("mine/half.yaml",
                      "title: Half\nchanges:\n  - path: incentives.reward_grant.per_target\n"
                      "    multiply: 0.5\n    reason: mine\n");
    auto const regime =
        library.write("mine/next.yaml",
                      "title: Next\nextends: lpsa_2001\nchanges:\n"
                      "  - {path: selection.cap.per_area, multiply: 2, reason: mine}\n");
    auto const scenario = library.resolve(regime.string() + "+" + reform.string());
    EXPECT_EQ(name_of(scenario), "next+half");
    EXPECT_EQ(value_of(scenario, "incentives.reward_grant.per_target"), config::Value{20000.0});
    EXPECT_EQ(value_of(scenario, "selection.cap.per_area"), config::Value{std::int64_t{24}});
    EXPECT_EQ(scenario->files.size(), 3U) << "the extended regime is recorded too";
    EXPECT_EQ(scenario->pack, "england_2008");
    EXPECT_EQ(name_of(library.resolve("laa+" + (library.root() / "reforms/cap_20.yaml").string())),
              "laa_2008+cap_20");
}

TEST(Grammar, RefusesAPathThatIsNoRegimeOrReform)
{
    SmallLibrary library;
    auto const complain = [&](std::string const& text) {
        EXPECT_FALSE(library.resolve(text)) << text;
        return library.complaint();
    };
    auto const root = library.root().string();
    EXPECT_EQ(complain("laa+" + root + "/nowhere.yaml"), "nowhere.yaml: file not found");
    EXPECT_THAT(complain("laa+" + root + "/mine/"), HasSubstr("file not found"));
    EXPECT_THAT(complain(root + "/regimes"), HasSubstr("regimes: is a directory"));
    library.write("cap_20.yaml", "title: Mine\nchanges: []\n");
    EXPECT_EQ(complain("laa+" + root + "/cap_20.yaml"),
              "cap_20.yaml: rename this file: 'cap_20' is a name of the catalogue");
    library.write("my reform.yaml", "title: Mine\nchanges: []\n");
    EXPECT_THAT(complain("laa+" + root + "/my reform.yaml"),
                HasSubstr("rename this file: letters, digits"));
    library.write("circle_a.yaml", "title: A\nextends: ./circle_b.yaml\n");
    library.write("circle_b.yaml", "title: B\nextends: ./circle_a.yaml\n");
    EXPECT_EQ(complain(root + "/circle_a.yaml"),
              "./circle_b.yaml:2:10: 'extends' goes in a circle: 'circle_a' comes back");
}
}  // namespace
}  // namespace concordat::scenario
