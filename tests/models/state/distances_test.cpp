#include "models/state/distances.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::state
{
namespace
{
/// Four places: London, Croydon, Leeds, York.
Pack make_places()
{
    auto pack = support::make_small_pack(4, 1);
    double const latitude[] = {51.507, 51.376, 53.801, 53.959}, longitude[] = {-0.128, -0.098, -1.549, -1.081};
    for (std::size_t i = 0; i < 4; ++i) {
        pack.areas[i].latitude = latitude[i];
        pack.areas[i].longitude = longitude[i];
    }
    return pack;
}

TEST(Distances, AreThoseOnTheGroundWhereThePackSaysWhereAreasLie)
{
    auto const distance = measure_distances(make_places());
    EXPECT_NEAR(distance(0, 1), 14.7, 0.2);
    EXPECT_NEAR(distance(2, 3), 35.4, 0.4);
    EXPECT_NEAR(distance(0, 2), 272.0, 2.0) << "great circle 272.4 km";
    EXPECT_EQ(distance(0, 2), distance(2, 0));
    EXPECT_EQ(distance(3, 3), 0.0);
    EXPECT_EQ(list_nearest(make_places(), 2), (std::vector<std::vector<int>>{{1, 2}, {0, 2}, {3, 0}, {2, 0}}));
}

TEST(Distances, AreRanksOfComparatorsElsewhere)
{
    auto pack = make_places();
    pack.areas[3].latitude = std::numeric_limits<double>::quiet_NaN();
    pack.areas[0].neighbours = {AreaId{3}, AreaId{2}};
    auto const distance = measure_distances(pack);
    EXPECT_EQ(distance(0, 3), 1.0);
    EXPECT_EQ(distance(0, 2), 2.0);
    EXPECT_EQ(distance(0, 1), 4.0) << "beyond all ranks";
    EXPECT_EQ(distance(0, 0), 0.0);
    EXPECT_EQ(list_nearest(pack, 3).front(), (std::vector<int>{3, 2, 1}));
}

TEST(Distances, DoNotDependOnTheOrderOfRows)
{
    auto const pack = make_places();
    auto const there = list_nearest(pack, 3), back = list_nearest(support::reverse_rows(pack), 3);
    for (std::size_t i = 0; i < 4; ++i) {
        for (std::size_t n = 0; n < 3; ++n) EXPECT_EQ(3 - back[3 - i][n], there[i][n]);
    }
}
}  // namespace
}  // namespace concordat::state
