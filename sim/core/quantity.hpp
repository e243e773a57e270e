#pragma once

#include <compare>

namespace concordat::core
{
/// A number that carries its unit in its type. Only what is meaningful is offered:
/// sums and differences of the same unit, and scaling by a plain number.
template <class Unit>
class Quantity
{
  public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_{value} {}

    [[nodiscard]] constexpr double value() const { return value_; }

    constexpr Quantity& operator+=(Quantity other)
    {
        value_ += other.value_;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return Quantity{a.value_ + b.value_}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return Quantity{a.value_ - b.value_}; }
    friend constexpr Quantity operator*(double factor, Quantity q) { return Quantity{factor * q.value_}; }
    friend constexpr double operator/(Quantity a, Quantity b) { return a.value_ / b.value_; }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

  private:
    double value_{};
};

using Pounds = Quantity<struct PoundsUnit>;  ///< [GBP]
using Share = Quantity<struct ShareUnit>;    ///< [share] usually in [0, 1]
using Sigma = Quantity<struct SigmaUnit>;    ///< [sigma] s.d. of the three-year change of an ordinary indicator
}  // namespace concordat::core
