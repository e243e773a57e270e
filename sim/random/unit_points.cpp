#include "sim/random/unit_points.hpp"

#include <boost/random/sobol.hpp>
#include <numeric>
#include <utility>

#include "sim/core/check.hpp"
#include "sim/random/streams.hpp"

namespace concordat::random
{
namespace
{
constexpr Purpose slice_order{"design.latin_hypercube.order"};
constexpr Purpose slice_place{"design.latin_hypercube.place"};
constexpr Purpose sobol_shift{"design.sobol.shift"};

/// A random order of 0 ... count - 1 (Fisher and Yates), one for each dimension.
std::vector<std::size_t> draw_order(std::size_t count, std::size_t dimension, std::uint64_t seed)
{
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    StreamKey const key{.master_seed = seed, .purpose = slice_order};
    for (std::size_t last = count; last > 1; --last) {
        double const u = uniform(key, static_cast<std::uint32_t>(last), static_cast<std::uint32_t>(dimension));
        std::swap(order[last - 1], order[static_cast<std::size_t>(u * static_cast<double>(last))]);
    }
    return order;
}

/// The middle of the 2^-52 wide cell that the word's upper bits name: exact, and never 0 or 1.
double to_open_interval(std::uint64_t word)
{
    return (static_cast<double>(word >> 12U) + 0.5) * 0x1p-52;
}

std::uint64_t draw_word(std::size_t dimension, std::uint64_t seed)
{
    StreamKey const key{.master_seed = seed, .purpose = sobol_shift};
    auto const column = static_cast<std::uint32_t>(dimension);
    auto const half = [&](std::uint32_t which) { return static_cast<std::uint64_t>(uniform(key, which, column) * 0x1p32); };
    return (half(0) << 32U) | half(1);
}
}  // namespace

std::vector<std::vector<double>> latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t seed)
{
    core::require(points > 0 && dimensions > 0, "a design has points and dimensions");
    std::vector<std::vector<double>> out(points, std::vector<double>(dimensions));
    StreamKey const key{.master_seed = seed, .purpose = slice_place};
    for (std::size_t d = 0; d < dimensions; ++d) {
        auto const order = draw_order(points, d, seed);
        for (std::size_t p = 0; p < points; ++p) {
            double const within = uniform(key, static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(d));
            out[p][d] = (static_cast<double>(order[p]) + within) / static_cast<double>(points);
        }
    }
    return out;
}

std::vector<std::vector<double>> sobol_points(std::size_t points, std::size_t dimensions, std::uint64_t seed)
{
    core::require(points > 0 && dimensions > 0 && dimensions <= most_sobol_dimensions,
                  "a Sobol design has points and not too many dimensions");
    std::vector<std::uint64_t> shift(dimensions);
    for (std::size_t d = 0; d < dimensions; ++d) shift[d] = draw_word(d, seed);
    std::vector<std::vector<double>> out(points, std::vector<double>(dimensions));
    boost::random::sobol sequence{dimensions};
    for (std::size_t p = 0; p < points; ++p) {
        for (std::size_t d = 0; d < dimensions; ++d) {
            std::uint64_t const digits = p == 0 ? 0 : sequence();  // Boost leaves out the first point
            out[p][d] = to_open_interval(digits ^ shift[d]);
        }
    }
    return out;
}
}  // namespace concordat::random
