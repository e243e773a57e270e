#include "models/scenario/channel.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/scenario/mixture.hpp"
#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;

TEST(Channel, SetsItsParametersToWhereTheyDoNothing)
{
    ReadLibrary library;
    auto const channels = read_channels(
        library.write("channels.yaml",
                      "- channel: money\n  title: Money\n  off: {incentives.reward_grant.per_target: 0, "
                      "incentives.reward_grant.scheme: none}\n  reason: Nothing is paid.\n"),
        library.parameters, library.problems);
    ASSERT_TRUE(library.problems.empty()) << library.problems.text();
    ASSERT_EQ(channels.size(), 1U);
    EXPECT_EQ(channels[0].reason, "Nothing is paid.");
    auto table = library.parameters;
    switch_off(channels[0], table);
    EXPECT_EQ(table.at("incentives.reward_grant.per_target").value, config::Value{0.0});
    EXPECT_EQ(table.at("incentives.reward_grant.scheme").history.back().who, "channel money switched off");
    EXPECT_EQ(table.at("selection.cap.per_area").value, library.parameters.at("selection.cap.per_area").value);
}

TEST(Channel, OwnsItsParametersAlone)
{
    ReadLibrary library;
    (void)read_channels(library.write("channels.yaml",
                                      "- {channel: a, title: A, off: {selection.cap.per_area: 0}, reason: r}\n"
                                      "- {channel: a, title: B, off: {selection.cap.per_area: 1, x.y.z: 1}, reason: r}\n"
                                      "- {channel: c, title: B, off: {selection.cap.per_area: 99}}\n"
                                      "- {channel: d, title: B, off: {selection.cap.per_area: 2}, reason: r}\n"
                                      "- {channel: d, title: B, off: {selection.cap.open: true}, reason: r}\n"),
                        library.parameters, library.problems);
    EXPECT_THAT(library.shorten(library.problems),
                AllOf(HasSubstr("channels.yaml:2:59: unknown path 'x.y.z'"), HasSubstr("lacks 'reason'"), HasSubstr("is outside [0, 60]"),
                      HasSubstr("belongs to the channel a already"), HasSubstr("two channels are called 'd'")));
}

TEST(Mixture, TakesTheRecordsOfOneTableAndLeavesTheRest)
{
    SmallLibrary library;
    auto const base = library.resolve("laa_2008");
    auto const reform = library.resolve("laa_2008+double_grant+cap_20");
    ASSERT_TRUE(base && reform);
    auto const& before = base->rounds.front().parameters;
    auto const& after = reform->rounds.front().parameters;
    auto const paths = list_changed_paths({&before}, {&after});
    EXPECT_THAT(paths, testing::ElementsAre("incentives.reward_grant.per_target", "selection.cap.per_area"));
    EXPECT_TRUE(list_changed_paths({&before}, {&before}).empty());
    auto const mixed = mix_tables(before, after, {"selection.cap.per_area"});
    EXPECT_EQ(mixed.at("selection.cap.per_area").value, config::Value{std::int64_t{20}});
    EXPECT_EQ(mixed.at("selection.cap.per_area").history.size(), 1U);
    EXPECT_EQ(mixed.at("incentives.reward_grant.per_target").value, config::Value{40000.0});
    EXPECT_TRUE(list_differences(mix_tables(before, after, paths), after).empty());
}
}  // namespace
}  // namespace concordat::scenario
