#include "models/scenario/change.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <ostream>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using config::Value;

TEST(Change, SpeaksOfAMisspeltPathAndAValueOutOfRangeInOneReport)
{
    SmallLibrary library;
    library.write("reforms/smaller_prize.yaml",
                  "title: Smaller prize\nimplements: {title: Report}\nchanges:\n  - path: "
                  "incentives.tournament.price\n"
                  "    multiply: 0.5\n    reason: r\n");
    library.write(
        "parameters/measurement/audit.yaml",
        "detection:\n  description: Probability that a false report is found.\n  value: 1.4\n"
        "  unit: probability\n  range: [0, 1]\n  source: {assumption: a}\n");
    EXPECT_FALSE(library.resolve("laa+smaller_prize"));
    EXPECT_EQ(library.complaint(),
              "parameters/measurement/audit.yaml:3:10: measurement.audit.detection = 1.4 is "
              "outside [0, 1] (probability "
              "that a false report is found)\n"
              "reforms/smaller_prize.yaml:4:11: unknown path 'incentives.tournament.price'\n"
              "    did you mean 'incentives.tournament.prize'?");
}

struct BadChange
{
    char const* name;
    char const* path;
    char const* rest;     ///< the lines below `path`
    char const* message;  ///< whole text of the problems, without the closing line
};

std::ostream& operator<<(std::ostream& out, BadChange const& bad)
{
    return out << bad.name;
}

class BadReformChange : public testing::TestWithParam<BadChange>
{
};

TEST_P(BadReformChange, IsRefusedWithPlaceValueAndWhatIsAllowed)
{
    auto const& bad = GetParam();
    SmallLibrary library;
    library.write("reforms/x.yaml",
                  std::string{"title: X\nimplements: {title: T}\nchanges:\n  - path: "} + bad.path +
                      "\n" + bad.rest);
    EXPECT_FALSE(library.resolve("laa+x"));
    EXPECT_EQ(library.complaint(), bad.message);
}

constexpr auto grant = "incentives.reward_grant.per_target";
constexpr auto scheme = "incentives.reward_grant.scheme";
constexpr auto cap = "selection.cap.per_area";

INSTANTIATE_TEST_SUITE_P(
    Every, BadReformChange,
    testing::Values(
        BadChange{"NoOperation", grant, "    reason: r\n",
                  "reforms/x.yaml:4:5: a change needs exactly one of 'set', 'multiply' and 'add', "
                  "not none"},
        BadChange{"TwoOperations", grant, "    set: 1\n    add: 2\n    reason: r\n",
                  "reforms/x.yaml:4:5: a change needs exactly one of 'set', 'multiply' and 'add', "
                  "not several"},
        BadChange{"NoReason", grant, "    set: 1\n", "reforms/x.yaml:4:5: change lacks 'reason'"},
        BadChange{"EmptyReason", grant, "    set: 1\n    reason:\n",
                  "reforms/x.yaml:6:5: 'reason' of change is empty"},
        BadChange{
            "MisspeltKey", grant, "    mutliply: 2\n    reason: r\n",
            "reforms/x.yaml:5:5: unknown key 'mutliply' in change\n    did you mean 'multiply'?"},
        BadChange{"EmptyOperand", grant, "    set:\n    reason: r\n",
                  "reforms/x.yaml:5:5: 'set' of change is empty"},
        BadChange{"WordFactor", grant, "    multiply: twice\n    reason: r\n",
                  "reforms/x.yaml:5:15: factor of incentives.reward_grant.per_target = 'twice' is "
                  "not a number"},
        BadChange{"QuotedFactor", grant, "    multiply: '2'\n    reason: r\n",
                  "reforms/x.yaml:5:15: factor of incentives.reward_grant.per_target = '2' in "
                  "quotes is text"},
        BadChange{"ListFactor", grant, "    multiply: [2]\n    reason: r\n",
                  "reforms/x.yaml:5:15: factor of incentives.reward_grant.per_target = a list is "
                  "not a number"},
        BadChange{"InfiniteAddition", grant, "    add: .inf\n    reason: r\n",
                  "reforms/x.yaml:5:10: addition to incentives.reward_grant.per_target = '.inf' is "
                  "not finite"},
        BadChange{"NanFactor", grant, "    multiply: .nan\n    reason: r\n",
                  "reforms/x.yaml:5:15: factor of incentives.reward_grant.per_target = '.nan' is "
                  "not a number"},
        BadChange{"WordMultiplied", scheme, "    multiply: 2\n    reason: r\n",
                  "reforms/x.yaml:5:15: incentives.reward_grant.scheme cannot be multiplied or "
                  "added to; it is one of "
                  "none, threshold, pro_rata\n    use 'set'"},
        BadChange{"WrongWord", scheme, "    set: linear\n    reason: r\n",
                  "reforms/x.yaml:5:10: incentives.reward_grant.scheme = 'linear' is not one of "
                  "none, threshold, "
                  "pro_rata (rule that turns performance into reward)"},
        BadChange{"RangeOfAWord", scheme, "    set: none\n    range: [0, 1]\n    reason: r\n",
                  "reforms/x.yaml:5:10: a change of incentives.reward_grant.scheme has no range; "
                  "it is one of none, "
                  "threshold, pro_rata"},
        BadChange{"Negative", grant, "    set: -1\n    reason: r\n",
                  "reforms/x.yaml:5:10: incentives.reward_grant.per_target = -1 is outside [0, "
                  "1000000] GBP/target "
                  "(reward for each target met)"},
        BadChange{"FractionOfAWhole", cap, "    set: 2.5\n    reason: r\n",
                  "reforms/x.yaml:5:10: selection.cap.per_area = '2.5' is not a whole number "
                  "(largest number of targets "
                  "in an agreement)\n    allowed is a whole number in [0, 60] targets"},
        BadChange{"BelowItsRange", grant, "    multiply: 1\n    range: [2, 12.5]\n    reason: r\n",
                  "reforms/x.yaml:5:15: 1 is outside the change's own range [2, 12.5]"},
        BadChange{"ReversedRange", grant, "    multiply: 2\n    range: [3, 1]\n    reason: r\n",
                  "reforms/x.yaml:6:12: range [3, 1] of a change is reversed"},
        BadChange{"HalfRange", grant, "    multiply: 2\n    range: [3]\n    reason: r\n",
                  "reforms/x.yaml:6:12: range of a change must be [lowest, highest]"},
        BadChange{"WordRange", grant, "    multiply: 2\n    range: [1, lots]\n    reason: r\n",
                  "reforms/x.yaml:6:16: range of a change = 'lots' is not a number"},
        BadChange{"SamePathTwice", grant,
                  "    set: 1\n    reason: r\n  - path: incentives.reward_grant.per_target\n    "
                  "set: 1\n    reason: r\n",
                  "reforms/x.yaml:7:11: incentives.reward_grant.per_target is changed twice\n    "
                  "it stands at 4:11 "
                  "already"},
        BadChange{"DuplicateKey", grant, "    set: 1\n    set: 2\n    reason: r\n",
                  "reforms/x.yaml:6:5: duplicate key 'set'\n    it stands at 5:5 already"}),
    [](auto const& test) { return std::string{test.param.name}; });

config::ParameterRecord make_limit()
{
    config::ParameterRecord record;
    record.path = "a.b.limit";
    record.description = "Limit.";
    record.unit = "GBP";
    record.range = config::Range{0, 100};
    record.allows_infinity = true;
    record.value = std::numeric_limits<double>::infinity();
    return record;
}

config::AppliedChange make_change(config::Operation operation, Value operand)
{
    config::AppliedChange change;
    change.who = "file";
    change.operation = operation;
    change.operand = std::move(operand);
    return change;
}

TEST(Change, AnInfiniteValueStaysOffWhenMultipliedAndNeverBecomesNan)
{
    core::Problems problems;
    auto record = make_limit();
    auto change = make_change(config::Operation::multiply, 2.0);
    EXPECT_TRUE(apply_changes(record, {change}, problems));
    EXPECT_EQ(record.value, Value{std::numeric_limits<double>::infinity()});
    change.operand = Value{0.0};
    EXPECT_FALSE(apply_changes(record, {change}, problems));
    EXPECT_EQ(problems.size(), 1U);
    EXPECT_EQ(record.history.size(), 1U) << "a refused change leaves the record alone";
}

TEST(Change, DescribesItself)
{
    EXPECT_EQ(describe(make_change(config::Operation::set, std::string{"none"})),
              "sets it to none");
    EXPECT_EQ(describe(make_change(config::Operation::multiply, 2.5)), "multiplies it by 2.5");
    EXPECT_EQ(describe(make_change(config::Operation::add, 2.5)), "adds 2.5 to it");
}
}  // namespace
}  // namespace concordat::scenario
