#include "models/selection/signing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace concordat::selection
{
namespace
{
using testing::ElementsAre;

std::vector<std::uint8_t> best(std::vector<double> const& values, int places)
{
    std::vector<double> scratch;
    std::vector<std::uint8_t> out(values.size());
    mark_best(values, places, scratch, out);
    return out;
}

TEST(MarkBest, TakesTheHighest)
{
    EXPECT_THAT(best({.1, .9, .5, .7}, 2), ElementsAre(0, 1, 0, 1));
    EXPECT_THAT(best({.1, .9, .5, .7}, 0), ElementsAre(0, 0, 0, 0));
    EXPECT_THAT(best({.1, .9, .5, .7}, 9), ElementsAre(1, 1, 1, 1));
}

TEST(MarkBest, GivesEqualValuesToTheLowerPosition)
{
    EXPECT_THAT(best({.5, .9, .5, .5}, 2), ElementsAre(1, 1, 0, 0));
    EXPECT_THAT(best({.5, .5, .5, .5}, 3), ElementsAre(1, 1, 1, 0));
}

TEST(MarkBest, PassesOverWhatIsWorthNothing)
{
    constexpr double nothing = -std::numeric_limits<double>::infinity();
    EXPECT_THAT(best({nothing, .2, nothing, -.3}, 2), ElementsAre(0, 1, 0, 1));
}

TEST(SignAgreement, PutsStatutoryItemsFirstAndFlagsWhatIsForced)
{
    ItemLists const lists{.statutory = {4}, .candidates = {0, 1, 2, 3}};
    state::Agreement agreement;
    resize_agreement(2, 5, lists, 3, agreement);
    EXPECT_EQ(agreement.max_slots(), 4);
    std::vector<int> const chosen{1, 3};
    std::vector<std::uint8_t> const forced{0, 0, 0, 1};
    sign_agreement(1, lists, chosen, forced, agreement);
    EXPECT_EQ(agreement.count[1], 3);
    EXPECT_EQ(agreement.statutory[1], 1);
    EXPECT_EQ(agreement.forced[1], 1);
    EXPECT_EQ(agreement.item(1, 0), 4);
    EXPECT_EQ(agreement.item(1, 2), 3);
    EXPECT_EQ(agreement.item(1, 3), -1);
    EXPECT_EQ(agreement.imposed(1, 2), 1);
    EXPECT_EQ(agreement.count[0], 0);
}
}  // namespace
}  // namespace concordat::selection
