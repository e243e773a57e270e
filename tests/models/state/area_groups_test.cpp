#include "models/state/area_groups.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::state
{
namespace
{
/// Seven areas on a line, the first six in one region, the last in another.
Pack make_line()
{
    auto pack = support::make_small_pack(7, 1);
    pack.regions = {"North", "South"};
    for (std::size_t i = 0; i < 7; ++i) {
        pack.areas[i].region = RegionId{i == 6 ? 1 : 0};
        pack.areas[i].latitude = 53.0;
        pack.areas[i].longitude = 0.1 * static_cast<double>(i);
    }
    return pack;
}

TEST(AreaGroups, LieTogetherInOneRegionAndAreEvenInSize)
{
    using Groups = std::vector<std::vector<int>>;
    EXPECT_EQ(form_groups(make_line(), 3), (Groups{{0, 1, 2}, {3, 4, 5}, {6}}));
    EXPECT_EQ(form_groups(make_line(), 4), (Groups{{0, 1, 2}, {3, 4, 5}, {6}})) << "not four and two";
    EXPECT_EQ(form_groups(make_line(), 2), (Groups{{0, 1}, {2, 3}, {4, 5}, {6}}));
    EXPECT_EQ(form_groups(make_line(), 6), (Groups{{0, 1, 2, 3, 4, 5}, {6}}));
}
}  // namespace
}  // namespace concordat::state
