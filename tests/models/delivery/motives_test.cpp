#include "models/delivery/motives.hpp"

#include <gtest/gtest.h>

#include "tests/support/delivery_problem.hpp"

namespace concordat::delivery
{
namespace
{
using support::DeliveryProblem;

constexpr double care = 0.3;

/// Visits every producer of every item of an area's agreement.
template <class See>
void for_each_producer(DeliveryProblem& problem, int area, See&& see)
{
    auto const& w = problem.work(area);
    std::size_t const lane = DeliveryProblem::lane(area);
    for (int k = 0; k < problem.agreement.count[static_cast<std::size_t>(area)]; ++k) {
        for (int e = w.begin[k]; e < w.begin[k + 1]; ++e) {
            if (w.share[e][lane] > 0.0) see(w, lane, k, e);
        }
    }
}

TEST(CareForShared, GrowsWithWhatOthersDeliver)
{
    EXPECT_EQ(care_for_shared(0.1, core::Lanes{1.0})[0], 1.0) << "nothing is shared by who delivers alone";
    EXPECT_DOUBLE_EQ(care_for_shared(0.1, core::Lanes{0.25})[0], 1.075);
    EXPECT_DOUBLE_EQ(care_for_shared(0.1, core::Lanes{0.0})[0], 1.1);
}

TEST(CareForShared, RaisesOwnMotivesOnItemsByWhatIsNotThePartnersOwn)
{
    DeliveryProblem without{DeliveryProblem::first_ids(9), support::make_delivery_params(), 100.0};
    DeliveryProblem with = {DeliveryProblem::first_ids(9), support::make_delivery_params(), 100.0};
    with.shared_care = care;
    without.prepare();
    with.prepare();
    int seen = 0;
    for (int area = 0; area < with.area_count(); ++area) {
        for_each_producer(with, area, [&](BlockWork const& w, std::size_t lane, int, int e) {
            auto const& before = without.work(area);
            double const factor = 1.0 + care * (1.0 - w.share[e][lane]);
            EXPECT_NEAR(w.year.own[e][lane], factor * before.year.own[e][lane], 1e-15);
            EXPECT_EQ(w.year.measured[e][lane], before.year.measured[e][lane]) << "the measure moves nobody more";
            ++seen;
        });
    }
    EXPECT_GT(seen, 50);
}

TEST(CareForShared, RaisesWorkOutsideTheAgreementLikewise)
{
    // Own motives alone: the motive times the response squared is what the table holds.
    auto params = support::make_delivery_params();
    params.motives.national_line = 0.0;
    DeliveryProblem without{DeliveryProblem::first_ids(4), params, 0.0}, with{DeliveryProblem::first_ids(4), params, 0.0};
    with.shared_care = care;
    for (auto* one : {&without, &with}) {
        one->inspection.any_indicator.setZero();
        one->prepare();
    }
    auto const& now = with.work(0).year.outside.aligned_motive;
    auto const& before = without.work(0).year.outside.aligned_motive;
    std::size_t entry = 0;
    for (int j = 0; j < DeliveryProblem::indicator_count; ++j) {
        for (int const p : with.technology().producers(j)) {
            for (std::size_t area = 0; area < 4; ++area) {
                double const share = with.technology().share(with.pack.areas[area].two_tier ? 1 : 0, j, p);
                EXPECT_NEAR(now[entry][area], (1.0 + care * (1.0 - share)) * before[entry][area], 1e-14);
            }
            ++entry;
        }
    }
    EXPECT_GT(entry, 20U);
}
/// A country in which inspection of the agreement alone moves anybody.
DeliveryProblem inspected_alone(double lead_share)
{
    auto params = support::make_delivery_params();
    params.motives.national_line = 0.0;
    params.motives.lead_share = lead_share;
    DeliveryProblem problem{DeliveryProblem::first_ids(9), params, 0.0};
    problem.inspection.any_indicator.setZero();
    problem.prepare();
    return problem;
}

/// What producers of a slot answer for: of all, and of the one with the largest share.
struct Answered
{
    double total{}, lead{}, largest{};
};

Answered answered(DeliveryProblem& problem, int area, int slot)
{
    Answered out;
    for_each_producer(problem, area, [&](BlockWork const& w, std::size_t lane, int k, int e) {
        if (k != slot) return;
        out.total += w.year.measured[e][lane];
        if (w.share[e][lane] <= out.largest) return;
        out.largest = w.share[e][lane];
        out.lead = w.year.measured[e][lane];
    });
    return out;
}

TEST(LeadPartner, AnswersForItsPartOfWhatAllTogetherDo)
{
    auto none = inspected_alone(0.0);
    for (double const moved : {0.4, 1.0}) {
        auto some = inspected_alone(moved);
        for (int area = 0; area < some.area_count(); ++area) {
            for (int k = 0; k < some.agreement.count[static_cast<std::size_t>(area)]; ++k) {
                auto const before = answered(none, area, k), after = answered(some, area, k);
                EXPECT_NEAR(after.total, before.total, 1e-15) << "nothing is lost";
                EXPECT_NEAR(after.lead, (1.0 - moved) * before.lead + moved * before.total, 1e-15);
                EXPECT_GT(before.total, 0.0);
            }
        }
    }
}

TEST(LeadPartner, AloneLeavesTheOthersNothingToAnswerFor)
{
    auto all = inspected_alone(1.0);
    int others = 0;
    for (int area = 0; area < all.area_count(); ++area) {
        for_each_producer(all, area, [&](BlockWork const& w, std::size_t lane, int k, int e) {
            if (w.share[e][lane] == answered(all, area, k).largest) return;
            EXPECT_EQ(w.year.measured[e][lane], 0.0);
            ++others;
        });
    }
    EXPECT_GT(others, 20);
}
/// A country in which rewards for single indicators alone move anybody; the measure is the outcome.
DeliveryProblem paid_singly(double reward)
{
    auto params = support::make_delivery_params();
    params.motives.national_line = params.motives.intrinsic = 0.0;
    DeliveryProblem problem{DeliveryProblem::first_ids(9), params, 0.0};
    for (auto* slope : {&problem.inspection.any_indicator, &problem.inspection.agreement_item}) slope->setZero();
    problem.population.cos_distortion.setOnes();
    problem.population.sin_distortion.setZero();
    problem.single_reward = reward;
    problem.prepare();
    return problem;
}

TEST(SingleRewardMotive, IsThePartnersPartOfTheRewardInTheAgreement)
{
    auto problem = paid_singly(10.0);
    auto const params = support::make_delivery_params();
    int seen = 0;
    for (int area = 0; area < problem.area_count(); ++area) {
        for_each_producer(problem, area, [&](BlockWork const& w, std::size_t lane, int k, int e) {
            int const tier = problem.pack.areas[static_cast<std::size_t>(area)].two_tier ? 1 : 0;
            int const j = w.indicator[k][lane];
            double const thousand = params.motives.effort_per_thousand * 0.9;  // believed to be paid
            double const split = problem.technology().split(tier, j, w.partner[e]);
            EXPECT_NEAR(w.year.measured[e][lane], thousand * 10.0 * j * split, 1e-15);
            seen += j > 0 ? 1 : 0;
        });
    }
    EXPECT_GT(seen, 50);
}

TEST(SingleRewardMotive, IsTheSameOutsideTheAgreement)
{
    auto problem = paid_singly(10.0);
    auto const& w = problem.work(0);
    auto const params = support::make_delivery_params();
    std::size_t entry = 0;
    for (int j = 0; j < DeliveryProblem::indicator_count; ++j) {
        for (int const p : problem.technology().producers(j)) {
            for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                double const split = problem.technology().split(problem.pack.areas[lane].two_tier ? 1 : 0, j, p);
                double const response = problem.population.controllability[j] * w.productivity[lane];
                double const motive = params.motives.effort_per_thousand * 0.9 * 10.0 * j * split;
                EXPECT_NEAR(w.year.outside.aligned_motive[entry][lane], response * response * motive, 1e-14);
            }
            ++entry;
        }
    }
}
}  // namespace
}  // namespace concordat::delivery
