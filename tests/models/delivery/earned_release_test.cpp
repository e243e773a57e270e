#include "models/delivery/earned_release.hpp"

#include <gtest/gtest.h>

namespace concordat::delivery
{
namespace
{
std::vector<int> const classes{0, 1, 2, 3, 4, 4, 3, 0};

state::Conditions make_conditions()
{
    state::Conditions conditions;
    conditions.resize(8, 2, 2);
    conditions.fences[5] = 0.5;  // released by other means as well
    return conditions;
}

TEST(EarnedRelease, LowersTheFencesOfTheBestClassMost)
{
    auto conditions = make_conditions();
    release_earned(core::Share{0.4}, classes, conditions);
    state::PerArea expected(8);
    expected << 1.0, 1.0, 1.0, 0.8, 0.6, 0.3, 0.8, 1.0;
    EXPECT_TRUE(conditions.fences.isApprox(expected, 1e-15));
}

TEST(EarnedRelease, ChangesNothingWhereNothingIsToBeEarned)
{
    auto conditions = make_conditions();
    release_earned(core::Share{0.0}, classes, conditions);
    EXPECT_TRUE((conditions.fences == make_conditions().fences).all());
}
}  // namespace
}  // namespace concordat::delivery
