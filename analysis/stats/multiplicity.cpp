#include "analysis/stats/multiplicity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace concordat::stats
{
namespace
{
/// Positions of the tests, smallest p-value first; equal ones in their order.
std::vector<std::size_t> order_tests(std::span<double const> p_values)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i) {
        if (!std::isnan(p_values[i])) order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return p_values[a] < p_values[b]; });
    return order;
}

std::vector<double> no_tests(std::size_t count)
{
    return std::vector<double>(count, std::numeric_limits<double>::quiet_NaN());
}
}  // namespace

std::vector<double> adjust_benjamini_hochberg(std::span<double const> p_values)
{
    auto const order = order_tests(p_values);
    auto adjusted = no_tests(p_values.size());
    auto const tests = static_cast<double>(order.size());
    double smallest = 1;
    for (std::size_t k = order.size(); k-- > 0;) {
        smallest = std::min(smallest, p_values[order[k]] * tests / static_cast<double>(k + 1));
        adjusted[order[k]] = smallest;
    }
    return adjusted;
}

std::vector<double> adjust_holm(std::span<double const> p_values)
{
    auto const order = order_tests(p_values);
    auto adjusted = no_tests(p_values.size());
    double largest = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        largest = std::max(largest, std::min(1.0, p_values[order[k]] * static_cast<double>(order.size() - k)));
        adjusted[order[k]] = largest;
    }
    return adjusted;
}
}  // namespace concordat::stats
