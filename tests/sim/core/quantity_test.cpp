#include "sim/core/quantity.hpp"

#include <gtest/gtest.h>

#include <type_traits>

namespace concordat::core
{
template <class A, class B>
concept Addable = requires(A a, B b)
{
    a + b;
};
template <class A, class B>
concept Multipliable = requires(A a, B b)
{
    a* b;
};

static_assert(!std::is_convertible_v<double, Pounds>, "a number has no unit unless it says so");
static_assert(!std::is_convertible_v<Pounds, double>);
static_assert(!std::is_convertible_v<Pounds, Share> && !std::is_constructible_v<Pounds, Share>);
static_assert(Addable<Pounds, Pounds> && !Addable<Pounds, Share> && !Addable<Pounds, double>);
static_assert(Multipliable<double, Pounds> && !Multipliable<Pounds, Pounds>,
              "square pounds mean nothing");
static_assert(sizeof(Pounds) == sizeof(double) && std::is_trivially_copyable_v<Pounds>);
static_assert((Pounds{2.0} + Pounds{3.0}).value() == 5.0);

TEST(Quantity, AddsSubtractsScalesAndComparesWithinItsUnit)
{
    Pounds budget{100.0};
    budget += Pounds{20.0};
    EXPECT_EQ(budget, Pounds{120.0});
    EXPECT_EQ(budget - Pounds{50.0}, Pounds{70.0});
    EXPECT_EQ(0.5 * budget, Pounds{60.0});
    EXPECT_EQ(budget / Pounds{40.0}, 3.0);
    EXPECT_LT(Pounds{1.0}, Pounds{2.0});
    EXPECT_EQ(Share{}.value(), 0.0);
}
}  // namespace concordat::core
