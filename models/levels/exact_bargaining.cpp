#include "models/levels/exact_bargaining.hpp"

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::levels
{
double rubinstein_share(double own_discount, double other_discount)
{
    core::require(own_discount * other_discount < 1.0, "somebody loses by delay");
    return (1.0 - other_discount) / (1.0 - own_discount * other_discount);
}

double finite_horizon_share(double own_discount, double other_discount, int offers)
{
    core::require(offers >= 1, "somebody makes an offer");
    // From the last offer backwards: the one who answers is left with what waiting would bring.
    double share = 1.0;
    for (int left = 2; left <= offers; ++left) {
        bool const own_turn = (offers - left) % 2 == 0;
        share = 1.0 - (own_turn ? other_discount : own_discount) * share;
    }
    return share;
}

double concession_time(double overclaim, double room, double exponent)
{
    constexpr double never = 2.0;
    if (room < 0.0) return never;
    if (overclaim <= 0.0) return 0.0;
    return core::pow(overclaim / (overclaim + room), exponent);
}

Trade double_auction(double tolerance, double least)
{
    double const bid = 2.0 / 3.0 * tolerance + 1.0 / 12.0;
    double const ask = 2.0 / 3.0 * least + 1.0 / 4.0;
    if (bid < ask) return {};
    return {true, 0.5 * (bid + ask)};
}

Trade trade_with_evidence(double tolerance, double least)
{
    if (tolerance < least) return {};
    return {true, 0.5 * (tolerance + least)};
}

double double_auction_probability(double evidence) { return evidence / 2.0 + (1.0 - evidence) * 9.0 / 32.0; }
double double_auction_gain(double evidence) { return evidence / 6.0 + (1.0 - evidence) * 9.0 / 64.0; }
}  // namespace concordat::levels
