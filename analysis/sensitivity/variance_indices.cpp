#include "analysis/sensitivity/variance_indices.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "analysis/stats/bootstrap.hpp"
#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"
#include "sim/random/unit_points.hpp"

namespace concordat::sensitivity
{
namespace
{
constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A variance below this part of the mean square is rounding of values that are all the same.
constexpr double least_variance = 1e-12;

/// What base points add to the sums that indices are made of, a row for each base point: a + b,
/// a^2 + b^2, then for each parameter b (c - a), then c - a, then (c - a)^2, where a, b, c are the
/// centred outcomes at A, at B, and at A with that parameter from B.
struct Terms
{
    std::size_t parameters{};
    std::size_t count{};         ///< [count] rows
    double centre{};             ///< taken from all values [unit of the outcome]
    std::vector<double> rows{};  ///< [count][width()]

    [[nodiscard]] std::size_t width() const { return 2 + 3 * parameters; }
};

struct Indices
{
    double mean{};  ///< less the centre
    double variance{};
    std::vector<double> first{};  ///< [n_parameter]
    std::vector<double> total{};  ///< [n_parameter]
};

/// The values of base points without a NaN, in their order.
std::vector<double> keep_whole(std::span<double const> values, std::size_t stride)
{
    std::vector<double> kept;
    for (std::size_t begin = 0; begin < values.size(); begin += stride) {
        auto const block = values.subspan(begin, stride);
        if (std::none_of(block.begin(), block.end(), [](double y) { return std::isnan(y); })) {
            kept.insert(kept.end(), block.begin(), block.end());
        }
    }
    return kept;
}

/// Mean of the outcomes at A and B; exact where they are all the same.
double find_centre(std::vector<double> const& values, std::size_t stride)
{
    if (values.empty()) return none;
    double sum = 0.0;
    for (std::size_t i = 0; i < values.size(); i += stride) sum += (values[i] - values[0]) + (values[i + 1] - values[0]);
    return values[0] + sum / (2.0 * static_cast<double>(values.size() / stride));
}

Terms gather_terms(std::span<double const> values, std::size_t parameters)
{
    std::size_t const stride = parameters + 2;
    auto const kept = keep_whole(values, stride);
    Terms terms{.parameters = parameters, .count = kept.size() / stride, .centre = find_centre(kept, stride)};
    terms.rows.resize(terms.count * terms.width());
    for (std::size_t i = 0; i < terms.count; ++i) {
        double const* const y = kept.data() + i * stride;
        double* const row = terms.rows.data() + i * terms.width();
        double const a = y[0] - terms.centre, b = y[1] - terms.centre;
        row[0] = a + b;
        row[1] = a * a + b * b;
        for (std::size_t p = 0; p < parameters; ++p) {
            double const rise = y[2 + p] - y[0];
            row[2 + p] = b * rise;
            row[2 + parameters + p] = rise;
            row[2 + 2 * parameters + p] = rise * rise;
        }
    }
    return terms;
}

void add_rows(Terms const& terms, std::span<std::uint32_t const> picked, std::vector<double>& sums)
{
    std::fill(sums.begin(), sums.end(), 0.0);
    std::size_t const width = terms.width();
    double* const to = sums.data();
    for (auto const i : picked) {
        double const* const row = terms.rows.data() + i * width;
        for (std::size_t c = 0; c < width; ++c) to[c] += row[c];
    }
}

/// Centred by the mean of the base points picked: b (c - a) - mean (c - a) is (b - mean) (c - a).
Indices estimate(Terms const& terms, std::span<std::uint32_t const> picked, std::vector<double>& sums)
{
    add_rows(terms, picked, sums);
    std::size_t const k = terms.parameters;
    auto const n = static_cast<double>(picked.size());
    Indices found{.mean = sums[0] / (2.0 * n), .first = std::vector(k, none), .total = std::vector(k, none)};
    double const mean_square = sums[1] / (2.0 * n);
    found.variance = mean_square - found.mean * found.mean;
    if (found.variance <= least_variance * mean_square) found.variance = 0.0;
    if (!(found.variance > 0.0)) return found;
    for (std::size_t p = 0; p < k; ++p) {
        found.first[p] = (sums[2 + p] - found.mean * sums[2 + k + p]) / n / found.variance;
        found.total[p] = sums[2 + 2 * k + p] / (2.0 * n) / found.variance;
    }
    return found;
}

stats::Interval find_range(std::vector<double>& resampled, double confidence)
{
    std::sort(resampled.begin(), resampled.end());
    double const tail = (1.0 - confidence) / 2.0;
    return {stats::quantile_of_sorted(resampled, tail), stats::quantile_of_sorted(resampled, 1.0 - tail)};
}

/// Intervals of all indices from the same resamples; those without variance are left out.
void add_intervals(Terms const& terms, std::uint64_t seed, std::vector<VarianceIndex>& indices)
{
    stats::BootstrapSettings const settings{.seed = seed, .purpose = "analysis.sensitivity.variance"};
    stats::Resampler resampler{settings, terms.count};
    std::vector<std::vector<double>> first(terms.parameters), total(terms.parameters);
    std::vector<double> sums(terms.width());
    for (std::uint32_t r = 0; r < settings.resamples; ++r) {
        auto const found = estimate(terms, resampler.draw(), sums);
        if (!(found.variance > 0.0)) continue;
        for (std::size_t p = 0; p < terms.parameters; ++p) {
            first[p].push_back(found.first[p]);
            total[p].push_back(found.total[p]);
        }
    }
    for (std::size_t p = 0; p < terms.parameters; ++p) {
        auto const of_first = find_range(first[p], settings.confidence);
        auto const of_total = find_range(total[p], settings.confidence);
        auto& one = indices[p];
        one.first_low = of_first.low;
        one.first_high = of_first.high;
        one.total_low = of_total.low;
        one.total_high = of_total.high;
    }
}

VarianceShares split(std::span<double const> values, std::size_t parameters, std::uint64_t seed)
{
    core::require(parameters > 0 && values.size() % (parameters + 2) == 0, "base points of a design are whole");
    auto const terms = gather_terms(values, parameters);
    VarianceShares shares{.mean = none, .variance = none, .count = terms.count};
    shares.parameters.assign(parameters, {none, none, none, none, none, none});
    if (terms.count == 0) return shares;
    std::vector<std::uint32_t> all(terms.count);
    std::iota(all.begin(), all.end(), 0U);
    std::vector<double> sums(terms.width());
    auto const found = estimate(terms, all, sums);
    shares.mean = terms.centre + found.mean;
    shares.variance = found.variance;
    for (std::size_t p = 0; p < parameters; ++p) {
        shares.parameters[p].first = found.first[p];
        shares.parameters[p].total = found.total[p];
    }
    if (found.variance > 0.0 && terms.count > 1) add_intervals(terms, seed, shares.parameters);
    return shares;
}
}  // namespace

std::vector<std::vector<double>> list_saltelli_points(std::size_t base, std::size_t parameters, std::uint64_t seed)
{
    core::require(std::has_single_bit(base) && parameters > 0, "a Saltelli design has 2^m base points and parameters");
    std::vector<std::vector<double>> points;
    points.reserve(base * (parameters + 2));
    auto const half = static_cast<std::ptrdiff_t>(parameters);
    for (auto const& pair : random::sobol_points(base, 2 * parameters, seed)) {
        std::vector<double> const a(pair.begin(), pair.begin() + half), b(pair.begin() + half, pair.end());
        points.push_back(a);
        points.push_back(b);
        for (std::size_t p = 0; p < parameters; ++p) {
            points.push_back(a);
            points.back()[p] = b[p];
        }
    }
    return points;
}

VarianceShares split_variance(std::vector<double> const& values, std::size_t parameters, std::uint64_t seed)
{
    return split(values, parameters, seed);
}

Convergence follow_convergence(std::vector<double> const& values, std::size_t parameters, std::uint64_t seed)
{
    Convergence steps;
    std::size_t const stride = parameters + 2, base = values.size() / stride;
    for (std::size_t const count : {base / 4, base / 2, base}) {
        if (count == 0) continue;
        steps.base.push_back(count);
        steps.shares.push_back(split(std::span{values}.first(count * stride), parameters, seed));
    }
    return steps;
}
}  // namespace concordat::sensitivity
