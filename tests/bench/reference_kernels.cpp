#include "tests/bench/reference_kernels.hpp"

#include <benchmark/benchmark.h>

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "sim/core/elementary.hpp"
#include "sim/random/streams.hpp"
#include "tests/bench/cpu_time.hpp"

namespace concordat::bench
{
namespace
{
constexpr Eigen::Index size = 4096;
constexpr int runs = 30;

/// Best time of one call per element [ns].
template <class Work>
double best_per_element(Work const& work)
{
    double best = 1e300;
    for (int run = 0; run < runs; ++run) {
        double const start = cpu_ns();
        work();
        benchmark::ClobberMemory();
        best = std::min(best, (cpu_ns() - start) / static_cast<double>(size));
    }
    return best;
}

template <class Function>
double lanes_cost(Eigen::ArrayXd const& in, Eigen::ArrayXd& out, Function const& function)
{
    return best_per_element([&] {
        for (Eigen::Index i = 0; i < size; i += core::lane_count) {
            core::store(function(core::load(in.data() + i)), out.data() + i);
        }
    });
}

template <class Function>
double scalar_cost(Eigen::ArrayXd const& in, Eigen::ArrayXd& out, Function const& function)
{
    return best_per_element([&] {
        for (Eigen::Index i = 0; i < size; ++i) {
            double value = function(in[i]);
            benchmark::DoNotOptimize(value);
            out[i] = value;
        }
    });
}
}  // namespace

KernelCosts measure_kernels()
{
    using core::Lanes;
    Eigen::ArrayXd in(size), out(size);
    for (Eigen::Index i = 0; i < size; ++i) in[i] = 0.1 + 3.0 * static_cast<double>(i) / static_cast<double>(size);
    std::vector<std::uint32_t> ids(size);
    std::iota(ids.begin(), ids.end(), 0U);
    random::StreamKey const key{1, 2, random::Purpose{"bench"}, 3};
    std::span<double> const target{out.data(), static_cast<std::size_t>(size)};
    KernelCosts costs;
    costs.uniform = best_per_element([&] { random::fill_uniform(key, ids, 0, target); });
    costs.normal = best_per_element([&] { random::fill_normal(key, ids, 0, target); });
    costs.root = lanes_cost(in, out, [](Lanes x) { return std::experimental::sqrt(x); });
    costs.division = lanes_cost(in, out, [](Lanes x) { return 1.0 / x; });
    costs.exponential = lanes_cost(in, out, [](Lanes x) { return core::exp(x); });
    costs.logarithm = lanes_cost(in, out, [](Lanes x) { return core::log(x); });
    constexpr int repeats = 16;  // enough arithmetic per element that memory does not count
    costs.multiply_add = best_per_element([&] {
                             Lanes sums[8];
                             for (auto& sum : sums) sum = Lanes{0.0};
                             for (Eigen::Index i = 0; i < size; i += core::lane_count) {
                                 Lanes const x = core::load(in.data() + i);
                                 for (int r = 0; r < repeats; ++r) sums[r % 8] = sums[r % 8] * 0.5 + x;
                             }
                             for (auto& sum : sums) core::store(sum, out.data());
                         }) /
                         repeats;
    costs.libm_exponential = scalar_cost(in, out, [](double x) { return std::exp(x); });
    costs.libm_logarithm = scalar_cost(in, out, [](double x) { return std::log(x); });
    return costs;
}
}  // namespace concordat::bench
