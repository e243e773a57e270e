#include "models/scenario/dose.hpp"

#include <gtest/gtest.h>

namespace concordat::scenario
{
namespace
{
Change make_change(config::Operation operation, std::string operand, std::optional<config::Range> range)
{
    Change change{.path = "a.b.c", .operation = operation, .range = range, .reason = "why"};
    change.operand.kind = config::NodeKind::scalar;
    change.operand.text = std::move(operand);
    return change;
}

std::string ends(Change const& change, config::Value const& present)
{
    return take_dose(change, Dose::weak, present).operand.text + " " + take_dose(change, Dose::strong, present).operand.text;
}
}  // namespace

TEST(Dose, StandsBehindANameAndIsChecked)
{
    core::Problems problems;
    auto const strong = read_dosed_name("ifg_18@strong", {}, problems);
    ASSERT_TRUE(strong);
    EXPECT_EQ(strong->name, "ifg_18");
    EXPECT_EQ(strong->dose, Dose::strong);
    EXPECT_EQ(read_dosed_name("ifg_18", {}, problems)->dose, Dose::stated);
    EXPECT_EQ(read_dosed_name("./mine@home/reform.yaml", {}, problems)->name, "./mine@home/reform.yaml") << "a folder's name";
    EXPECT_TRUE(problems.empty());
    EXPECT_FALSE(read_dosed_name("ifg_18@stong", {}, problems));
    EXPECT_NE(problems.text().find("did you mean '@strong'?"), std::string::npos) << problems.text();
}

TEST(Dose, TakesTheEndsOfARangeTowardsAndAwayFromNoChange)
{
    using config::Operation;
    EXPECT_EQ(ends(make_change(Operation::multiply, "2", config::Range{2, 12.5}), 40000.0), "2 12.5");
    EXPECT_EQ(ends(make_change(Operation::multiply, "0.5", config::Range{0.2, 0.8}), 2.0), "0.8 0.2");
    EXPECT_EQ(ends(make_change(Operation::add, "-0.15", config::Range{-0.3, -0.05}), 0.6), "-0.05 -0.3");
    EXPECT_EQ(ends(make_change(Operation::set, "3", config::Range{1, 6}), 10.0), "6 1");
    EXPECT_EQ(ends(make_change(Operation::set, "20", config::Range{15, 25}), std::int64_t{35}), "25 15");
}

TEST(Dose, LeavesWhatHasNoRangeOrNoNumberAsItIs)
{
    using config::Operation;
    EXPECT_EQ(ends(make_change(Operation::set, "0.4", std::nullopt), 0.0), "0.4 0.4");
    EXPECT_EQ(ends(make_change(Operation::set, "tournament", config::Range{0, 1}), std::string{"threshold"}), "tournament tournament");
    EXPECT_EQ(take_dose(make_change(Operation::set, "3", config::Range{1, 6}), Dose::stated, 10.0).operand.text, "3");
}
}  // namespace concordat::scenario
