#include "models/selection/joint_areas.hpp"

#include <gtest/gtest.h>

#include "sim/core/problem.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::selection
{
namespace
{
/// Seven areas on a line, the first six in one region, the last in another; three indicators, of which the second
/// belongs to a subject that crosses borders.
state::Pack make_line()
{
    auto pack = support::make_small_pack(7, 3);
    pack.regions = {"North", "South"};
    pack.subject_groups = {"Jobs", "Schools"};
    pack.crosses_borders = {1, 0};
    for (std::size_t i = 0; i < 7; ++i) {
        pack.areas[i].region = state::RegionId{i == 6 ? 1 : 0};
        pack.areas[i].latitude = 53.0;
        pack.areas[i].longitude = 0.1 * static_cast<double>(i);
    }
    for (std::size_t j = 0; j < 3; ++j) pack.indicators[j].subject_group = j == 1 ? 0 : 1;
    return pack;
}

TEST(JointAreas, NobodyAgreesTogetherWithItself)
{
    EXPECT_EQ((JointAreas{make_line(), {.joint = true, .councils = 6}}.groups()),
              (std::vector<std::vector<int>>{{0, 1, 2, 3, 4, 5}}));
}

state::Values make_values()
{
    state::Values values;
    values.council = state::AreaTable::Zero(8, 3);
    for (int j = 0; j < 3; ++j) {
        for (int i = 0; i < 8; ++i) values.council(i, j) = i * i + j;
    }
    values.centre = -2.0 * values.council;
    values.council_need = values.centre_need = values.pooled_need = 3.0 * values.council;
    return values;
}

TEST(JointAreas, EachSideThinksAsItsGroupDoesOfWhatIsAgreedTogether)
{
    auto const before = make_values();
    auto after = make_values();
    JointAreas{make_line(), {.joint = true, .councils = 3}}.pool(after);
    for (int const j : {0, 2}) EXPECT_TRUE((after.council.col(j) == before.council.col(j)).all()) << "schools stay";
    for (int const i : {0, 1, 2}) EXPECT_DOUBLE_EQ(after.council(i, 1), (1 + 2 + 5) / 3.0);
    for (int const i : {3, 4, 5}) EXPECT_DOUBLE_EQ(after.centre(i, 1), -2.0 * (10 + 17 + 26) / 3.0);
    EXPECT_DOUBLE_EQ(after.pooled_need(4, 1), 3.0 * (10 + 17 + 26) / 3.0);
    for (int const i : {6, 7}) EXPECT_EQ(after.council(i, 1), before.council(i, 1)) << "nobody beside it";
}

TEST(JointAreas, AreOffToTheBitUnlessTheyAgreeTogether)
{
    auto const before = make_values();
    auto after = make_values();
    JointAreas const off{make_line(), {}};
    off.pool(after);
    EXPECT_TRUE(off.neutral());
    EXPECT_TRUE((after.council == before.council).all());
    EXPECT_TRUE((after.pooled_need == before.pooled_need).all());
}

TEST(JointAreas, AgreeOnAllSubjectsWhereTheyMay)
{
    JointAreas const all{make_line(), {.joint = true, .councils = 3, .subjects = JointSubjects::all}};
    for (int j = 0; j < 3; ++j) EXPECT_TRUE(all.covers(j));
    JointAreas const some{make_line(), {.joint = true, .councils = 3}};
    for (int j = 0; j < 3; ++j) EXPECT_EQ(some.covers(j), j == 1);
}

TEST(JointAreas, NeedAPackThatSaysWhatCrossesBorders)
{
    auto pack = make_line();
    pack.crosses_borders.clear();
    EXPECT_THROW((JointAreas{pack, {.joint = true}}), core::InputError);
    EXPECT_NO_THROW((JointAreas{pack, {}}));
    EXPECT_FALSE((JointAreas{pack, {.joint = true, .subjects = JointSubjects::all}}.neutral()));
}
}  // namespace
}  // namespace concordat::selection
