#include "models/selection/signing.hpp"

#include <algorithm>
#include <functional>

#include "sim/core/lanes.hpp"

namespace concordat::selection
{
namespace
{
using core::Lanes;

/// Two packets at a time, whose sums do not wait for one another.
int count_above(std::span<double const> values, double bar)
{
    constexpr std::size_t step = 2 * core::lane_count;
    Lanes first = 0.0, second = 0.0;
    std::size_t k = 0;
    for (; k + step <= values.size(); k += step) {
        Lanes const low{&values[k], std::experimental::element_aligned};
        Lanes const high{&values[k + core::lane_count], std::experimental::element_aligned};
        first += core::select(low > bar, Lanes{1.0}, Lanes{0.0});
        second += core::select(high > bar, Lanes{1.0}, Lanes{0.0});
    }
    int above = static_cast<int>(std::experimental::reduce(first + second));  // whole numbers: exact in any order
    for (; k < values.size(); ++k) above += values[k] > bar ? 1 : 0;
    return above;
}
}  // namespace

void resize_agreement(int areas, int indicators, ItemLists const& lists, int cap, state::Agreement& agreement)
{
    auto const padded = static_cast<Eigen::Index>(core::padded(static_cast<std::size_t>(areas)));
    auto const slots = static_cast<Eigen::Index>(lists.statutory.size()) +
                       std::min<Eigen::Index>(cap, static_cast<Eigen::Index>(lists.candidates.size()));
    agreement.selected.resize(padded, indicators);
    agreement.item.resize(padded, slots);
    agreement.imposed.resize(padded, slots);
    agreement.placeholder.resize(padded, slots);
    agreement.count.resize(static_cast<std::size_t>(padded));
    agreement.statutory.resize(static_cast<std::size_t>(padded));
    agreement.forced.resize(static_cast<std::size_t>(padded));
    clear_agreement(agreement);
}

void clear_agreement(state::Agreement& agreement)
{
    agreement.selected.setZero();
    agreement.item.setConstant(-1);
    agreement.imposed.setZero();
    agreement.placeholder.setZero();
    for (auto* count : {&agreement.count, &agreement.statutory, &agreement.forced}) {
        std::fill(count->begin(), count->end(), 0);
    }
}

void sign_agreement(int area, ItemLists const& lists, std::span<int const> chosen, std::span<std::uint8_t const> forced,
                    state::Agreement& agreement)
{
    int slot = 0;
    auto const enter = [&](int indicator) {
        agreement.item(area, slot) = indicator;
        agreement.selected(area, indicator) = 1;
    };
    for (int const indicator : lists.statutory) {
        enter(indicator);
        ++slot;
    }
    agreement.statutory[area] = slot;
    for (int const k : chosen) {
        enter(lists.candidates[k]);
        agreement.imposed(area, slot) = forced[k];
        agreement.forced[area] += forced[k];
        ++slot;
    }
    agreement.count[area] = slot;
}

void mark_missing_baselines(state::Population const& population, state::Agreement& agreement)
{
    for (int slot = 0; slot < agreement.max_slots(); ++slot) {
        for (Eigen::Index area = 0; area < agreement.item.rows(); ++area) {
            int const item = agreement.item(area, slot);
            if (item >= 0 && population.missing_baseline[item] != 0) agreement.placeholder(area, slot) = 1;
        }
    }
}

void mark_best(std::span<double const> values, int places, std::vector<double>& scratch, std::vector<std::uint8_t>& out)
{
    auto const count = static_cast<int>(values.size());
    std::fill(out.begin(), out.end(), std::uint8_t{places >= count});
    if (places <= 0 || places >= count) return;
    double low = *std::min_element(values.begin(), values.end());
    double high = *std::max_element(values.begin(), values.end());
    // Halving finds a gap between neighbours within some ten passes; equal neighbours have none.
    for (int pass = 0; pass < 20; ++pass) {
        double const middle = 0.5 * (low + high);
        int const above = count_above(values, middle);
        if (above == places) {
            for (int k = 0; k < count; ++k) out[k] = values[k] > middle;
            return;
        }
        (above > places ? low : high) = middle;
    }
    scratch.assign(values.begin(), values.end());
    auto const last = scratch.begin() + (places - 1);
    std::nth_element(scratch.begin(), last, scratch.end(), std::greater<>{});
    double const cut = *last;
    int ties = places;
    for (auto at = scratch.begin(); at != last; ++at) ties -= *at > cut ? 1 : 0;
    for (int k = 0; k < count; ++k) {
        bool const tied = values[k] == cut && ties > 0;
        ties -= tied ? 1 : 0;
        out[k] = values[k] > cut || tied;
    }
}
}  // namespace concordat::selection
