#include "models/story/joint_told.hpp"

#include <gtest/gtest.h>

#include "models/story/recording.hpp"
#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
TEST(JointTold, SaysWithWhomAndWhatCameOfTheWhole)
{
    auto pack = test::make_story_pack();
    pack.areas.resize(3, pack.areas[1]);
    pack.areas[1].name = "Bradford";
    pack.areas[2].name = "Wakefield";
    AreaRecord record{.items = {{.indicator = 0},
                                {.indicator = 2, .payment = 40.0, .joint_with = {1, 2}, .joint_missing = -0.25},
                                {.indicator = 3, .joint_with = {2}, .joint_missing = 1.5}}};
    EXPECT_EQ(tell_joint(record, Names{pack, 0}),
              "Held together with others, and paid on the whole: NI 103 with Bradford and Wakefield (the whole 0.25 above, "
              "£40,000); NI 104 with Wakefield (the whole 1.50 short, nothing).");
    record.items.resize(1);
    EXPECT_EQ(tell_joint(record, Names{pack, 0}), "");
}
}  // namespace
}  // namespace concordat::story
