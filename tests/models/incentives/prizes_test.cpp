#include "models/incentives/prizes.hpp"

#include <gtest/gtest.h>

namespace concordat::incentives
{
namespace
{
using core::Share;

/// The first area wins one of two contests and earns a plain reward; the second loses both.
struct Scene
{
    Scene()
    {
        agreement.count.assign(8, 0);
        agreement.count[0] = agreement.count[1] = 3;
        performance.payment = state::AreaTable::Zero(8, 3);
        performance.contestants = state::AreaIntTable::Zero(8, 3);
        performance.contestants.topRows(2).leftCols(2).setConstant(9);
        performance.payment(0, 0) = 80.0;
        performance.payment(0, 2) = 40.0;
        standing.resize(8, 1, 1);
        standing.autonomy.setConstant(0.9);
    }
    void award(PrizeKind kind)
    {
        Prizes{{.kind = kind, .fences_lifted = Share{0.4}, .autonomy_gained = 0.5}}.award(agreement, performance, standing);
    }
    void expect(double paid, double fenced, double autonomy)
    {
        EXPECT_DOUBLE_EQ(performance.payment(0, 0), paid);
        EXPECT_DOUBLE_EQ(standing.fenced_share(0, 0), fenced);
        EXPECT_DOUBLE_EQ(standing.autonomy[0], autonomy);
        EXPECT_EQ(performance.payment(0, 2), 40.0) << "no contest, no prize";
        EXPECT_EQ(standing.fenced_share(1, 0), 1.0) << "losers win nothing";
        EXPECT_EQ(standing.autonomy[1], 0.9);
    }

    state::Agreement agreement{};
    state::Performance performance{};
    state::Standing standing{};
};

TEST(Prizes, AreTheMoneyThatWasPaid)
{
    Scene scene;
    scene.standing.fenced_share(0, 0) = 0.7;
    scene.award(PrizeKind::money);
    scene.expect(80.0, 0.7, 0.9);
}

TEST(Prizes, LowerTheFencesOfWinnersInsteadOfPaying)
{
    Scene scene;
    scene.award(PrizeKind::flexibility);
    scene.expect(0.0, 0.8, 0.9);
}

TEST(Prizes, SpareWinnersAsksInsteadOfPaying)
{
    Scene scene;
    scene.award(PrizeKind::autonomy);
    scene.expect(0.0, 1.0, 0.9 * 1.25);
}

TEST(Prizes, MixHalfOfEach)
{
    Scene scene;
    scene.award(PrizeKind::mix);
    scene.expect(40.0, 0.9, 0.9 * 1.125);
}

TEST(Prizes, OfTheLastRoundExpireWithoutNewWins)
{
    Scene scene;
    scene.standing.fenced_share(1, 0) = 0.6;
    scene.award(PrizeKind::flexibility);
    EXPECT_EQ(scene.standing.fenced_share(1, 0), 1.0);
}
}  // namespace
}  // namespace concordat::incentives
