#include "models/whitehall/parliament.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "models/whitehall/psa_layer.hpp"
#include "models/whitehall/whitehall.hpp"
#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
/// Three areas that came so far on six indicators, each area by the same.
state::Outlook make_outlook(std::array<double, 6> const& progress)
{
    state::Outlook outlook;
    outlook.resize(8, 6);
    for (Eigen::Index j = 0; j < 6; ++j) {
        for (Eigen::Index i = 0; i < 3; ++i) {
            outlook.start(i, j) = 0.5 * static_cast<double>(i);
            outlook.present(i, j) = outlook.start(i, j) + progress[static_cast<std::size_t>(j)];
        }
    }
    return outlook;
}

state::PerIndicator report(Parliament const& parliament, state::Outlook const& outlook)
{
    state::PerIndicator progress = state::PerIndicator::Zero(3);
    parliament.report(outlook, progress);
    return progress;
}
}  // namespace

TEST(Parliament, IsToldHowFarAgreementsCameAndAsksAboutThoseBehind)
{
    // Agreements 7 and 9 have one indicator each, agreement 11 none.
    Parliament const parliament{support::make_whitehall_pack(), {.scrutiny = 0.5}};
    auto const progress = report(parliament, make_outlook({0.1, 0.3, 9.0, 9.0, 9.0, 9.0}));
    EXPECT_NEAR(progress(0), 0.1, 1e-15);
    EXPECT_NEAR(progress(1), 0.3, 1e-15);
    EXPECT_TRUE(std::isnan(progress(2)));
    EXPECT_NEAR(mean_lag(progress), 0.05, 1e-15) << "one of two lacks .1 to the mean";
    state::PerIndicator emphasis = state::PerIndicator::Zero(3);
    parliament.question(progress, emphasis);
    EXPECT_NEAR(emphasis(0), 1.5, 1e-15) << "a standard deviation behind";
    EXPECT_EQ(emphasis(1), 1.0);
    EXPECT_EQ(emphasis(2), 1.0) << "nothing is known of it";
}

TEST(Parliament, HasNothingToAskWhereAllCameEquallyFar)
{
    Parliament const parliament{support::make_whitehall_pack(), {.scrutiny = 2.0}};
    auto const progress = report(parliament, make_outlook({0.25, 0.25, 0.0, 0.0, 0.0, 0.0}));
    state::PerIndicator emphasis = state::PerIndicator::Zero(3);
    parliament.question(progress, emphasis);
    EXPECT_TRUE((emphasis == 1.0).all());
    EXPECT_EQ(mean_lag(progress), 0.0);
}

TEST(Parliament, TurnsOfficialsToWhatLagsAtTheExpenseOfTheRest)
{
    auto params = support::make_neutral_whitehall();
    params.effort.support_gain = 0.1;
    params.parliament.scrutiny = 1.0;
    Whitehall const whitehall{support::make_whitehall_pack(), params};
    state::Centre centre;
    whitehall.resize(centre);
    whitehall.form({5, 0, 0}, centre);
    EXPECT_TRUE((centre.shared_motive == 1.0).all()) << "nobody is questioned before the first report";
    auto const outlook = make_outlook({0.1, 0.3, 0.0, 0.0, 0.0, 0.0});
    whitehall.report({5, 0, 0}, outlook, false, centre);
    // A leads agreement 7: motives 1 and 2 instead of 1 and 1.
    double const alone = 1.0 / std::sqrt(2.0), pressed = 1.0 / std::sqrt(5.0);
    EXPECT_NEAR(centre.shared_motive(0), 1.0 + 0.1 * (2.0 * pressed / alone - 1.0), 1e-14);
    EXPECT_NEAR(centre.shared_motive(2), 1.0 + 0.1 * (pressed / alone - 1.0), 1e-14) << "A's own objectives pay for it";
    EXPECT_EQ(centre.shared_motive(1), 1.0) << "B leads what is ahead";
    whitehall.form({5, 0, 1}, centre);
    EXPECT_TRUE((centre.shared_motive == 1.0).all()) << "a new round starts without questions";
}

TEST(Parliament, WithoutAReportTheLagIsMeasuredAndNothingElseHappens)
{
    auto params = support::make_neutral_whitehall();
    params.effort.support_gain = 0.1;
    Whitehall const whitehall{support::make_whitehall_pack(), params};
    state::Centre centre;
    whitehall.resize(centre);
    whitehall.form({5, 0, 0}, centre);
    auto const before = centre;
    auto const outlook = make_outlook({0.1, 0.3, 0.0, 0.0, 0.0, 0.0});
    whitehall.report({5, 0, 0}, outlook, false, centre);
    EXPECT_EQ(centre.agreements_lag, 0.0);
    whitehall.report({5, 0, 0}, outlook, true, centre);
    EXPECT_NEAR(centre.agreements_lag, 0.05, 1e-15);
    EXPECT_TRUE((centre.shared_motive == before.shared_motive).all());
    EXPECT_TRUE((centre.guidance == before.guidance).all());
}
}  // namespace concordat::whitehall
