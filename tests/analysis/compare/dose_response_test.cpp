#include "analysis/compare/dose_response.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::compare
{
namespace
{
using Doses = std::array<std::vector<double>, 3>;

/// Four replicates around each mean; the same luck at every dose, and a little of its own.
Doses make_doses(double weak, double stated, double strong)
{
    Doses doses;
    double const means[] = {weak, stated, strong};
    for (std::size_t d = 0; d < doses.size(); ++d) {
        for (int r = 0; r < 4; ++r) doses[d].push_back(means[d] + 0.1 * r + (r % 2 == 0 ? 1e-3 : -1e-3) * static_cast<double>(d));
    }
    return doses;
}

DoseShape shape(Doses const& doses) { return respond_to_doses(doses, 0.02).shape; }
}  // namespace

TEST(DoseResponse, IsReadFromStepsUnderTheSameLuck)
{
    EXPECT_EQ(shape(make_doses(0.1, 0.2, 0.3)), DoseShape::rises) << "luck of a tenth does not hide a step of a tenth";
    EXPECT_EQ(shape(make_doses(0.3, 0.2, 0.1)), DoseShape::falls);
    EXPECT_EQ(shape(make_doses(0.1, 0.2, 0.2)), DoseShape::rises) << "more that does no more is not a turn";
    EXPECT_EQ(shape(make_doses(0.1, 0.2, 0.15)), DoseShape::turns);
    EXPECT_EQ(shape(make_doses(0.1, 0.1, 0.1)), DoseShape::flat);
}

TEST(DoseResponse, SaysWhetherATurnMatters)
{
    EXPECT_TRUE(respond_to_doses(make_doses(0.1, 0.2, 0.15), 0.02).turn_matters);
    EXPECT_FALSE(respond_to_doses(make_doses(0.1, 0.2, 0.19), 0.02).turn_matters);
    EXPECT_FALSE(respond_to_doses(make_doses(0.1, 0.2, 0.3), 0.02).turn_matters);
}

TEST(DoseResponse, KnowsAReformWithoutRangesAndOneThatWasNotMeasured)
{
    std::vector<double> const same{0.1, 0.2, 0.3};
    EXPECT_EQ(shape({same, same, same}), DoseShape::one_dose);
    double const nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(shape({std::vector<double>{nan}, {0.1}, {0.2}}), DoseShape::not_measured);
    auto const partly = respond_to_doses({std::vector<double>{0.1, nan}, {0.2, 0.2}, {0.3, 0.3}}, 0.02);
    EXPECT_EQ(partly.change[2].count, 1U) << "only whole replicates";
    EXPECT_NEAR(partly.step[0].mean, 0.1, 1e-15);
    EXPECT_EQ(partly.shape, DoseShape::flat) << "one replicate tells nothing from luck";
}
}  // namespace concordat::compare
