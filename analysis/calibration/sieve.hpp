#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "analysis/calibration/implausibility.hpp"
#include "analysis/calibration/quadratic_emulator.hpp"

namespace concordat::calibration
{
/// One round of simulations, seen through its emulators.
struct Wave
{
    std::vector<QuadraticEmulator> emulators{};  ///< [n_fact]
};

/// Which points the facts do not rule out, by the emulators of all waves: later waves know more of what is
/// left, earlier ones of what has gone.
class Sieve
{
  public:
    /// Keeps references to both.
    /// \pre every wave has an emulator for every fact, all of the same parameters
    Sieve(std::vector<Wave> const& waves, std::vector<Fact> const& facts, std::size_t parameters);

    /// Whether every implausibility is at most `cutoff`. Shape [n_point]. An emulator's variance is computed
    /// where its bounds leave the answer open, and there alone.
    [[nodiscard]] std::vector<char> keep(std::span<std::vector<double> const> points, double cutoff) const;

    /// Largest implausibility over waves and facts; 0 where there are none. Shape [n_point].
    [[nodiscard]] std::vector<double> measure(std::span<std::vector<double> const> points) const;

  private:
    void keep_block(std::span<std::vector<double> const> points, double cutoff, std::span<char> kept) const;
    void measure_block(std::span<std::vector<double> const> points, std::span<double> worst) const;

    std::vector<Wave> const& waves_;
    std::vector<Fact> const& facts_;
};
}  // namespace concordat::calibration
