#include "models/incentives/families.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/small_pack.hpp"

namespace concordat::incentives
{
namespace
{
/// Nine areas on a line in one region, so that families of three lie side by side. Everybody has one statutory item and
/// two chosen ones; area 0's second chosen one has no level.
struct Scene
{
    state::Pack pack = support::make_small_pack(9, 4);
    state::Agreement agreement{};
    state::Targets targets{};
    state::Performance performance{};
    state::Population population{};
    state::Conditions conditions{};
    state::Standing standing{};
    FamilyParams params{.worth = core::Pounds{200000.0}, .councils = 3, .spread = core::Sigma{0.2},
                        .autonomy_gained = 0.25, .effort_per_thousand = 0.01};

    Scene()
    {
        pack.regions = {"North"};
        for (std::size_t i = 0; i < 9; ++i) {
            pack.areas[i].region = state::RegionId{0};
            pack.areas[i].latitude = 53.0;
            pack.areas[i].longitude = 0.1 * static_cast<double>(i);
        }
        agreement.item = state::AreaIntTable::Zero(16, 3);
        agreement.item.col(1).setConstant(1);
        agreement.item.col(2).setConstant(3);
        agreement.placeholder = state::AreaFlagTable::Zero(16, 3);
        agreement.placeholder(0, 2) = 1;
        agreement.count.assign(16, 0);
        agreement.statutory.assign(16, 0);
        for (std::size_t i = 0; i < 9; ++i) {
            agreement.count[i] = 3;
            agreement.statutory[i] = 1;
        }
        targets.announced_trend = state::AreaTable::Constant(16, 3, 0.5);
        performance.reported = state::AreaTable::Zero(16, 3);
        population.noise = state::PerIndicator::Ones(4);
        conditions.resize(16, 4, 3);
        standing.resize(16, 4, 1);
    }
};

TEST(Families, EachCouncilWorksForItsPartOfWhatTheSayIsWorth)
{
    Scene scene;
    Families{scene.pack, scene.params}.urge(scene.agreement, scene.population, scene.conditions);
    double const phi = 0.3989422804014327;
    double const two = 0.01 * 200.0 * phi / (std::sqrt(0.04 + 1.0 / 6.0) * 6.0);   // three councils, two items
    double const one = 0.01 * 200.0 * phi / (std::sqrt(0.04 + 1.0 / 3.0) * 3.0);   // three councils, one item
    auto const& slope = scene.conditions.measured_slope;
    for (int i = 1; i < 9; ++i) {
        EXPECT_NEAR(slope(i, 1), two, 1e-14) << i;
        EXPECT_NEAR(slope(i, 3), two, 1e-14) << i;
    }
    EXPECT_NEAR(slope(0, 1), one, 1e-14);
    EXPECT_EQ(slope(0, 3), 0.0) << "what has no level is not counted";
    EXPECT_TRUE((slope.col(0) == 0.0).all()) << "the statutory item is nobody's choice";
    EXPECT_TRUE((slope.col(2) == 0.0).all());
}

TEST(Families, TheBetterHalfWinsItsSay)
{
    Scene scene;
    Families const families{scene.pack, scene.params};
    for (int const i : {3, 4, 5}) scene.performance.reported.row(i).setConstant(1.0);  // the middle family
    scene.performance.reported(8, 1) = 0.4;
    scene.performance.reported(0, 0) = 99.0;  // by law: not counted
    EXPECT_DOUBLE_EQ(families.score({3, 4, 5}, scene.agreement, scene.targets, scene.performance), 0.5);
    EXPECT_DOUBLE_EQ(families.score({6, 7, 8}, scene.agreement, scene.targets, scene.performance), -0.5 + 0.2 / 3.0);
    families.award(scene.agreement, scene.targets, scene.performance, scene.standing);
    for (int i = 0; i < 3; ++i) EXPECT_EQ(scene.standing.autonomy[i], 1.0) << "last of three";
    for (int i = 3; i < 9; ++i) EXPECT_EQ(scene.standing.autonomy[i], 1.25) << i;
}

TEST(Families, AreOffToTheBitWhereTheSayIsWorthNothing)
{
    Scene scene;
    scene.params.worth = core::Pounds{0.0};
    Families const families{scene.pack, scene.params};
    EXPECT_TRUE(families.neutral());
    families.urge(scene.agreement, scene.population, scene.conditions);
    families.award(scene.agreement, scene.targets, scene.performance, scene.standing);
    EXPECT_TRUE((scene.conditions.measured_slope == 0.0).all());
    EXPECT_TRUE((scene.standing.autonomy == 1.0).all());
}
}  // namespace
}  // namespace concordat::incentives
