#include "models/state/streams.hpp"

#include <gtest/gtest.h>

namespace concordat::state
{
namespace
{
constexpr Occasion second_round{.master_seed = 7, .replicate = 3, .round = 1};

TEST(Streams, NameDrawsByReplicateRoundAndYear)
{
    constexpr random::Purpose purpose{"state.streams.test"};
    for (auto const& key : {replicate_key(second_round, purpose), round_key(second_round, purpose),
                            year_key(second_round, 2, purpose), year_key(second_round, 2, purpose, 3)}) {
        EXPECT_EQ(key.master_seed, 7u);
        EXPECT_EQ(key.replicate, 3u);
        EXPECT_EQ(key.purpose.hash(), purpose.hash());
    }
    EXPECT_EQ(replicate_key(second_round, purpose).period, 0u);
    EXPECT_EQ(round_key(second_round, purpose).period, 1u);
    EXPECT_EQ(year_key(second_round, 2, purpose).period, 6u);
    EXPECT_EQ(year_key(second_round, 2, purpose, 3).period, 5u);
}

TEST(Streams, GiveNoTwoYearsOfDifferentRoundsOneKey)
{
    constexpr random::Purpose purpose{"state.streams.test"};
    std::vector<std::uint32_t> periods;
    for (std::uint32_t round = 0; round < 3; ++round) {
        for (int year = 0; year < years_apart; ++year) periods.push_back(year_key({.round = round}, year, purpose).period);
    }
    for (std::size_t k = 0; k < periods.size(); ++k) EXPECT_EQ(periods[k], k);
}

TEST(Streams, NameAreasAndIndicatorsByWhatTheyAreCalledNotByWhereTheyStand)
{
    Pack pack;
    pack.areas.resize(2);
    pack.areas[0].id = 42;
    pack.areas[1].id = 7;
    pack.indicators.resize(2);
    pack.indicators[0].number = 112;
    pack.indicators[1].number = 16;
    EXPECT_EQ(area_ids(pack), (std::vector<std::uint32_t>{42, 7}));
    EXPECT_EQ(indicator_numbers(pack), (std::vector<std::uint32_t>{112, 16}));
}
}  // namespace
}  // namespace concordat::state
