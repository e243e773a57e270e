#include "sim/core/elementary.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "sim/core/check.hpp"

namespace concordat::core
{
double exp(double x)
{
    return exp(Lanes{x})[0];
}
double log(double x)
{
    return log(Lanes{x})[0];
}
double pow(double base, double exponent)
{
    return pow(Lanes{base}, Lanes{exponent})[0];
}
double normal_pdf(double z)
{
    return normal_pdf(Lanes{z})[0];
}
double normal_cdf(double z)
{
    return normal_cdf(Lanes{z})[0];
}
double normal_quantile(double u)
{
    return normal_quantile(Lanes{u})[0];
}

namespace
{
constexpr std::size_t block_size = 512;

/// For each mask of four lanes, the lanes that are set, in order, and then anything.
constexpr auto lanes_of_mask = [] {
    std::array<std::array<std::uint32_t, lane_count>, 16> lanes{};
    for (std::uint32_t mask = 0; mask < lanes.size(); ++mask) {
        std::size_t count = 0;
        for (std::uint32_t lane = 0; lane < lane_count; ++lane) {
            if ((mask >> lane & 1U) != 0) lanes[mask][count++] = lane;
        }
    }
    return lanes;
}();

/// Bit i tells whether lane i lies in a tail (or is not a number).
std::uint32_t find_tails(Lanes u)
{
    auto const distance = static_cast<__m256d>(std::experimental::abs(u - 0.5));
    __m256d const width = _mm256_set1_pd(elementary_detail::quantile_centre_width);
    return static_cast<std::uint32_t>(
        _mm256_movemask_pd(_mm256_cmp_pd(distance, width, _CMP_NLE_UQ)));
}

/// About 15 % of uniform draws lie in the tails, whose formula costs more than the centre's.
class TailBlock
{
  public:
    /// Remembers the tails of `u` without a branch per element.
    void gather(std::span<double const> u)
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < u.size(); i += lane_count) {
            auto const mask = find_tails(load(&u[i]));
            for (std::size_t lane = 0; lane < lane_count; ++lane) {
                positions_[count + lane] =
                    static_cast<std::uint32_t>(i) + lanes_of_mask[mask][lane];
            }
            count += static_cast<std::size_t>(std::popcount(mask));
        }
        count_ = count;
        for (std::size_t i = 0; i < count_; ++i) values_[i] = u[positions_[i]];
        for (std::size_t i = count_; i < padded(count_); ++i) values_[i] = 0.01;  // any tail value
    }

    void compute()
    {
        for (std::size_t i = 0; i < count_; i += lane_count) {
            store(elementary_detail::quantile_tails(load(&values_[i])), &values_[i]);
        }
    }

    void scatter(std::span<double> to) const
    {
        for (std::size_t i = 0; i < count_; ++i) to[positions_[i]] = values_[i];
    }

  private:
    std::size_t count_{};
    alignas(64) std::array<double, block_size + padding_count> values_;
    std::array<std::uint32_t, block_size + padding_count> positions_;
};
}  // namespace

namespace
{
/// sin(x + quarter_turns pi / 2): reduction to |r| <= pi / 4 by a multiple of pi / 2 in three
/// parts, then Taylor's series to r^17 (the rest is below 1e-19).
double sin_shifted(double radians, double quarter_turns)
{
    using elementary_detail::multiply_add;
    using elementary_detail::polynomial;
    constexpr double per_half_pi = 0x1.45f306dc9c883p-1;
    constexpr double half_pi_high = 0x1.921fb54442d18p+0;
    constexpr double half_pi_middle = 0x1.1a62633145c07p-54;
    constexpr double half_pi_low = -0x1.f1976b7ed8fbcp-110;
    constexpr double sine[] = {
        1.0 / 355687428096000, -1.0 / 1307674368000, 1.0 / 6227020800, -1.0 / 39916800,
        1.0 / 362880,          -1.0 / 5040,          1.0 / 120,        -1.0 / 6};
    constexpr double cosine[] = {
        1.0 / 20922789888000, -1.0 / 87178291200, 1.0 / 479001600, -1.0 / 3628800,
        1.0 / 40320,          -1.0 / 720,         1.0 / 24,        -1.0 / 2};
    double const n = std::nearbyint(radians * per_half_pi);
    Lanes r = multiply_add(-n, half_pi_high, radians);
    r = multiply_add(-n, half_pi_middle, r);
    r = multiply_add(-n, half_pi_low, r);
    Lanes const square = r * r;
    auto const quadrant = static_cast<std::int64_t>(n + quarter_turns) & 3;
    Lanes const value = quadrant % 2 == 0 ? multiply_add(r * square, polynomial(square, sine), r)
                                          : multiply_add(square, polynomial(square, cosine), 1.0);
    return quadrant < 2 ? value[0] : -value[0];
}
}  // namespace

double sin(double radians)
{
    require(std::abs(radians) < 1e5, "sin: angle beyond 1e5");
    return sin_shifted(radians, 0);
}

double cos(double radians)
{
    require(std::abs(radians) < 1e5, "cos: angle beyond 1e5");
    return sin_shifted(radians, 1);
}

void normal_quantile_in_place(std::span<double> u)
{
    require(u.size() % lane_count == 0,
            "normal_quantile_in_place: size is not a multiple of the lane count");
    require(reinterpret_cast<std::uintptr_t>(u.data()) % (lane_count * sizeof(double)) == 0,
            "normal_quantile_in_place: not aligned to 32 bytes");
    TailBlock tails;
    for (std::size_t start = 0; start < u.size(); start += block_size) {
        auto const block = u.subspan(start, std::min(block_size, u.size() - start));
        tails.gather(block);
        for (std::size_t i = 0; i < block.size(); i += lane_count) {
            store(elementary_detail::quantile_centre(load(&block[i]) - 0.5), &block[i]);
        }
        tails.compute();
        tails.scatter(block);
    }
}
}  // namespace concordat::core
