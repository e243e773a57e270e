#include "analysis/stats/concentration.hpp"

#include <algorithm>
#include <functional>

#include "analysis/stats/summary.hpp"
#include "sim/core/check.hpp"

namespace concordat::stats
{
std::vector<double> accumulate_shares(std::vector<double> values)
{
    std::sort(values.begin(), values.end(), std::greater<>{});
    double sum = 0.0;
    for (auto& value : values) value = sum += value;
    for (auto& value : values) value /= sum;
    return values;
}

double sum_squared_shares(std::vector<double> const& values)
{
    double sum = 0.0;
    double squares = 0.0;
    for (double const value : values) {
        sum += value;
        squares += value * value;
    }
    return squares / (sum * sum);
}

std::size_t count_outside(std::vector<double> const& curve, std::vector<std::vector<double>> const& curves)
{
    std::size_t outside = 0;
    for (std::size_t k = 0; k < curve.size(); ++k) {
        std::vector<double> there;
        for (auto const& one : curves) {
            core::require(one.size() == curve.size(), "curves have as many places");
            there.push_back(one[k]);
        }
        auto const simulated = summarise(there);
        if (!(simulated.low <= curve[k] && curve[k] <= simulated.high)) ++outside;
    }
    return outside;
}
}  // namespace concordat::stats
