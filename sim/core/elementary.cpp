#include "sim/core/elementary.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>

#include "sim/core/check.hpp"

namespace concordat::core
{
double exp(double x) { return exp(Lanes{x})[0]; }
double log(double x) { return log(Lanes{x})[0]; }
double pow(double base, double exponent) { return pow(Lanes{base}, Lanes{exponent})[0]; }
double normal_pdf(double z) { return normal_pdf(Lanes{z})[0]; }
double normal_cdf(double z) { return normal_cdf(Lanes{z})[0]; }
double normal_quantile(double u) { return normal_quantile(Lanes{u})[0]; }

namespace
{
constexpr std::size_t block_size = 512;

/// About 15 % of uniform draws lie in the tails, whose formula costs more than the centre's.
class TailBlock
{
  public:
    /// Remembers the tails of `u` without a branch per element.
    void gather(std::span<double const> u)
    {
        count_ = 0;
        for (std::size_t i = 0; i < u.size(); ++i) {
            positions_[count_] = static_cast<std::uint32_t>(i);
            values_[count_] = u[i];
            bool const centre = std::abs(u[i] - 0.5) <= elementary_detail::quantile_centre_width;
            count_ += centre ? 0 : 1;
        }
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

void normal_quantile_in_place(std::span<double> u)
{
    require(u.size() % lane_count == 0, "normal_quantile_in_place: size is not a multiple of the lane count");
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
