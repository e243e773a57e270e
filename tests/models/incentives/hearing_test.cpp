#include "models/incentives/hearing.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
TEST(Hearing, LetsPassTheAllowedShareOfBadLuckBeyondTheThreshold)
{
    Hearing const hearing{{.allowed = core::Share{0.5}, .threshold = core::Sigma{1.0}}};
    EXPECT_DOUBLE_EQ(hearing.allow(-3.0), 1.0);
    EXPECT_EQ(hearing.allow(-1.0), 0.0) << "the threshold is borne";
    EXPECT_EQ(hearing.allow(2.0), 0.0) << "good luck is kept";
    EXPECT_FALSE(hearing.neutral());
}

TEST(Hearing, ChangesNothingWhereNothingIsAllowed)
{
    Hearing const hearing{{.allowed = core::Share{0.0}, .threshold = core::Sigma{0.0}}};
    EXPECT_TRUE(hearing.neutral());
    EXPECT_EQ(hearing.allow(-5.0), 0.0);
}

TEST(Hearing, LetsPassTheExpectedShortfallOfNormalLuck)
{
    // E max(0, -L - t) = phi(t) - t Phi(-t) for L standard normal.
    for (double const threshold : {0.0, 0.5, 1.0}) {
        Hearing const hearing{{.allowed = core::Share{1.0}, .threshold = core::Sigma{threshold}}};
        constexpr double step = 1e-3;
        double mean = 0.0;
        for (double luck = -8.0 + step / 2.0; luck < 8.0; luck += step) {
            mean += step * core::normal_pdf(luck) * hearing.allow(luck);
        }
        EXPECT_NEAR(mean, core::normal_pdf(threshold) - threshold * core::normal_cdf(-threshold), 1e-6);
    }
}
}  // namespace
}  // namespace concordat::incentives
