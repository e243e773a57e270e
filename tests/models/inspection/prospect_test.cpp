#include "models/inspection/prospect.hpp"

#include <gtest/gtest.h>

#include "models/inspection/shortfall.hpp"
#include "models/inspection/trigger.hpp"
#include "sim/core/elementary.hpp"
#include "tests/models/inspection/complaint_scene.hpp"

namespace concordat::inspection
{
namespace
{
constexpr int years = 3;
constexpr int items = 7;

/// One area with items near and far from their targets, and half of what lags complained of.
struct ProspectScene : ComplaintScene
{
    ComplaintParams params{make_params()};
    Watchers watchers;

    ProspectScene() : ComplaintScene{1, items}, watchers{pack}
    {
        for (int j = 0; j < items; ++j) choose(0, j, 0.4 * j - 1.0);
        complaints.resize(8, items, watchers.parties());
        params.rate = core::Share{0.8};
        params.mended = core::Share{0.3};
        params.scrutinised = core::Share{0.1};
        estimate(1.0);
    }
    /// Chance that the inspectorate comes at one hearing.
    double chance()
    {
        find_shortfalls(0, outlook, agreement, targets, params.tolerance, 1.0, complaints);
        Prospect{watchers, params, years}.count_silence(0, agreement, complaints);
        return chance_of_two(complaints.silent);
    }
};

TEST(Prospect, OfInspectionIsThatOfTwoPartiesLeftWithAComplaint)
{
    ProspectScene scene;
    double const unsettled = 0.8 * 0.7 * 0.9;
    auto const quiet = [&](int j) { return 1.0 - unsettled * core::normal_cdf(0.4 * j - 1.0); };
    // Even items: partners 1, 3, 2, 1 watch items 0, 2, 4, 6. Partners lead the odd ones and the council watches.
    double const none[] = {quiet(1) * quiet(3) * quiet(5), quiet(0) * quiet(6), quiet(4), quiet(2)};
    double nobody = 1.0, one = 0.0;
    for (double const party : none) nobody *= party;
    for (double const party : none) one += nobody / party * (1.0 - party);
    EXPECT_NEAR(scene.chance(), 1.0 - nobody - one, 1e-14);
}

TEST(Prospect, ReliefIsTheDerivativeOfTheChance)
{
    ProspectScene scene;
    Prospect const prospect{scene.watchers, scene.params, years};
    constexpr double step = 1e-5;
    for (int j = 0; j < items; ++j) {
        scene.chance();
        double const relief = prospect.relief(0, j, scene.agreement, scene.complaints);
        scene.outlook.projected(0, j) += step;
        double const better = scene.chance();
        scene.outlook.projected(0, j) -= 2.0 * step;
        double const worse = scene.chance();
        scene.outlook.projected(0, j) += step;
        EXPECT_NEAR(relief, (worse - better) / (2.0 * step), 1e-9) << j;
        EXPECT_GT(relief, 0.0) << j;
    }
}

TEST(Prospect, OfBeingCalledInWeighsOnWhatPartnersLead)
{
    ProspectScene scene;
    scene.params.rate = core::Share{0.0};
    scene.params.called_in = core::Share{0.2};
    Prospect const prospect{scene.watchers, scene.params, years};
    scene.chance();
    EXPECT_EQ(prospect.relief(0, 4, scene.agreement, scene.complaints), 0.0);
    EXPECT_NEAR(prospect.relief(0, 5, scene.agreement, scene.complaints), 0.2 * 0.6 * core::normal_pdf(1.0), 1e-15);
}

TEST(Prospect, WeighsEveryHearingLeftAndMoreOnLowPerformers)
{
    ProspectScene scene;
    Prospect const prospect{scene.watchers, scene.params, years};
    scene.chance();
    double const relief = prospect.relief(0, 3, scene.agreement, scene.complaints);
    auto& slope = scene.conditions.measured_slope;
    auto const weigh = [&](int cpa_class) {
        scene.population.cpa_class[0] = cpa_class;
        scene.conditions.clear();
        prospect.weigh(scene.outlook, scene.agreement, scene.targets, scene.population, scene.complaints,
                       scene.conditions);
        return slope(0, 3);
    };
    EXPECT_NEAR(weigh(4), 12.0 * 2.0 * 3.0 * relief, 1e-12);
    EXPECT_NEAR(weigh(0), 1.5 * weigh(4), 1e-12);
}
}  // namespace
}  // namespace concordat::inspection
