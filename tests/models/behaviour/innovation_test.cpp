#include "models/behaviour/innovation.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace concordat::behaviour
{
namespace
{
constexpr int areas = 2000;
constexpr int indicators = 50;

struct Country
{
    state::Pack pack{};
    state::Population population{};
    state::Bargain bargain{};
    state::Conditions conditions{};

    Country()
    {
        for (int i = 0; i < areas; ++i) {
            state::Area area;
            area.id = i + 1;
            pack.areas.push_back(area);
        }
        for (int j = 0; j < indicators; ++j) {
            state::Indicator row;
            row.number = j + 1;
            pack.indicators.push_back(row);
        }
        population.cooperation = state::PerArea::Constant(areas, 0.5);
        bargain.resize(areas);
        conditions.resize(areas, indicators, 1);
    }
    [[nodiscard]] std::vector<Innovations::Find> finds(InnovationParams params, std::uint32_t replicate = 0) const
    {
        Innovation const innovation{pack, params};
        Innovations found;
        innovation.resize(found);
        innovation.draw({.master_seed = 5, .replicate = replicate}, population, bargain, found);
        return found.finds;
    }
};

TEST(Innovation, ComesAsOftenAsCooperationFreedomAndTimeAllow)
{
    Country country;
    InnovationParams const params{.rate = 0.01, .gain = 1.15, .ring_fence = 0.6};
    double const expected = 0.01 * 0.5 * 0.4 * areas * indicators;  // 200, standard error 14
    EXPECT_NEAR(static_cast<double>(country.finds(params).size()), expected, 4.0 * std::sqrt(expected));
    country.bargain.rush.setOnes();
    EXPECT_TRUE(country.finds(params).empty()) << "nobody finds anything in a rush";
    country.bargain.rush.setZero();
    EXPECT_TRUE(country.finds({.rate = 0.01, .gain = 1.15, .ring_fence = 1.0}).empty());
}

TEST(Innovation, KeepsItsFindsWhereMoreAreMade)
{
    Country const country;
    auto const few = country.finds({.rate = 0.005, .gain = 1.15});
    auto const more = country.finds({.rate = 0.01, .gain = 1.15});
    EXPECT_GT(more.size(), few.size());
    for (auto const& find : few) {
        bool const kept = std::any_of(more.begin(), more.end(), [&](Innovations::Find const& other) {
            return other.area == find.area && other.indicator == find.indicator;
        });
        EXPECT_TRUE(kept);
    }
}

TEST(Innovation, RaisesTheResponseOfWhatWasFoundAndNothingElse)
{
    Country country;
    Innovation const innovation{country.pack, {.rate = 0.01, .gain = 1.15}};
    Innovations found;
    found.finds = {{3, 7}, {4, 0}};
    innovation.apply(found, country.conditions);
    EXPECT_EQ(country.conditions.response(3, 7), 1.15);
    EXPECT_EQ(country.conditions.response(4, 0), 1.15);
    EXPECT_EQ((country.conditions.response == 1.0).count(), areas * indicators - 2);
}

TEST(Innovation, IsNeutralWithoutARateOrAGain)
{
    Country const country;
    EXPECT_TRUE(Innovation(country.pack, {.rate = 0.0, .gain = 1.15}).neutral());
    EXPECT_TRUE(country.finds({.rate = 0.5, .gain = 1.0}).empty());
}
}  // namespace
}  // namespace concordat::behaviour
