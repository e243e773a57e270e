#include "models/scenario/pack_areas.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/pack_files.hpp"

namespace concordat::scenario
{
namespace
{
using test::expect_messages;
using test::read_toy;
using test::toy_files;

TEST(PackAreas, NamesWhatIsWrongInAreas)
{
    expect_messages({
        {"areas.csv", "7,Mayford", "5,Mayford",
         "areas.csv:4:1: area id '5' stands twice\n    it was used in line 2"},
        {"areas.csv", "Mayford", "Brook", "areas.csv:4:3: area name 'Brook' stands twice\n    it was used in line 2"},
        {"areas.csv", "E7", "E5", "areas.csv:4:9: area code 'E5' stands twice\n    it was used in line 2"},
        {"areas.csv", "E7,South", "E7,Soth", "areas.csv:2:14: unknown region 'Soth'\n    did you mean 'South'?"},
        {"areas.csv", "South,town", "South,city",
         "areas.csv:2:20: unknown area type 'city'\n    known are town"},
        {"areas.csv", "1000", "-1000", "areas.csv:2:30: population = -1000 is outside [1, 1000000000] (persons)"},
        {"areas.csv", "1000", "nan",
         "areas.csv:2:30: population = 'nan' is not a number\n"
         "    allowed are numbers in [1, 1000000000] (persons), with a decimal point"},
        {"areas.csv", "1000,10", "1000,", "areas.csv:2:35: deprivation is empty"},
        {"areas.csv", "yes,2", "yes,0", "areas.csv:3:27: a two-tier area needs districts; districts = 0"},
        {"areas.csv", "no,0", "no,3", "areas.csv:2:28: districts = 3 in an area that is not two-tier"},
        {"areas.csv", "population,", "populaton,",
         "areas.csv:1: column 'population' is missing\n"
         "areas.csv:1:45: unknown column 'populaton'\n    did you mean 'population'?"},
        {"groups.csv", "region,North", "region,North\nregion,East", "areas.csv: region 'East' has no area"},
        {"groups.csv", "region,North", "reggion,North",
         "areas.csv:3:12: unknown region 'North'\n    did you mean 'South'?\n"
         "groups.csv:3:1: unknown kind of group 'reggion'\n    did you mean 'region'?"},
        {"groups.csv", "region,North", "region,South",
         "areas.csv:3:12: unknown region 'North'\n    did you mean 'South'?\n"
         "groups.csv:3:8: region 'South' stands twice\n    it was used in line 2"},
    });
}

TEST(PackAreas, NamesWhatIsWrongInNeighbours)
{
    std::string const hint = "\n    the ranks of an area run 1, 2, 3 and so on";
    expect_messages({
        {"neighbours.csv", "3,1,5", "3,1,3", "neighbours.csv:2:5: an area cannot be its own neighbour"},
        {"neighbours.csv", "3,1,5", "3,1,8", "neighbours.csv:2:5: unknown area 8"},
        {"neighbours.csv", "3,1,5", "4,1,5", "neighbours.csv:2:1: unknown area 4"},
        {"neighbours.csv", "3,1,5", "3,1,7", "neighbours.csv:3:5: this neighbour of the area stands twice"},
        {"neighbours.csv", "3,2,7", "3,3,7", "neighbours.csv:3:3: rank = 3 where area 3 needs rank 2" + hint},
        {"neighbours.csv", "3,2,7", "3,1,7", "neighbours.csv:3:3: rank = 1 where area 3 needs rank 2" + hint},
        {"neighbours.csv", "7,1,5\n", "", "neighbours.csv: area 7 has no neighbour"},
    });
}

TEST(PackAreas, StandardisesDeprivationOverAreas)
{
    auto const pack = read_toy(toy_files());
    EXPECT_NEAR(pack.areas[0].deprivation, std::sqrt(1.5), 1e-15);
    EXPECT_NEAR(pack.areas[1].deprivation, 0, 1e-15);
    EXPECT_NEAR(pack.areas[2].deprivation, -std::sqrt(1.5), 1e-15);
}
}  // namespace
}  // namespace concordat::scenario
