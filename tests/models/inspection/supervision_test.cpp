#include "models/inspection/supervision.hpp"

#include <gtest/gtest.h>

#include "tests/models/inspection/inspection_scene.hpp"

namespace concordat::inspection
{
namespace
{
constexpr int areas = 20;

struct Watched
{
    InspectionScene scene{areas, 1};
    state::Gaming gaming{};

    Watched()
    {
        gaming.resize(24, 1, 1);
        gaming.detection.setConstant(0.15);
        for (int i = 0; i < areas; ++i) scene.assessment.score[i] = 0.1 * ((7 * i) % areas);
    }
    void supervise(double share)
    {
        SupervisionParams const params{.supervised = core::Share{share},
                                       .detection = core::Share{0.15},
                                       .extra_detection = core::Share{0.1},
                                       .extra_reporting = 0.1};
        Supervision{scene.pack, params}.supervise(scene.assessment, gaming);
    }
};

TEST(Supervision, WatchesTheLowestScoresMoreClosely)
{
    Watched england;
    england.supervise(0.1);
    for (int i = 0; i < areas; ++i) {
        bool const last = (7 * i) % areas < 2;
        EXPECT_EQ(england.scene.assessment.supervised[i], last ? 1.0 : 0.0);
        EXPECT_NEAR(england.gaming.detection[i], last ? 0.25 : 0.15, 1e-15);
        EXPECT_NEAR(england.scene.assessment.reporting[i], last ? 1.1 : 1.0, 1e-15);
    }
}

TEST(Supervision, EndsWhenAnAreaHasLeftTheBottom)
{
    Watched england;
    england.supervise(0.1);
    england.supervise(0.1);  // the same areas once more
    EXPECT_NEAR(england.gaming.detection[0], 0.25, 1e-15);
    england.scene.assessment.score[0] = 5.0;
    england.supervise(0.1);
    EXPECT_NEAR(england.gaming.detection[0], 0.15, 1e-15);
    EXPECT_EQ(england.scene.assessment.reporting[0], 1.0);
}

TEST(Supervision, TellsEqualScoresApartByIds)
{
    Watched england;
    england.scene.assessment.score.setZero();
    england.scene.pack = support::reverse_rows(england.scene.pack);
    england.supervise(0.1);
    EXPECT_EQ(england.scene.assessment.supervised[areas - 1], 1.0);  // id 1 stands last now
    EXPECT_EQ(england.scene.assessment.supervised[areas - 2], 1.0);
    EXPECT_EQ(england.scene.assessment.supervised[0], 0.0);
}

TEST(Supervision, ChangesNothingWhereNobodyIsSupervised)
{
    Watched england;
    england.supervise(0.0);
    EXPECT_TRUE((england.gaming.detection == 0.15).all());
    EXPECT_TRUE((england.scene.assessment.reporting == 1.0).all());
}
}  // namespace
}  // namespace concordat::inspection
