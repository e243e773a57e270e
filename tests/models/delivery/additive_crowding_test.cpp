#include "models/delivery/additive_crowding.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace concordat::delivery
{
namespace
{
/// What the agent gets: sum of motive times effort less the cost.
double utility(std::vector<double> const& motives, std::vector<double> const& effort,
               TaskCosts const& params)
{
    double gain = 0.0, squares = 0.0, sum = 0.0;
    for (std::size_t j = 0; j < motives.size(); ++j) {
        gain += motives[j] * effort[j];
        squares += effort[j] * effort[j];
        sum += effort[j];
    }
    double const d = params.substitution;
    return gain - 0.5 * params.effort_cost * ((1.0 - d) * squares + d * sum * sum);
}

TEST(AdditiveCrowding, BeatsEverySmallChangeThatTheLimitAllows)
{
    std::vector<double> const motives{1.0, -0.2, 0.8, 0.3, 0.1, 0.8};
    for (double const d : {0.0, 0.3, 0.9}) {
        for (double const limit : {0.4, 1e9}) {
            TaskCosts const params{.effort_cost = 1.3, .substitution = d, .most_effort = limit};
            auto const best = AdditiveCrowding{params}.respond(motives).effort;
            double const total = std::accumulate(best.begin(), best.end(), 0.0);
            EXPECT_LE(total, limit * (1.0 + 1e-12));
            double const reached = utility(motives, best, params);
            for (std::size_t to = 0; to < motives.size(); ++to) {
                for (std::size_t from = 0; from <= motives.size(); ++from) {
                    auto other = best;  // moves a little effort, or (from == size) adds it
                    constexpr double little = 1e-4;
                    if (from < motives.size() && (from == to || best[from] < little)) continue;
                    if (from < motives.size()) {
                        other[from] -= little;
                    } else if (total + little > limit) {
                        continue;
                    }
                    other[to] += little;
                    EXPECT_LT(utility(motives, other, params), reached)
                        << d << " " << limit << " " << from << to;
                }
            }
        }
    }
}

TEST(AdditiveCrowding, DoesTasksIndependentlyWithoutSubstitution)
{
    std::vector<double> const motives{0.5, 0.0, 2.0};
    auto const out = AdditiveCrowding{{.effort_cost = 2.0, .substitution = 0.0}}.respond(motives);
    EXPECT_EQ(out.price, 0.0);
    EXPECT_EQ(out.effort, (std::vector{0.25, 0.0, 1.0}));
}

TEST(AdditiveCrowding, TreatsEqualTasksAlike)
{
    std::vector<double> const motives{0.7, 0.7, 0.7};
    auto const out = AdditiveCrowding{{.effort_cost = 1.0, .substitution = 0.99}}.respond(motives);
    EXPECT_EQ(out.effort[0], out.effort[1]);
    EXPECT_EQ(out.effort[1], out.effort[2]);
    EXPECT_GT(out.effort[0], 0.0);
}

TEST(AdditiveCrowding, RefusesPerfectSubstitutes)
{
    EXPECT_ANY_THROW((AdditiveCrowding{{.effort_cost = 1.0, .substitution = 1.0}}));
    EXPECT_ANY_THROW((AdditiveCrowding{{.effort_cost = 0.0, .substitution = 0.5}}));
}
}  // namespace
}  // namespace concordat::delivery
