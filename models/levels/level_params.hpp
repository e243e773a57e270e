#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::levels
{
/// What the two sides bring to the talks (scenarios/parameters/levels/bargaining.yaml).
struct LevelParams
{
    core::Sigma local_offer{};       ///< S_L: stretch that the council offers
    core::Sigma evidence_demand{};   ///< S_ev: stretch that the centre asks for on the evidence
    core::Share centre_weight{};     ///< tau_t: the centre's weight on levels
    core::Share rounding_up{};       ///< p_arb: probability that the demand is made tidy
    double rounding_factor{};        ///< arb, >= 1
    core::Sigma understatement{};    ///< sb0: hidden by a council that shares and trusts nothing
    core::Share evidence_quality{};  ///< eq
    double standard_controllability{};  ///< [sigma per effort point] at which stretches are stated
};

enum class ProtocolKind
{
    nash,                ///< weighted split between offer and demand
    alternating_offers,  ///< Rubinstein, or with a last offer
    double_auction,      ///< private limits
    dictator,            ///< one side decides
    concession,          ///< month by month, both give way
    same_percentage,     ///< one percentage of the baseline for all
};

enum class Side
{
    council,
    centre,
};

/// How the talks go (protocol.yaml, same_percentage.yaml).
struct LevelProtocolParams
{
    ProtocolKind kind{};
    Side dictator{};            ///< who decides under `dictator`
    Side first_offer{};         ///< who opens under `alternating_offers`
    double council_patience{};  ///< [factor] worth to the council of the same level one offer later
    double centre_patience{};   ///< [factor] likewise
    int offers{};               ///< [offers] that can be made; 0: without end
    int months{};               ///< [months] until the deadline, at most `most_months`
    double boulware{};          ///< b: below 1 concessions come late
    core::Share percentage{};   ///< g: part of the baseline to be got rid of
    core::Sigma baseline{};     ///< mean y0: distance of an ordinary area from a problem solved
    core::Sigma baseline_per_need{};  ///< rise of y0 with one s.d. of need
    core::Sigma least_stretch{};      ///< of a target that the percentage would put below the announced trend
};

/// All that decides levels (scenarios/parameters/levels/*.yaml except refresh.yaml).
struct LevelTalksParams
{
    LevelParams bargaining{};
    LevelProtocolParams protocol{};
    core::Sigma council_limit{};  ///< t_L: stretch above which the council does not go; infinite: none
    core::Share centre_least{};   ///< part of its demand below which the centre does not go; 0: none
    bool wait_for_baseline{};     ///< an item without a baseline gets no level before the refresh
    double placeholder_weight{};  ///< [factor] on the pull of an item without a level; neutral 1
    double kept_shortfall{};      ///< [share] of what the ratchet leaves of the last target's shortfall; neutral 0
    double ratchet_weight{};      ///< [share] lambda_r: of the last result above target that enters the next target
    double foreseen_ratchet{};    ///< [share] 1 - F: of a reward that harder targets will take back
    core::Sigma foresight_understatement{};  ///< sb_r: hidden where harder targets would take back everything
    bool bottom_up{};             ///< national targets are sums of local offers plus a challenge
    core::Sigma challenge{};      ///< the challenge
};
}  // namespace concordat::levels
