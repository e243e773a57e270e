#include "analysis/calibration/sieve.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "sim/core/check.hpp"

namespace concordat::calibration
{
namespace
{
using Index = Eigen::Index;
using Lane = std::array<double, block_points>;

/// The points of a block that nothing has ruled out yet, and perhaps some others: `in` says which.
struct Rest
{
    Terms terms{};
    std::vector<std::size_t> ids{};  ///< [row] within the block
    std::vector<char> in{};          ///< [row]
    std::size_t count{};             ///< rows that are in
};

Terms select_rows(Terms const& from, std::vector<std::size_t> const& rows)
{
    Terms out(static_cast<Index>(rows.size()), from.cols());
    for (Index t = 0; t < from.cols(); ++t) {
        double const* const source = from.col(t).data();
        double* const target = out.col(t).data();
        for (std::size_t i = 0; i < rows.size(); ++i) target[i] = source[rows[i]];
    }
    return out;
}

/// Takes out the rows that are not in, once they are many enough to be worth it.
void tighten(Rest& rest)
{
    if (4 * rest.count > 3 * rest.ids.size()) return;
    std::vector<std::size_t> rows, ids;
    for (std::size_t i = 0; i < rest.ids.size(); ++i) {
        if (rest.in[i] == 0) continue;
        rows.push_back(i);
        ids.push_back(rest.ids[i]);
    }
    rest = {select_rows(rest.terms, rows), std::move(ids), std::vector<char>(rows.size(), 1), rows.size()};
}

void rule_out(Rest& rest, std::size_t row)
{
    rest.in[row] = 0;
    --rest.count;
}

/// Rules out what is beyond the cutoff with the largest variance that there may be.
/// \return rows whose answer hangs on the variance itself
std::vector<std::size_t> rule_out_by_bounds(Fact const& fact, QuadraticEmulator const& emulator, double cutoff, Lane const& mean,
                                            Rest& rest)
{
    Lane most{};
    emulator.add_variance_bounds(rest.terms, most);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < rest.ids.size(); ++i) {
        if (rest.in[i] == 0 || implausibility(fact, {mean[i], emulator.least_variance()}) <= cutoff) continue;
        if (implausibility(fact, {mean[i], most[i]}) <= cutoff) {
            open.push_back(i);
        } else {
            rule_out(rest, i);
        }
    }
    return open;
}

/// How much a fact is asked.
enum class Care
{
    bounds,  ///< rules out what no variance could keep
    exact
};

/// \return whether any answer is left open
bool apply(Fact const& fact, QuadraticEmulator const& emulator, double cutoff, Care care, Rest& rest)
{
    Lane mean{};
    emulator.add_means(rest.terms, mean);
    auto const open = rule_out_by_bounds(fact, emulator, cutoff, mean, rest);
    if (!open.empty() && care == Care::exact) {
        Lane variance{};
        emulator.add_variances(select_rows(rest.terms, open), variance);
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (!(implausibility(fact, {mean[open[i]], variance[i]}) <= cutoff)) rule_out(rest, open[i]);
        }
    }
    tighten(rest);
    return !open.empty();
}
}  // namespace

Sieve::Sieve(std::vector<Wave> const& waves, std::vector<Fact> const& facts, std::size_t parameters)
    : waves_{waves}, facts_{facts}
{
    for (auto const& wave : waves) {
        core::require(wave.emulators.size() == facts.size(), "a wave has an emulator for every fact");
        for (auto const& emulator : wave.emulators) {
            core::require(emulator.parameters() == parameters, "all emulators have the same parameters");
        }
    }
}

std::vector<char> Sieve::keep(std::span<std::vector<double> const> points, double cutoff) const
{
    std::vector<char> kept(points.size(), 0);
    for (std::size_t begin = 0; begin < points.size(); begin += block_points) {
        std::size_t const size = std::min(block_points, points.size() - begin);
        keep_block(points.subspan(begin, size), cutoff, std::span{kept}.subspan(begin, size));
    }
    return kept;
}

void Sieve::keep_block(std::span<std::vector<double> const> points, double cutoff, std::span<char> kept) const
{
    if (waves_.empty() || facts_.empty()) {
        std::fill(kept.begin(), kept.end(), char{1});
        return;
    }
    Rest rest{make_terms(points), std::vector<std::size_t>(points.size()), std::vector<char>(points.size(), 1), points.size()};
    std::iota(rest.ids.begin(), rest.ids.end(), std::size_t{0});
    for (auto const care : {Care::bounds, Care::exact}) {  // most points are ruled out before a variance is needed
        bool is_open = false;
        for (auto wave = waves_.rbegin(); wave != waves_.rend(); ++wave) {  // the latest rules out most
            for (std::size_t f = 0; f < facts_.size() && rest.count > 0; ++f) {
                is_open = apply(facts_[f], wave->emulators[f], cutoff, care, rest) || is_open;
            }
        }
        if (!is_open) break;
    }
    for (std::size_t i = 0; i < rest.ids.size(); ++i) kept[rest.ids[i]] = rest.in[i];
}

std::vector<double> Sieve::measure(std::span<std::vector<double> const> points) const
{
    std::vector<double> worst(points.size(), 0.0);
    for (std::size_t begin = 0; begin < points.size(); begin += block_points) {
        std::size_t const size = std::min(block_points, points.size() - begin);
        measure_block(points.subspan(begin, size), std::span{worst}.subspan(begin, size));
    }
    return worst;
}

void Sieve::measure_block(std::span<std::vector<double> const> points, std::span<double> worst) const
{
    auto const terms = make_terms(points);
    for (auto const& wave : waves_) {
        for (std::size_t f = 0; f < facts_.size(); ++f) {
            Lane mean{}, variance{};
            wave.emulators[f].add_means(terms, mean);
            wave.emulators[f].add_variances(terms, variance);
            for (std::size_t i = 0; i < points.size(); ++i) {
                worst[i] = std::max(worst[i], implausibility(facts_[f], {mean[i], variance[i]}));
            }
        }
    }
}
}  // namespace concordat::calibration
