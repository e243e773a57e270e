#include "sim/store/study_plan.hpp"

#include <gtest/gtest.h>

#include "sim/store/storage_error.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
TEST(StudyPlan, SurvivesTheWayThroughItsFile)
{
    auto const plan = test::make_toy_plan(400);
    auto const text = plan_to_json(plan);
    auto const read = plan_from_json(text, "plan.json");
    EXPECT_EQ(plan_to_json(read), text);
    EXPECT_EQ(read.seed, plan.seed);
    EXPECT_EQ(read.schema.outcomes[1].direction, Direction::lower_is_better);
    EXPECT_EQ(read.schema.group_text(3), "area:Kingston upon Hull, City of");
    EXPECT_EQ(read.schema.period_name(3), "year_1");
    EXPECT_EQ(fingerprint(read), fingerprint(plan));
}

TEST(StudyPlan, HasAnotherFingerprintForAnotherSeedScenarioOrSchemaOnly)
{
    auto const plan = test::make_toy_plan(4);
    auto seed = plan;
    seed.seed = 7;
    auto scenario = plan;
    scenario.scenarios[0].name = "lpsa_2001";
    auto schema = plan;
    schema.schema = test::make_toy_schema({0, 1, 2});
    auto longer = plan;
    longer.replicates = 5;
    EXPECT_NE(fingerprint(seed), fingerprint(plan));
    EXPECT_NE(fingerprint(scenario), fingerprint(plan));
    EXPECT_NE(fingerprint(schema), fingerprint(plan));
    EXPECT_EQ(fingerprint(longer), fingerprint(plan));
}

TEST(StudyPlan, ThatIsNotOneIsRefusedByName)
{
    auto const good = plan_to_json(test::make_toy_plan(4));
    std::vector<std::string> const bad{"", "{", "[]", "{}", "\x80\xff", good.substr(0, good.size() / 2), R"({"format": "x"})"};
    for (auto const& text : bad) {
        try {
            static_cast<void>(plan_from_json(text, "study/plan.json"));
            FAIL() << text;
        } catch (StorageError const& error) {
            EXPECT_TRUE(std::string{error.what()}.starts_with("study/plan.json: this is not the plan of a study")) << error.what();
        }
    }
}

TEST(StudyPlan, OfAnotherVersionIsRefusedWithAWayOut)
{
    auto text = plan_to_json(test::make_toy_plan(4));
    auto const at = text.find("\"version\": 2");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, 12, "\"version\": 1");
    try {
        static_cast<void>(plan_from_json(text, "study/plan.json"));
        FAIL();
    } catch (StorageError const& error) {
        std::string const said{error.what()};
        EXPECT_TRUE(said.find("another version") != std::string::npos) << said;
        EXPECT_TRUE(said.find("use the version that began it") != std::string::npos) << said;
    }
}

TEST(StudyPlan, WhoseColumnsNameWhatIsNotThereIsRefused)
{
    auto const good = plan_to_json(test::make_toy_plan(4));
    for (auto const* name : {"\"grouping\": 2", "\"period\": 1"}) {
        auto text = good;
        auto const at = text.find(name);
        ASSERT_NE(at, std::string::npos) << name;
        text.insert(at + std::string{name}.size(), "7");
        EXPECT_THROW(static_cast<void>(plan_from_json(text, "plan.json")), StorageError) << name;
    }
}

TEST(StudyPlan, NeedsARequestThatIsAnObject)
{
    auto plan = test::make_toy_plan(4);
    plan.request = "[1]";
    EXPECT_THROW(static_cast<void>(plan_to_json(plan)), std::logic_error);
}
}  // namespace
}  // namespace concordat::store
