#include "models/incentives/order_statistics.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/quadrature.hpp"

namespace concordat::incentives
{
WinChance::WinChance(int contestants, int prizes, double own_spread, double rival_spread) : own_spread_{own_spread}
{
    core::require(prizes >= 1 && prizes < contestants, "a contest needs 1 <= prizes < contestants");
    core::require(own_spread > 0.0 && rival_spread > 0.0, "a contest needs positive spreads");
    // The marginal rival's value narrows as 1/sqrt(n); absolute error below 1e-12 up to n = 150.
    constexpr double nodes_for_thirty = 160.0;
    int const node_count = static_cast<int>(nodes_for_thirty * std::sqrt(std::max(1.0, contestants / 30.0)));
    constexpr double half_width = 8.5;  // [s.d.] mass outside is below 1e-16 per rival
    auto const rule = core::make_gauss_legendre(node_count, -half_width, half_width);
    double log_constant = 0.0;  // log of (n-1)! / ((n-1-k)! (k-1)!)
    for (int i = contestants - prizes; i <= contestants - 1; ++i) log_constant += core::log(i);
    for (int i = 1; i <= prizes - 1; ++i) log_constant -= core::log(i);
    double total = 0.0;
    for (std::size_t i = 0; i < rule.nodes.size(); ++i) {
        double const x = rule.nodes[i];
        double const log_density = log_constant + (contestants - 1 - prizes) * core::log(core::normal_cdf(x)) +
                                   (prizes - 1) * core::log(core::normal_cdf(-x));
        double const weight = rule.weights[i] * core::exp(log_density) * core::normal_pdf(x);
        mark_.push_back(rival_spread * x);
        weight_.push_back(weight);
        total += weight;
    }
    for (double& weight : weight_) weight /= total;
}

double WinChance::probability(double lead) const
{
    double sum = 0.0;
    for (std::size_t i = 0; i < mark_.size(); ++i) {
        sum += weight_[i] * core::normal_cdf((lead - mark_[i]) / own_spread_);
    }
    return sum;
}

double WinChance::slope(double lead) const
{
    double sum = 0.0;
    for (std::size_t i = 0; i < mark_.size(); ++i) {
        sum += weight_[i] * core::normal_pdf((lead - mark_[i]) / own_spread_);
    }
    return sum / own_spread_;
}

double WinChance::curvature(double lead) const
{
    double sum = 0.0;
    for (std::size_t i = 0; i < mark_.size(); ++i) {
        double const z = (lead - mark_[i]) / own_spread_;
        sum -= weight_[i] * z * core::normal_pdf(z);
    }
    return sum / (own_spread_ * own_spread_);
}
}  // namespace concordat::incentives
