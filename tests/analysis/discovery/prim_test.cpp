#include "analysis/discovery/prim.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

#include "sim/random/streams.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::discovery
{
namespace
{
using Point = std::vector<double>;
using Points = std::vector<Point>;

std::vector<char> mark(Points const& points, std::function<bool(Point const&)> const& is_of_interest)
{
    std::vector<char> marks;
    for (auto const& point : points) marks.push_back(is_of_interest(point) ? 1 : 0);
    return marks;
}

double draw(std::uint64_t seed, std::size_t i)
{
    return random::uniform({.master_seed = seed, .purpose = random::Purpose{"test.prim"}}, static_cast<std::uint32_t>(i));
}

std::vector<std::size_t> list_parameters(Box const& box)
{
    std::vector<std::size_t> found;
    for (auto const& one : box.restrictions) found.push_back(one.parameter);
    std::sort(found.begin(), found.end());
    return found;
}

Restriction const& find(Box const& box, std::size_t parameter)
{
    return *std::find_if(box.restrictions.begin(), box.restrictions.end(), [&](auto const& one) { return one.parameter == parameter; });
}

bool in_known_box(Point const& x) { return x[1] >= 0.6 && x[4] <= 0.5; }

TEST(Prim, RecoversABoxInTwoOfSixParameters)
{
    auto const points = random::latin_hypercube(1000, 6, 1);
    auto const marks = mark(points, in_known_box);
    auto const boxes = find_boxes(points, marks, {}, 1);
    ASSERT_EQ(boxes.size(), 1U) << "nothing of interest is left outside";
    auto const& box = boxes.front();
    ASSERT_EQ(list_parameters(box), (std::vector<std::size_t>{1, 4}));
    EXPECT_NEAR(find(box, 1).low, 0.6, 0.01);
    EXPECT_NEAR(find(box, 4).high, 0.5, 0.01);
    EXPECT_TRUE(find(box, 1).bounds_low);
    EXPECT_FALSE(find(box, 1).bounds_high);
    EXPECT_GT(find(box, 1).high, 0.998) << "an open side is the end of the set";
    EXPECT_GT(box.density, 0.98);
    EXPECT_GT(box.coverage, 0.97);
    EXPECT_NEAR(box.mass, 0.2, 0.02);
    EXPECT_NEAR(box.base_density, 0.2, 0.02);
    for (auto const& one : box.restrictions) {
        EXPECT_LT(one.p_value, 1e-10);
        EXPECT_EQ(one.chosen_share, 1.0);
    }
    EXPECT_GT(box.held_out_density, 0.9);
}

TEST(Prim, RecoversABoxThroughNoise)
{
    auto const points = random::latin_hypercube(1000, 6, 2);
    std::vector<char> marks;
    for (auto const& point : points) marks.push_back(draw(3, marks.size()) < (in_known_box(point) ? 0.8 : 0.1) ? 1 : 0);
    auto const boxes = find_boxes(points, marks, {}, 1);
    ASSERT_FALSE(boxes.empty());
    ASSERT_EQ(list_parameters(boxes.front()), (std::vector<std::size_t>{1, 4}));
    EXPECT_NEAR(find(boxes.front(), 1).low, 0.6, 0.05);
    EXPECT_NEAR(find(boxes.front(), 4).high, 0.5, 0.05);
    EXPECT_NEAR(boxes.front().density, 0.8, 0.1);
    EXPECT_GE(boxes.front().coverage, 0.5);
    EXPECT_NEAR(boxes.front().held_out_density, 0.8, 0.1);
}

TEST(Prim, FindsNoBoxInNoise)
{
    int found = 0;
    constexpr int sets = 100;
    for (std::uint64_t seed = 0; seed < sets; ++seed) {
        auto const points = random::latin_hypercube(300, 6, seed);
        std::vector<char> marks;
        for (std::size_t i = 0; i < points.size(); ++i) marks.push_back(draw(seed, i) < 0.4 ? 1 : 0);
        found += find_boxes(points, marks, {.resamples = 0}, seed).empty() ? 0 : 1;
    }
    EXPECT_LE(found, 5) << "5 % of sets; pruning is stricter than that";
}

TEST(Prim, CoversSeparatePlacesByOneBoxAfterAnother)
{
    auto const points = random::latin_hypercube(1500, 4, 1);
    auto const marks = mark(points, [](Point const& x) { return (x[0] < 0.4 && x[1] < 0.5) || (x[2] > 0.75 && x[3] > 0.6); });
    auto const boxes = find_boxes(points, marks, {}, 1);
    ASSERT_EQ(boxes.size(), 2U);
    EXPECT_EQ(list_parameters(boxes[0]), (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(list_parameters(boxes[1]), (std::vector<std::size_t>{2, 3}));
    EXPECT_GT(boxes[0].coverage + boxes[1].coverage, 0.9) << "shares of everything of interest";
    EXPECT_LT(boxes[1].base_density, boxes[0].base_density);
}

TEST(Prim, HasNothingToSayWhereEverythingOrNothingIsOfInterest)
{
    auto const points = random::latin_hypercube(200, 3, 1);
    EXPECT_TRUE(find_boxes(points, std::vector<char>(200, 1), {}, 1).empty());
    EXPECT_TRUE(find_boxes(points, std::vector<char>(200, 0), {}, 1).empty());
    EXPECT_TRUE(find_boxes({}, {}, {}, 1).empty());
}

TEST(Prim, CutsWordsAndTiesWhole)
{
    // The second parameter has three levels, the third two; all else is noise.
    auto points = random::latin_hypercube(600, 3, 4);
    for (auto& point : points) {
        point[1] = std::floor(3.0 * point[1]);
        point[2] = std::floor(2.0 * point[2]);
    }
    auto const boxes = find_boxes(points, mark(points, [](Point const& x) { return x[1] == 2.0 && x[2] == 0.0; }), {}, 1);
    ASSERT_EQ(boxes.size(), 1U);
    ASSERT_EQ(list_parameters(boxes[0]), (std::vector<std::size_t>{1, 2}));
    EXPECT_EQ(find(boxes[0], 1).low, 2.0);
    EXPECT_EQ(find(boxes[0], 2).high, 0.0);
    EXPECT_EQ(boxes[0].density, 1.0);
    EXPECT_EQ(boxes[0].coverage, 1.0);
    for (auto& point : points) point = {1.0, 1.0, 1.0};
    std::vector<char> half(600, 0);
    std::fill(half.begin(), half.begin() + 300, char{1});
    EXPECT_TRUE(find_boxes(points, half, {}, 1).empty()) << "points that do not differ cannot be told apart";
}

TEST(Prim, FollowsThePathFromEverythingToTheSmallestBox)
{
    auto const points = random::latin_hypercube(1000, 6, 2);
    std::vector<char> marks;
    for (auto const& point : points) marks.push_back(draw(3, marks.size()) < (in_known_box(point) ? 0.8 : 0.1) ? 1 : 0);
    auto const path = find_boxes(points, marks, {}, 1).front().trajectory;
    EXPECT_EQ(path.front().quality.coverage, 1.0);
    EXPECT_EQ(path.front().quality.mass, 1.0);
    EXPECT_EQ(path.front().restricted, 0U);
    EXPECT_GE(path.back().quality.mass, 0.05);
    EXPECT_LT(path.back().quality.mass, 0.06);
    for (std::size_t s = 1; s < path.size(); ++s) {
        EXPECT_LE(path[s].quality.coverage, path[s - 1].quality.coverage);
        EXPECT_LT(path[s].quality.mass, path[s - 1].quality.mass);
        EXPECT_GE(path[s].restricted, path[s - 1].restricted);
    }
}

TEST(Prim, GivesTheSameBoxesForTheSameSeedAndDrawsOtherHalvesForAnother)
{
    auto const points = random::latin_hypercube(300, 4, 2);
    std::vector<char> marks;
    for (auto const& point : points) marks.push_back(draw(3, marks.size()) < (point[0] > 0.7 && point[1] > 0.4 ? 0.8 : 0.2) ? 1 : 0);
    auto const one = find_boxes(points, marks, {}, 1), two = find_boxes(points, marks, {}, 1), other = find_boxes(points, marks, {}, 2);
    ASSERT_FALSE(one.empty());
    EXPECT_EQ(one[0].held_out_density, two[0].held_out_density);
    EXPECT_NE(one[0].held_out_density, other[0].held_out_density);
    EXPECT_EQ(one[0].density, other[0].density) << "the seed moves the resampling alone";
}
}  // namespace
}  // namespace concordat::discovery
