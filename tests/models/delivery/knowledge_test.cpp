#include <gtest/gtest.h>

#include <vector>

#include "models/incentives/linear.hpp"
#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;

constexpr double info = 0.4;
constexpr double forth = 0.3, back = 0.2;  // [sigma per sigma] of the first item on the second, and back

DeliveryParams knowing(double share)
{
    auto params = support::make_delivery_params();
    params.motives.known_spillovers = share;
    return params;
}

/// Two indicators of the first area's agreement move each other, and one outside it moves the first of
/// them; nothing else spills over.
struct Pair
{
    explicit Pair(double share, double from_outside = 0.0)
        : problem{DeliveryProblem::first_ids(9), knowing(share), 100.0}
    {
        problem.prepare();
        first = problem.agreement.item(0, 0);
        second = problem.agreement.item(0, 1);
        while (problem.agreement.selected(0, other) != 0) ++other;
        spillovers.begin.push_back(0);
        for (int to = 0; to < DeliveryProblem::indicator_count; ++to) {
            if (to == first) add(second, back);
            if (to == second) add(first, forth);
            if (to == first && from_outside != 0.0) add(other, from_outside);
            spillovers.begin.push_back(static_cast<int>(spillovers.from.size()));
        }
    }
    /// Where a partner's work on an indicator outside stands in the tables, or -1.
    int entry(int indicator, int partner)
    {
        int at = 0;
        for (int j = 0; j < DeliveryProblem::indicator_count; ++j) {
            for (int const p : problem.technology().producers(j)) {
                if (j == indicator && p == partner) return at;
                ++at;
            }
        }
        return -1;
    }
    void add(int from, double value)
    {
        spillovers.from.push_back(from);
        spillovers.value.push_back(value);
    }
    BlockWork& work() { return problem.work(0); }
    /// Motive of a partner on the measure of a slot of the first area, or 0 if it has no hand in it.
    double felt(int slot, int partner)
    {
        auto& w = work();
        for (int e = w.begin[slot]; e < w.begin[slot + 1]; ++e) {
            if (w.partner[e] != partner || w.share[e][0] == 0.0) continue;
            return w.year.reward_weight[e][0] * w.year.slope[slot].value[0] + w.year.measured[e][0];
        }
        return 0.0;
    }
    void count()
    {
        auto& w = work();
        for (int k = 0; k < w.slots; ++k) w.market.expected[k] = w.year.start[k] + w.plan[k];
        scheme.price(w.market, w.year.slope);
        problem.population.spillovers = spillovers;
        problem.planner().count_spillovers(w, scheme, 1.0, problem.population);
    }

    DeliveryProblem problem;
    incentives::Linear scheme{{}};
    state::Population::SpilloverMatrix spillovers{};
    int first{}, second{}, other{};
};

TEST(Knowledge, SolvesForTwoIndicatorsThatMoveEachOther)
{
    Pair plain{0.0}, pair{info};
    plain.count();
    pair.count();
    int both = 0;
    for (int p = 0; p < DeliveryProblem::partner_count; ++p) {
        double const one = plain.felt(0, p), two = plain.felt(1, p);
        if (one == 0.0 || two == 0.0) {
            EXPECT_EQ(pair.felt(0, p), one) << "nobody works on what others are judged by";
            EXPECT_EQ(pair.felt(1, p), two);
            continue;
        }
        ++both;
        double const loop = 1.0 - info * forth * info * back;
        EXPECT_NEAR(pair.felt(0, p), (one + info * forth * two) / loop, 1e-12);
        EXPECT_NEAR(pair.felt(1, p), (two + info * back * one) / loop, 1e-12);
    }
    EXPECT_GE(both, 1);
}

TEST(Knowledge, CountsOutsideTheAgreementWhatWorkThereDoesForItsItems)
{
    constexpr double helps = 0.25;
    Pair plain{info}, pair{info, helps};
    plain.count();
    pair.count();
    int with_both = 0;
    for (int p = 0; p < DeliveryProblem::partner_count; ++p) {
        int const at = pair.entry(pair.other, p);
        auto const tier = static_cast<int>(pair.work().two_tier[0]);
        if (at < 0 || pair.problem.technology().share(tier, pair.other, p) == 0.0) continue;
        double const a = pair.problem.population.controllability[pair.other];
        double const squared = a * a * pair.work().productivity[0] * pair.work().productivity[0];
        double const known = squared * info * helps * plain.felt(0, p);
        auto const rise = [&](auto const& table) { return (pair.work().year.outside.*table)[at][0] - (plain.work().year.outside.*table)[at][0]; };
        EXPECT_NEAR(rise(&Powers::aligned_motive), pair.problem.population.cos_distortion[pair.other] * known, 1e-12);
        EXPECT_NEAR(rise(&Powers::measure_motive), pair.problem.population.sin_distortion[pair.other] * known, 1e-12);
        if (known == 0.0) continue;
        ++with_both;
        EXPECT_GT(rise(&Powers::aligned_power), 0.0);
    }
    EXPECT_GE(with_both, 1);
}

TEST(Knowledge, LeavesTheBitsWhereNothingIsKnownOrNothingSpillsOver)
{
    for (bool const unknown : {true, false}) {
        Pair pair{unknown ? 0.0 : info};
        if (!unknown) pair.spillovers.value.assign(pair.spillovers.value.size(), 0.0);
        auto const measured = pair.work().year.measured;
        auto const outside = pair.work().year.outside;
        auto const coupling = pair.work().year.outside_coupling;
        pair.count();
        auto const& after = pair.work().year;
        auto const expect_same = [](std::vector<core::Lanes> const& a, std::vector<core::Lanes> const& b) {
            for (std::size_t e = 0; e < a.size(); ++e) {
                EXPECT_TRUE(std::experimental::all_of(a[e] == b[e])) << e;
            }
        };
        expect_same(after.measured, measured);
        expect_same(after.outside.aligned_power, outside.aligned_power);
        expect_same(after.outside.aligned_motive, outside.aligned_motive);
        expect_same(after.outside.measure_power, outside.measure_power);
        expect_same(after.outside_coupling, coupling);
    }
}

TEST(Knowledge, IsForPartnersWhoAreIn)
{
    Pair pair{info, 0.25};
    auto& w = pair.work();
    for (auto& involvement : w.involvement) involvement = core::Lanes{0.3};
    pair.problem.planner().begin_year(w);
    auto const before = w.year.measured;
    auto const outside = w.year.outside.aligned_power;
    pair.count();
    for (std::size_t e = 0; e < before.size(); ++e) EXPECT_EQ(w.year.measured[e][0], before[e][0]);
    for (std::size_t e = 0; e < outside.size(); ++e) EXPECT_EQ(w.year.outside.aligned_power[e][0], outside[e][0]);
}

TEST(Knowledge, MovesEffortTowardsWhatHelpsAndAwayFromWhatHarms)
{
    auto const gain = [](double sign) {
        Pair pair{info};
        for (double& value : pair.spillovers.value) value *= sign;
        pair.count();
        pair.problem.plan(pair.scheme);
        return pair.problem.gain(0, 0) + pair.problem.gain(0, 1);
    };
    EXPECT_GT(gain(1.0), gain(0.0));
    EXPECT_LT(gain(-1.0), gain(0.0));
}
}  // namespace
}  // namespace concordat::delivery
