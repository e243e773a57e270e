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

/// The points of a block that nothing has ruled out yet.
struct Rest
{
    Terms terms{};
    std::vector<std::size_t> ids{};  ///< [row] within the block

    [[nodiscard]] std::size_t size() const { return ids.size(); }
};

Rest select(Rest const& from, std::vector<std::size_t> const& rows)
{
    Rest out{Terms(static_cast<Index>(rows.size()), from.terms.cols()), {}};
    for (auto const row : rows) out.ids.push_back(from.ids[row]);
    for (Index t = 0; t < from.terms.cols(); ++t) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            out.terms(static_cast<Index>(i), t) = from.terms(static_cast<Index>(rows[i]), t);
        }
    }
    return out;
}

/// Rows whose implausibility is above the cutoff only if their variance is nearer to its lower bound.
std::vector<std::size_t> find_open(Fact const& fact, QuadraticEmulator const& emulator, Rest const& rest, double cutoff,
                                   Lane const& mean, std::array<char, block_points>& in)
{
    Lane most{};
    emulator.add_variance_bounds(rest.terms, most);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        in[i] = implausibility(fact, {mean[i], emulator.least_variance()}) <= cutoff ? 1 : 0;
        if (in[i] == 0 && implausibility(fact, {mean[i], most[i]}) <= cutoff) open.push_back(i);
    }
    return open;
}

/// Takes out what the fact rules out.
void apply(Fact const& fact, QuadraticEmulator const& emulator, double cutoff, Rest& rest)
{
    Lane mean{};
    std::array<char, block_points> in{};
    emulator.add_means(rest.terms, mean);
    auto const open = find_open(fact, emulator, rest, cutoff, mean, in);
    if (!open.empty()) {
        auto const unsure = select(rest, open);
        Lane variance{};
        emulator.add_variances(unsure.terms, variance);
        for (std::size_t i = 0; i < open.size(); ++i) {
            in[open[i]] = implausibility(fact, {mean[open[i]], variance[i]}) <= cutoff ? 1 : 0;
        }
    }
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < rest.size(); ++i) {
        if (in[i] != 0) rows.push_back(i);
    }
    if (rows.size() < rest.size()) rest = select(rest, rows);
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
    Rest rest{make_terms(points), std::vector<std::size_t>(points.size())};
    std::iota(rest.ids.begin(), rest.ids.end(), std::size_t{0});
    for (auto wave = waves_.rbegin(); wave != waves_.rend(); ++wave) {  // the latest rules out most of what it sees
        for (std::size_t f = 0; f < facts_.size() && rest.size() > 0; ++f) apply(facts_[f], wave->emulators[f], cutoff, rest);
    }
    for (auto const id : rest.ids) kept[id] = 1;
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
