#include "analysis/compare/many.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "analysis/stats/student.hpp"
#include "tests/support/luck.hpp"

namespace concordat::compare
{
namespace
{
/// Comparisons whose differences are normal with s.d. 1 and share a part of their luck.
std::vector<PairedValues> make_comparisons(std::uint32_t study, std::size_t count, std::size_t replicates, double shared,
                                           double effect = 0)
{
    auto const common = test::draw_normals(study, replicates, 1000);
    std::vector<PairedValues> comparisons;
    for (std::uint32_t k = 0; k < count; ++k) {
        auto const own = test::draw_normals(study, replicates, k);
        PairedValues values{std::vector<double>(replicates, 10.0), {}};
        for (std::size_t r = 0; r < replicates; ++r) {
            values.reform.push_back(10 + effect + std::sqrt(shared) * common[r] + std::sqrt(1 - shared) * own[r]);
        }
        comparisons.push_back(std::move(values));
    }
    return comparisons;
}

TEST(Many, LeavesASingleComparisonNearlyAlone)
{
    auto const row = compare_many(make_comparisons(1, 1, 200, 0), {.seed = 1}).front();
    double const width = row.alone.high - row.alone.low;
    EXPECT_NEAR(row.joint.high - row.joint.low, width, 0.05 * width);
    EXPECT_EQ(row.adjusted_p_value, row.p_value);
}

TEST(Many, WidensLessWhereComparisonsMoveTogether)
{
    auto const reach = [](double shared) {
        auto const row = compare_many(make_comparisons(2, 20, 200, shared), {.seed = 1}).front();
        return (row.joint.high - row.joint.low) / (row.alone.high - row.alone.low);
    };
    // Twenty independent: c = Phi^-1((1 + .9^(1/20)) / 2) = 2.79 against 1.645, slightly more for Student.
    EXPECT_NEAR(reach(0), 2.79 / 1.645, 0.12);
    EXPECT_LT(reach(0.9), 0.85 * reach(0));
    EXPECT_GE(reach(0.999999), 1);
}

TEST(Many, HoldsForAllTogetherNinetyPerCentOfTheTime)
{
    constexpr int studies = 400;
    int held = 0, held_alone = 0;
    for (std::uint32_t study = 0; study < studies; ++study) {
        bool all = true, alone = true;
        for (auto const& row : compare_many(make_comparisons(study, 5, 60, 0.3, 0.5), {.seed = study, .resamples = 400})) {
            all = all && row.joint.contains(0.5);
            alone = alone && row.alone.contains(0.5);
        }
        held += all;
        held_alone += alone;
    }
    EXPECT_NEAR(held / double{studies}, 0.9, 0.045);  // three Monte Carlo errors
    EXPECT_LT(held_alone / double{studies}, 0.8);
}

TEST(Many, TakesTheRelativeChangeOverTheBaselinesMean)
{
    auto const row = compare_many(make_comparisons(3, 1, 50, 0, 1), {.seed = 1}).front();
    EXPECT_DOUBLE_EQ(row.relative_change, row.difference / 10);
    EXPECT_DOUBLE_EQ(row.relative_joint.low, row.joint.low / 10);
}

TEST(Many, IsNotWidenedByWhatDoesNotDifferOrIsNotMeasured)
{
    auto comparisons = make_comparisons(4, 1, 50, 0);
    auto const alone = compare_many(comparisons, {.seed = 1}).front();
    comparisons.push_back({std::vector<double>(50, 3.0), std::vector<double>(50, 3.0)});
    comparisons.push_back({std::vector<double>(50, NAN), std::vector<double>(50, 3.0)});
    comparisons.push_back({std::vector<double>(50, 0.0), std::vector<double>(50, 3.0)});
    auto const rows = compare_many(comparisons, {.seed = 1});
    EXPECT_EQ(rows[0].joint, alone.joint);
    EXPECT_TRUE(rows[1].zero);
    EXPECT_EQ(rows[1].joint, (stats::Interval{0, 0}));
    EXPECT_EQ(rows[2].pairs, 0U);
    EXPECT_TRUE(std::isnan(rows[2].joint.low));
    EXPECT_EQ(rows[3].joint, (stats::Interval{3, 3}));
    EXPECT_TRUE(std::isnan(rows[3].relative_joint.low));
    EXPECT_TRUE(compare_many({}, {}).empty());
}
}  // namespace
}  // namespace concordat::compare
