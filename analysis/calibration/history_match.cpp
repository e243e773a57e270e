#include "analysis/calibration/history_match.hpp"

#include <algorithm>

#include "analysis/calibration/subset_sampler.hpp"
#include "sim/core/check.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::calibration
{
namespace
{
constexpr std::size_t probe = std::size_t{1} << 18U;       // candidates after which the share is known well enough
constexpr std::size_t most_of_a_batch = std::size_t{1} << 16U;
constexpr std::size_t least_of_a_batch = std::size_t{1} << 12U;
constexpr std::uint64_t between_batches = 0x9E3779B97F4A7C15ULL;  // 2^64 / golden ratio: seeds far from other seeds

/// Whether thinning is not worth going on with.
bool is_hopeless(std::size_t kept, std::size_t tried, std::size_t wanted, std::size_t most_candidates)
{
    if (tried < std::min(probe, most_candidates)) return false;
    double const needed = static_cast<double>(wanted) * static_cast<double>(tried) / std::max(0.5, static_cast<double>(kept));
    return needed > static_cast<double>(most_candidates);
}

/// Candidates of the next Latin hypercube: about as many as are still needed.
std::size_t size_batch(std::size_t kept, std::size_t tried, std::size_t still)
{
    double const needed = 1.2 * static_cast<double>(still) * static_cast<double>(tried) / std::max(0.5, static_cast<double>(kept));
    return static_cast<std::size_t>(std::clamp(needed, static_cast<double>(least_of_a_batch), static_cast<double>(most_of_a_batch)));
}
}  // namespace

Survivors draw_survivors(std::vector<Wave> const& waves, std::vector<Fact> const& facts, std::size_t parameters,
                         std::size_t wanted, double cutoff, std::uint64_t seed, std::size_t most_candidates)
{
    core::require(wanted > 0 && parameters > 0, "survivors have points and parameters");
    Sieve const sieve{waves, facts, parameters};
    Survivors out;
    std::size_t kept = 0;
    std::size_t size = waves.empty() ? wanted : std::clamp(2 * wanted, least_of_a_batch, most_of_a_batch);
    for (std::uint64_t batch = 0; out.points.size() < wanted; ++batch) {
        if (is_hopeless(kept, out.candidates, wanted, most_candidates)) {
            auto found = sample_subset(sieve, parameters, wanted, cutoff, seed);
            return {std::move(found.points), found.share, out.candidates + found.candidates, SearchMethod::subset_simulation};
        }
        auto const points = random::latin_hypercube(size, parameters, seed + batch * between_batches);
        auto const in = sieve.keep(points, cutoff);
        for (std::size_t i = 0; i < size; ++i) {
            if (in[i] == 0) continue;
            ++kept;
            if (out.points.size() < wanted) out.points.push_back(points[i]);
        }
        out.candidates += size;
        size = size_batch(kept, out.candidates, wanted - out.points.size());
    }
    out.share = static_cast<double>(kept) / static_cast<double>(out.candidates);
    return out;
}
}  // namespace concordat::calibration
