#include "sim/config/parameter_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <ostream>

#include "tests/support/temporary_folder.hpp"

namespace concordat::config
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto grant = R"(per_target:
  description: Reward for each target met, paid at the end of the round.
  value: 40000
  unit: GBP/target
  range: [0, 1000000]
  source: {title: "Performance Art (2008), section 6.5", seed: ifg_performance_art.txt, line: 4055}
scheme:
  description: Rule that turns measured performance into reward.
  value: threshold
  choices: [none, threshold, pro_rata]
  source: {assumption: the rule of the guidance}
open:
  description: Whether a region shares its pot.
  value: false
  source: {assumption: no region did}
)";

constexpr auto cap = R"(per_area:
  description: Largest number of targets in an agreement.
  value: 35
  unit: targets
  range: [0, 198]
  integer: true
  off: 198
  source: {assumption: guidance}
limit:
  description: Largest budget
  value: .inf
  unit: GBP
  range: [0, 100]
  allows_infinity: true
  source: {assumption: none}
)";

TEST(ParameterFile, ReadsEveryTypeUnderItsPath)
{
    test::TemporaryFolder const folder;
    folder.write("incentives/reward_grant.yaml", grant);
    folder.write("selection/cap.yaml", cap);
    folder.write("README.md", "not a parameter file");
    core::Problems problems;
    auto const table = load_parameters(folder.path(), problems);
    ASSERT_TRUE(problems.empty()) << problems.text();
    EXPECT_THAT(list_paths(table),
                ElementsAre("incentives.reward_grant.open", "incentives.reward_grant.per_target",
                            "incentives.reward_grant.scheme", "selection.cap.limit",
                            "selection.cap.per_area"));
    auto const& reward = table.at("incentives.reward_grant.per_target");
    EXPECT_EQ(reward.value, Value{40000.0});
    EXPECT_EQ(reward.unit, "GBP/target");
    EXPECT_EQ(reward.range->high, 1000000.0);
    EXPECT_EQ(reward.source.seed, "ifg_performance_art.txt");
    EXPECT_EQ(reward.source.line, 4055);
    EXPECT_EQ(reward.where.line, 3);
    EXPECT_EQ(reward.where.column, 10);
    EXPECT_EQ(describe_allowed(reward), "a number in [0, 1000000] GBP/target");
    EXPECT_EQ(table.at("incentives.reward_grant.scheme").value, Value{std::string{"threshold"}});
    EXPECT_EQ(table.at("incentives.reward_grant.scheme").source.assumption,
              "the rule of the guidance");
    EXPECT_EQ(table.at("incentives.reward_grant.open").value, Value{false});
    EXPECT_EQ(table.at("selection.cap.per_area").value, Value{std::int64_t{35}});
    EXPECT_EQ(table.at("selection.cap.per_area").off, Value{std::int64_t{198}});
    EXPECT_EQ(table.at("selection.cap.limit").value,
              Value{std::numeric_limits<double>::infinity()});
}

TEST(ParameterFile, RatesDocumentsMediumAndAssumptionsLowWhereNobodyHasRatedThem)
{
    test::TemporaryFolder const folder;
    auto const rated = [&](std::string_view source) {
        auto const file = folder.write(
            "incentives/grant.yaml",
            "open:\n  description: Whether a region shares its pot.\n  value: false\n  source: " +
                std::string{source} + "\n");
        core::Problems problems;
        auto const table = load_parameter_file(file, problems);
        EXPECT_TRUE(problems.empty()) << problems.text();
        return table.at("incentives.grant.open").reliability;
    };
    EXPECT_EQ(rated("{title: Guidance}"), Reliability::medium);
    EXPECT_EQ(rated("{assumption: no region did}"), Reliability::low);
    EXPECT_EQ(rated("{title: Guidance}\n  reliability: high"), Reliability::high);
    EXPECT_EQ(rated("{title: Guidance}\n  reliability: low"), Reliability::low);
    EXPECT_EQ(rated("{assumption: \"Scale: the unit.\"}\n  reliability: high"), Reliability::high);
    EXPECT_EQ(show(Reliability::medium), "medium");
}

TEST(ParameterFile, AllowsTheOffValueBesideTheRange)
{
    test::TemporaryFolder const folder;
    folder.write("a/b.yaml",
                 "staff: {description: Staff, value: 0, unit: FTE, range: [2, 6], off: 0, source: "
                 "{assumption: a}}\n"
                 "cost:\n  description: Cost\n  value: -.inf\n  unit: s.d.\n  range: [-5, 5]\n"
                 "  allows_infinity: true\n  off: -.inf\n  source: {assumption: a}\n");
    core::Problems problems;
    auto const table = load_parameters(folder.path(), problems);
    ASSERT_TRUE(problems.empty()) << problems.text();
    EXPECT_EQ(table.at("a.b.staff").value, Value{0.0});
    EXPECT_EQ(table.at("a.b.cost").off, Value{-std::numeric_limits<double>::infinity()});
    EXPECT_EQ(describe_allowed(table.at("a.b.staff")), "a number in [2, 6] FTE, or 0 for off");
}

struct BadRecord
{
    char const* name;
    char const* from;     ///< a piece of the good record
    char const* to;       ///< what a person writes instead
    char const* message;  ///< whole text of the problems, without the closing line
};

std::ostream& operator<<(std::ostream& out, BadRecord const& bad)
{
    return out << bad.name;
}

constexpr auto good = R"(detection:
  description: Probability that a false report is found.
  value: 0.4
  unit: probability
  range: [0, 1]
  source: {title: Audit, seed: audit.txt, line: 7}
)";

class BadParameter : public testing::TestWithParam<BadRecord>
{
};

TEST_P(BadParameter, IsRefusedWithPlaceValueAndWhatIsAllowed)
{
    auto const& bad = GetParam();
    std::string text{good};
    text.replace(text.find(bad.from), std::string_view{bad.from}.size(), bad.to);
    test::TemporaryFolder const folder;
    folder.write("measurement/audit.yaml", text);
    core::Problems problems;
    (void)load_parameters(folder.path(), problems);
    auto const message = folder.shorten(problems.text());
    EXPECT_EQ(message.substr(0, message.rfind('\n')), bad.message);
}

INSTANTIATE_TEST_SUITE_P(
    Every, BadParameter,
    testing::Values(
        BadRecord{"OutOfRange", "0.4", "1.4",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = 1.4 is outside [0, "
                  "1] (probability that "
                  "a false report is found)"},
        BadRecord{"Negative", "0.4", "-1e-9",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = -1e-09 is outside "
                  "[0, 1] (probability "
                  "that a false report is found)"},
        BadRecord{"NotANumber", "0.4", ".nan",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = '.nan' is not a "
                  "number (probability that "
                  "a false report is found)\n    allowed is a number in [0, 1]"},
        BadRecord{"Infinite", "0.4", ".inf",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = .inf is outside [0, "
                  "1] (probability that "
                  "a false report is found)"},
        BadRecord{"Word", "0.4", "often",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = 'often' is not a "
                  "number (probability "
                  "that a false report is found)\n    allowed is a number in [0, 1]"},
        BadRecord{"Quoted", "0.4", "'0.4'",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = '0.4' in quotes is "
                  "text (probability that "
                  "a false report is found)\n    allowed is a number in [0, 1]"},
        BadRecord{"List", "0.4", "[0.4]",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = a list is not a "
                  "value (probability that a "
                  "false report is found)\n    allowed is a number in [0, 1]"},
        BadRecord{"Octal", "0.4", "010",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = '010' begins with a "
                  "zero, which is octal "
                  "to some programs; write it without (probability that a false report is found)\n "
                  "   allowed is a "
                  "number in [0, 1]"},
        BadRecord{
            "NoValue", "  value: 0.4\n", "",
            "measurement/audit.yaml:1:1: parameter 'measurement.audit.detection' lacks 'value'"},
        BadRecord{"EmptyValue", "value: 0.4", "value:",
                  "measurement/audit.yaml:3:3: 'value' of parameter 'measurement.audit.detection' "
                  "is empty"},
        BadRecord{"NoDescription", "  description: Probability that a false report is found.\n", "",
                  "measurement/audit.yaml:1:1: parameter 'measurement.audit.detection' lacks "
                  "'description'"},
        BadRecord{"EmptyDescription", "Probability that a false report is found.", "''",
                  "measurement/audit.yaml:2:16: 'description' of parameter "
                  "'measurement.audit.detection' is empty"},
        BadRecord{
            "NoUnit", "  unit: probability\n", "",
            "measurement/audit.yaml:1:1: parameter 'measurement.audit.detection' lacks 'unit'"},
        BadRecord{
            "NoSource", "  source: {title: Audit, seed: audit.txt, line: 7}\n", "",
            "measurement/audit.yaml:1:1: parameter 'measurement.audit.detection' lacks 'source'"},
        BadRecord{"TextSource", "{title: Audit, seed: audit.txt, line: 7}", "Audit",
                  "measurement/audit.yaml:6:11: 'source' of parameter "
                  "'measurement.audit.detection' must be a mapping, "
                  "not text"},
        BadRecord{
            "EmptySource", "{title: Audit, seed: audit.txt, line: 7}", "{}",
            "measurement/audit.yaml:6:11: source of 'measurement.audit.detection' lacks 'title'"},
        BadRecord{"TwoSources", "title: Audit, seed: audit.txt, line: 7",
                  "title: Audit, assumption: yes",
                  "measurement/audit.yaml:6:12: unknown key 'title' in source of "
                  "'measurement.audit.detection'\n    its "
                  "keys are assumption"},
        BadRecord{"LineZero", "line: 7", "line: 0",
                  "measurement/audit.yaml:6:49: 'line' of source of 'measurement.audit.detection' "
                  "= '0' is not a line "
                  "number (1, 2, ...)"},
        BadRecord{"LineOfNothing", "seed: audit.txt, ", "",
                  "measurement/audit.yaml:6:32: source of 'measurement.audit.detection' has a "
                  "'line' but no 'seed' that "
                  "it counts in"},
        BadRecord{"UnknownRating", "line: 7}", "line: 7}\n  reliability: sure",
                  "measurement/audit.yaml:7:16: 'reliability' of 'measurement.audit.detection' must "
                  "be low, medium or high"},
        BadRecord{"MisspeltKey", "value", "valeu",
                  "measurement/audit.yaml:3:3: unknown key 'valeu' in parameter "
                  "'measurement.audit.detection'\n    did "
                  "you mean 'value'?"},
        BadRecord{
            "DuplicateKey", "  unit:", "  value: 0.5\n  unit:",
            "measurement/audit.yaml:4:3: duplicate key 'value'\n    it stands at 3:3 already"},
        BadRecord{"NoRange", "  range: [0, 1]\n", "",
                  "measurement/audit.yaml:3:10: 'measurement.audit.detection' needs 'range' if it "
                  "is a number, "
                  "'choices' if it is a word; without them its value is true or false"},
        BadRecord{"ReversedRange", "[0, 1]", "[1, 0]",
                  "measurement/audit.yaml:5:10: range [1, 0] of 'measurement.audit.detection' is "
                  "reversed"},
        BadRecord{"HalfRange", "[0, 1]", "[0]",
                  "measurement/audit.yaml:5:10: range of 'measurement.audit.detection' must be "
                  "[lowest, highest]"},
        BadRecord{"OpenRange", "[0, 1]", "[0, .inf]",
                  "measurement/audit.yaml:5:10: range [0, .inf] of 'measurement.audit.detection' "
                  "must have finite ends"},
        BadRecord{"WordRange", "[0, 1]", "[0, one]",
                  "measurement/audit.yaml:5:14: range of 'measurement.audit.detection': 'one' is "
                  "not a number"},
        BadRecord{"RangeAndChoices", "  range: [0, 1]\n", "  range: [0, 1]\n  choices: [a, b]\n",
                  "measurement/audit.yaml:6:12: 'measurement.audit.detection' has both 'range' "
                  "(for numbers) and "
                  "'choices' (for words)"},
        BadRecord{"OneChoice", "range: [0, 1]", "choices: [a]",
                  "measurement/audit.yaml:5:12: choices of 'measurement.audit.detection' must be "
                  "at least two words"},
        BadRecord{"SameChoice", "range: [0, 1]", "choices: [a, b, a]",
                  "measurement/audit.yaml:5:19: choices of 'measurement.audit.detection' must be "
                  "different words"},
        BadRecord{"NotAChoice", "range: [0, 1]", "choices: [none, 0.5]",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = '0.4' is not one of "
                  "none, 0.5 "
                  "(probability that a false report is found)\n    did you mean '0.5'?"},
        BadRecord{"FractionOfAWhole", "  range: [0, 1]\n", "  range: [0, 1]\n  integer: true\n",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = '0.4' is not a whole "
                  "number (probability "
                  "that a false report is found)\n    allowed is a whole number in [0, 1]"},
        BadRecord{"BadFlag", "  range: [0, 1]\n", "  range: [0, 1]\n  allows_infinity: yes\n",
                  "measurement/audit.yaml:6:20: 'allows_infinity' of parameter "
                  "'measurement.audit.detection' = 'yes' is "
                  "not true or false"},
        BadRecord{"BadOff", "  range: [0, 1]\n", "  range: [0, 1]\n  off: never\n",
                  "measurement/audit.yaml:6:8: measurement.audit.detection = 'never' is not a "
                  "number (probability that "
                  "a false report is found)\n    allowed is a number in [0, 1]"},
        BadRecord{"HugeOff", "0.4\n  unit: probability\n  range: [0, 1]\n",
                  "1\n  unit: probability\n  range: [0, 1]\n  integer: true\n  off: 3000000000\n",
                  "measurement/audit.yaml:7:8: 'off' of 'measurement.audit.detection' = 3000000000 "
                  "is too large"},
        BadRecord{"HugeWholeRange", "0.4\n  unit: probability\n  range: [0, 1]\n",
                  "1\n  unit: probability\n  range: [0, 1e300]\n  integer: true\n",
                  "measurement/audit.yaml:5:10: range [0, 1e+300] of 'measurement.audit.detection' "
                  "must have whole ends "
                  "below 2147483648"},
        BadRecord{
            "InfiniteOff", "  range: [0, 1]\n", "  range: [0, 1]\n  off: -.inf\n",
            "measurement/audit.yaml:6:8: 'off' of 'measurement.audit.detection' is infinite, but "
            "'allows_infinity' is not true"},
        BadRecord{"NeitherInRangeNorOff", "0.4\n  unit: probability\n  range: [0, 1]\n",
                  "0.2\n  unit: probability\n  range: [0.3, 1]\n  off: 0\n",
                  "measurement/audit.yaml:3:10: measurement.audit.detection = 0.2 is outside [0.3, "
                  "1], or 0 for off "
                  "(probability that a false report is found)"},
        BadRecord{"NotARecord", good, "detection: 0.4\n",
                  "measurement/audit.yaml:1:12: parameter 'measurement.audit.detection' must be a "
                  "mapping (key: value), "
                  "not text\n    its keys are description, value, unit, range, choices, integer, "
                  "allows_infinity, off, "
                  "source, reliability"},
        BadRecord{
            "NotAMapping", good, "- detection\n",
            "measurement/audit.yaml:1:1: a parameter file holds records (key: ...), not a list"},
        BadRecord{"BadKey", "detection:", "De tection:",
                  "measurement/audit.yaml:1:1: the key 'De tection' must be made of lower-case "
                  "letters, digits and "
                  "underscores"},
        BadRecord{"Empty", good, "", "measurement/audit.yaml: is empty"}),
    [](auto const& test) { return std::string{test.param.name}; });

TEST(ParameterFile, ReportsEveryProblemOfEveryFileAtOnce)
{
    test::TemporaryFolder const folder;
    folder.write("a/one.yaml", "x: 1\ny: 2\n");
    folder.write("b/two.yaml", "z: [\n");
    folder.write("c/three.yml", "z: 1\n");
    folder.write("top.yaml", "z: 1\n");
    folder.write("a/b/deep.yaml", "z: 1\n");
    core::Problems problems;
    (void)load_parameters(folder.path(), problems);
    EXPECT_EQ(problems.size(), 6U) << problems.text();
    auto const text = folder.shorten(problems.text());
    EXPECT_THAT(text, HasSubstr("a/one.yaml:1:4: parameter 'a.one.x' must be a mapping"));
    EXPECT_THAT(text, HasSubstr("a/one.yaml:2:4: parameter 'a.one.y' must be a mapping"));
    EXPECT_THAT(text, HasSubstr("b/two.yaml:2:1: not valid YAML: a '[' is not closed by ']'"));
    EXPECT_THAT(text, HasSubstr("c/three.yml: parameter files end in .yaml"));
    EXPECT_THAT(text,
                HasSubstr("top.yaml: a parameter file stands in parameters/FOLDER/GROUP.yaml"));
    EXPECT_THAT(
        text, HasSubstr("a/b/deep.yaml: a parameter file stands in parameters/FOLDER/GROUP.yaml"));
}

TEST(ParameterFile, RefusesAFolderThatIsMissingOrHoldsNothing)
{
    test::TemporaryFolder const folder;
    core::Problems problems;
    (void)load_parameters(folder.path(), problems);
    (void)load_parameters(folder.path() / "missing", problems);
    EXPECT_EQ(problems.size(), 2U);
    EXPECT_THAT(problems.text(), HasSubstr("holds no parameter file"));
    EXPECT_THAT(problems.text(), HasSubstr("missing: cannot be read"));
}
}  // namespace
}  // namespace concordat::config
