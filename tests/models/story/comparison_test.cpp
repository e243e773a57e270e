#include "models/story/comparison.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
using test::texts;
using testing::AllOf;
using testing::HasSubstr;

TEST(Comparison, NamesItemsThatOnlyOneScenarioHasLevelsAndOutcomes)
{
    auto const pack = test::make_story_pack();
    Names const names{pack, 0};
    AreaRecord before{.talks = {.told = 3.0}, .forced = 2};
    before.items = {{.indicator = 1, .target = 1.0, .payment = 40.0, .reported = 1.2, .gain = 0.4},
                    {.indicator = 2, .target = 1.35, .reported = 0.1, .gain = 0.2},
                    {.indicator = 3, .placeholder = true}};
    AreaRecord after{.talks = {.told = 0.0}, .forced = 2};
    after.items = {{.indicator = 2, .target = 1.2, .reported = 1.3, .gain = 0.3},
                   {.indicator = 3, .target = 0.9, .reported = 0.0, .gain = 0.1},
                   {.indicator = 4, .target = 1.0, .reported = 0.0, .gain = 0.1}};
    auto const text = texts(tell_differences(before, "old", after, "new", names));
    EXPECT_THAT(text, AllOf(HasSubstr("Items only under old: NI 102 (1).\n"), HasSubstr("Items only under new: NI 105 (1).\n"),
                            HasSubstr("Levels that differ: NI 103 1.35 -> 1.20, NI 104 none -> 0.90.\n"),
                            HasSubstr("Items told: 3 -> 0.\n"), HasSubstr("own best: 2 in both.\n"),
                            HasSubstr("Targets met, as reported: 1 in both.\n"), HasSubstr("Reward: £40,000 -> £0.\n"),
                            HasSubstr("0.200 -> 0.167.\n")));
}

TEST(Comparison, ScenariosThatDoTheSameDifferInNothing)
{
    auto const pack = test::make_story_pack();
    Names const names{pack, 0};
    AreaRecord record{};
    record.items = {{.indicator = 1, .target = 1.0, .reported = 1.2}};
    auto const chapter = tell_differences(record, "a", record, "b", names);
    for (auto const& passage : chapter.passages) {
        EXPECT_THAT(passage.text, testing::AnyOf(testing::EndsWith(": none."), testing::EndsWith(" in both.")));
    }
}
}  // namespace
}  // namespace concordat::story
