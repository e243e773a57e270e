#include "sim/core/bargaining.hpp"

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::core
{
double rubinstein_share(double own_discount, double other_discount)
{
    require(own_discount * other_discount < 1.0, "somebody loses by delay");
    return (1.0 - other_discount) / (1.0 - own_discount * other_discount);
}

double finite_horizon_share(double own_discount, double other_discount, int offers)
{
    require(offers >= 1, "somebody makes an offer");
    // From the last offer backwards: the one who answers is left with what waiting would bring.
    double share = 1.0;
    for (int left = 2; left <= offers; ++left) {
        bool const own_turn = (offers - left) % 2 == 0;
        share = 1.0 - (own_turn ? other_discount : own_discount) * share;
    }
    return share;
}

double opening_share(double own_discount, double other_discount, int offers)
{
    return offers == 0 ? rubinstein_share(own_discount, other_discount)
                       : finite_horizon_share(own_discount, other_discount, offers);
}

double concession_time(double overclaim, double room, double exponent)
{
    constexpr double never = 2.0;
    if (room < 0.0) return never;
    if (overclaim <= 0.0) return 0.0;
    return pow(overclaim / (overclaim + room), exponent);
}

Trade trade_sealed(double most, double least, double width)
{
    double const bid = 2.0 / 3.0 * most + width / 12.0;
    double const ask = 2.0 / 3.0 * least + width / 4.0;
    if (bid < ask) return {};
    return {true, 0.5 * (bid + ask)};
}

Trade trade_with_evidence(double most, double least)
{
    if (most < least) return {};
    return {true, 0.5 * (most + least)};
}

double sealed_trade_probability(double evidence) { return evidence / 2.0 + (1.0 - evidence) * 9.0 / 32.0; }
double sealed_trade_gain(double evidence) { return evidence / 6.0 + (1.0 - evidence) * 9.0 / 64.0; }
}  // namespace concordat::core
