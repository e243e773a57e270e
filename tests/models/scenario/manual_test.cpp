#include <gtest/gtest.h>

#include <fstream>

#include "models/scenario/design_table.hpp"
#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
/// The blocks between ``` lines of docs/methods/scenarios.md, in order.
std::vector<std::string> read_blocks()
{
    std::ifstream in{std::string{CONCORDAT_SOURCE_DIR} + "/docs/methods/scenarios.md"};
    std::vector<std::string> blocks;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line.compare(0, 3, "```") == 0) {
            inside = !inside;
            if (inside) blocks.emplace_back();
        } else if (inside) {
            blocks.back() += line + "\n";
        }
    }
    return blocks;
}

TEST(Manual, ItsExamplesCanBeUsedAsTheyStand)
{
    auto const blocks = read_blocks();
    ASSERT_EQ(blocks.size(), 9U) << "parameter, regime, history, reform, argument, package, grammar, design, messages";
    SmallLibrary library;
    library.write("parameters/selection/agreement.yaml",
                  "cap:\n  description: Most chosen indicators.\n  value: 35\n  unit: indicators\n"
                  "  integer: true\n  range: [1, 60]\n  source: {assumption: for this test}\n");
    library.write("parameters/incentives/reward_grant.yaml", blocks[0]);
    library.write("regimes/example.yaml", blocks[1]);
    library.write("regimes/past.yaml", blocks[2]);
    library.write("reforms/ifg_18_double_reward_grant.yaml", blocks[3]);
    auto const scenario = library.resolve("example+ifg_18");
    ASSERT_TRUE(scenario) << library.complaint();
    EXPECT_EQ(value_of(scenario, "incentives.reward_grant.per_target"), config::Value{80000.0});
    EXPECT_EQ(value_of(scenario, "selection.agreement.cap"), config::Value{std::int64_t{12}});
    auto const history = library.resolve("past+ifg_18");
    ASSERT_TRUE(history) << library.complaint();
    EXPECT_EQ(history->rounds.at(1).note, "The first with a national set.");
    core::Problems problems;
    auto const argued = read_reform(library.write("reforms/argued.yaml", blocks[3] + blocks[4]), problems);
    ASSERT_TRUE(argued) << problems.text();
    EXPECT_EQ(argued->argues->outcome, "partners_in");
    auto package = blocks[5];
    for (auto const* const part : {"ifg_01_citizen_publication", "ifg_02_caa_supports_laa", "ifg_03_timelines",
                                   "ifg_04_coordinated_advice"}) {
        EXPECT_NE(package.find(part), std::string::npos) << part;
        library.write_reform(part, "selection.agreement.cap", "set: 20");
    }
    library.write("package.yaml", package);
    EXPECT_EQ(value_of(library.resolve("laa_2008+" + (library.root() / "package.yaml").string()), "selection.agreement.cap"),
              config::Value{std::int64_t{20}})
        << library.complaint();
    auto const points =
        read_design_table(library.write("design.csv", blocks[7]), scenario->rounds.front().parameters, problems);
    EXPECT_TRUE(problems.empty()) << problems.text();
    EXPECT_EQ(points.size(), 3U);
}

TEST(Manual, ShowsTheMessagesThatTheProgramGives)
{
    SmallLibrary library;
    library.write("scenarios/reforms/smaller_prize.yaml",
                  "title: Smaller prize\nimplements: {title: Report}\nchanges:\n"
                  "  - path: incentives.tournament.price\n    multiply: 0.5\n    reason: r\n");
    library.write("scenarios/parameters/measurement/audit.yaml",
                  "detection:\n  description: Probability that a false report is found.\n"
                  "  value: 1.4\n  unit: probability\n  range: [0, 1]\n"
                  "  source: {assumption: a}\n");
    core::Problems problems;
    auto const tables = {config::load_parameters(library.root() / "parameters", problems),
                         config::load_parameters(library.root() / "scenarios/parameters", problems)};
    auto const reform =
        read_reform(library.root() / "scenarios/reforms/smaller_prize.yaml", problems);
    ASSERT_TRUE(reform);
    auto const& change = reform->changes.at(0);
    EXPECT_EQ(find_record(*tables.begin(), change.path, change.path_where, problems), nullptr);
    EXPECT_EQ(library.shorten(problems) + "\n2 problems; nothing was run.\n", read_blocks().back());
}
}  // namespace
}  // namespace concordat::scenario
