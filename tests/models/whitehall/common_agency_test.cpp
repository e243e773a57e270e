#include "models/whitehall/common_agency.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
using core::Share;

TEST(CommonAgency, SetsTheSlopesOfTheoryT22)
{
    std::vector<double> const values{.7, .2, .1};
    std::vector<double> slopes(3);
    share_agent(values, 0.5, slopes);
    EXPECT_NEAR(slopes[0], 0.5, 1e-15);
    EXPECT_NEAR(slopes[1], 0.0, 1e-15);
    EXPECT_NEAR(slopes[2], -0.1, 1e-15);
}

TEST(CommonAgency, GivesEveryPrincipalItsBestResponseToTheOthers)
{
    // Joint surplus with the agent: v_i B - k B^2/2 - B^2/2 - (others' slopes are paid to the agent).
    std::vector<double> const values{1.3, .8, .4};
    std::vector<double> slopes(3);
    constexpr double k = 0.7;
    share_agent(values, k, slopes);
    double const all = slopes[0] + slopes[1] + slopes[2];
    for (std::size_t i = 0; i < 3; ++i) {
        auto const surplus = [&](double slope) {
            double const others = all - slopes[i], total = others + slope;
            return (values[i] + others) * total - 0.5 * (1.0 + k) * total * total;
        };
        EXPECT_GT(surplus(slopes[i]), surplus(slopes[i] + 1e-3));
        EXPECT_GT(surplus(slopes[i]), surplus(slopes[i] - 1e-3));
    }
}

TEST(CommonAgency, IsOneEverywhereWhereItIsOff)
{
    auto const pack = support::make_whitehall_pack();
    EXPECT_TRUE((find_national_lines(pack, {.enabled = false, .risk = 1.0}) == 1.0).all());
}

TEST(CommonAgency, KeepsTheLineOfAnOnlyPrincipal)
{
    auto const pack = support::make_whitehall_pack();
    auto const lines = find_national_lines(pack, {.enabled = true, .risk = 1.0, .min_share = Share{1.0}});
    EXPECT_NEAR(lines(2, 2), 1.0, 1e-15);
    EXPECT_TRUE((lines.col(0) == 1.0).all()) << "the council answers to nobody";
    EXPECT_EQ(lines(0, 2), 1.0) << "no line, no factor";
}

TEST(CommonAgency, DilutesLinesOfSeveralPrincipalsAndTurnsTheSmallOnesAgainst)
{
    auto const pack = support::make_whitehall_pack();
    // Police work: 1.2 for A, .4 for B, that is 1.5 and .5 around a mean of 1.
    auto const lines = find_national_lines(pack, {.enabled = true, .risk = 1.0, .min_share = Share{1.0}});
    EXPECT_NEAR(lines(0, 1), 2.0 * (1.5 - 2.0 / 3.0), 1e-14);
    EXPECT_NEAR(lines(1, 1), 2.0 * (0.5 - 2.0 / 3.0), 1e-14);
    EXPECT_LT(lines(1, 1), 0.0);
    double before = 2.0;
    for (double const risk : {0.0, 0.25, 1.0, 4.0}) {
        auto const now = find_national_lines(pack, {.enabled = true, .risk = risk, .min_share = Share{1.0}});
        double const together = (now(0, 1) + now(1, 1)) / (1.0 + risk);
        EXPECT_NEAR(together, 2.0 / (1.0 + 2.0 * risk), 1e-14);
        EXPECT_LE(together, before);
        before = together;
    }
}

TEST(CommonAgency, CountsDepartmentsThatPressWithoutAFormalLine)
{
    auto pack = support::make_whitehall_pack();
    pack.base_share(0, 2) = 0.5;  // the clinic also works for A: a third of its work
    auto const ignored = find_national_lines(pack, {.enabled = true, .risk = 1.0, .min_share = Share{0.5}});
    auto const counted = find_national_lines(pack, {.enabled = true, .risk = 1.0, .min_share = Share{0.2}});
    EXPECT_NEAR(ignored(2, 2), 1.0, 1e-15);
    EXPECT_NEAR(counted(2, 2), 2.0 * (4.0 / 3.0 - 2.0 / 3.0), 1e-14);
    EXPECT_EQ(counted(0, 2), 1.0);
}

TEST(CommonAgency, LeavesALineAloneBehindWhichNoWorkIsDone)
{
    auto pack = support::make_whitehall_pack();
    pack.base_share.setZero();
    EXPECT_TRUE((find_national_lines(pack, {.enabled = true, .risk = 1.0}) == 1.0).all());
}
}  // namespace
}  // namespace concordat::whitehall
