#pragma once

#include <array>

#include "models/population/evolution.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::population
{
/// Councils' capability (scenarios/parameters/population/capability.yaml).
struct CapabilityParams
{
    double mean{};                        ///< [s.d.] of cap_i where deprivation is ordinary
    double deprivation_correlation{};     ///< correlation of cap_i with z_i, in [-1, 1]
    std::array<double, 4> class_cuts{};   ///< [s.d.] ascending cuts into the five inspection classes
    double productivity_slope{};          ///< g_a: productivity is exp(g_a cap_i)
};

/// What areas bring to joint work (relations.yaml).
struct RelationsParams
{
    double buy_in_mean{};             ///< [factor]
    double buy_in_spread{};           ///< [factor] s.d.
    double buy_in_lowest{};           ///< [factor] clipped below
    double buy_in_highest{};          ///< [factor] clipped above
    core::Share trust_mean{};         ///< between area and centre
    core::Share trust_spread{};       ///< s.d.
    core::Share cooperation_mean{};   ///< between partners
    core::Share cooperation_spread{}; ///< s.d.
};

/// Weight of the centre at the table and the cost of a slot (bargaining.yaml).
struct BargainingParams
{
    core::Share centre_weight{};          ///< tau, mean
    core::Share centre_weight_spread{};   ///< sd_tau
    core::Share centre_weight_lowest{};   ///< clipped below
    core::Share centre_weight_highest{};  ///< clipped above
    core::Share mediation{};              ///< med, how strongly a broker works
    core::Share mediation_pull{};         ///< share of the way to .5 under full mediation
    core::Share champion_share{};         ///< of areas
    double champion_shift{};              ///< [share] change of tau where a champion works
    double slot_cost{};                   ///< [s.d. of value] c_mu; -inf: every item is worth a slot
    double slot_cost_spread{};            ///< [s.d. of value] c_sd
};

/// What the national indicators are like (indicators.yaml).
struct IndicatorParams
{
    double controllability_mean{};      ///< [sigma per effort point]
    double controllability_spread{};    ///< [sigma per effort point] s.d.
    double controllability_lowest{};    ///< [sigma per effort point] clipped below
    double controllability_highest{};   ///< [sigma per effort point] clipped above
    double perception_controllability{};///< [factor] on perception indicators
    core::Sigma noise{};                ///< s.d. of the unexplained change over the round
    core::Sigma perception_noise{};     ///< the same for perception indicators
    core::Sigma common_spread{};        ///< r.m.s. over indicators of what the common factors move
    double distortion_mean{};           ///< [degree] theta_j
    double distortion_highest{};        ///< [degree]
    core::Share lag_one{};              ///< of indicators that respond a year after effort
    core::Share lag_two{};              ///< of indicators that respond two years after
    core::Share missing_baseline{};     ///< of indicators outside the Place Survey
    core::Share top_down{};             ///< of indicators with an imposed national trajectory
    core::Sigma national_gain_lowest{}; ///< G_nat
    core::Sigma national_gain_highest{};
};

/// Where areas stand and where they would go by themselves (need_and_trend.yaml).
struct NeedAndTrendParams
{
    double deprivation_loading{};    ///< correlation of need with deprivation, in [0, 1]
    core::Sigma trend_mean{};        ///< per round, mean over indicators of mu_j
    core::Sigma trend_mean_spread{}; ///< per round, s.d. over indicators of mu_j
    core::Sigma trend_spread{};      ///< per round, s.d. over areas of x_ij
};

/// What a sigma is worth to society (social_value.yaml).
struct SocialValueParams
{
    core::Pounds median{};  ///< per sigma and 100,000 residents
    double log_spread{};    ///< [log] s.d.
};

/// How gains on one indicator move another (spillovers.yaml).
struct SpilloverParams
{
    core::Share density{};  ///< of ordered pairs
    double smallest{};      ///< [sigma per sigma]
    double largest{};       ///< [sigma per sigma]
    double named_scale{};   ///< [factor] on the spillovers that the pack names
};

/// What an area's gains do to the areas around it, on subjects that cross borders (spillovers.yaml).
struct BorderParams
{
    core::Share share{};  ///< of a gain that reaches them, all together
    int areas{3};         ///< [areas] around that it reaches, each as much
};

struct PopulationParams
{
    CapabilityParams capability{};
    RelationsParams relations{};
    BargainingParams bargaining{};
    IndicatorParams indicators{};
    NeedAndTrendParams need_and_trend{};
    SocialValueParams social_value{};
    SpilloverParams spillovers{};
    BorderParams border{};
    EvolutionParams evolution{};
};
}  // namespace concordat::population
