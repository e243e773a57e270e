#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// Common factors that move many indicators at once, in the order of `Population::loading`.
enum class CommonFactor { recession, media, other };
inline constexpr int common_factor_count = 3;

/// What one replicate draws about areas and indicators before anyone acts. Reused between
/// replicates without allocating. A = padded areas, J = indicators.
struct Population
{
    // Areas
    PerArea deprivation{};     ///< [s.d.] z_i
    PerArea capability{};      ///< [s.d.] cap_i
    std::vector<int> cpa_class{};  ///< 0 poor, 1 weak, 2 fair, 3 good, 4 excellent; per area
    PerArea productivity{};    ///< [factor] exp(g_a cap_i)
    PerArea buy_in{};          ///< [factor] b_i in [.3, 1.5]
    PerArea trust{};           ///< [share] tr_i between area and centre
    PerArea cooperation{};     ///< [share] coop_i of the partners
    PerArea centre_weight{};   ///< [share] tau_i, bargaining weight of the centre
    PerArea slot_cost{};       ///< [s.d. of value] c_i
    std::vector<std::uint8_t> champion{};  ///< 1 where a negotiation champion works, per padded area
    // Indicators
    PerIndicator controllability{};  ///< [sigma per effort point] a_j
    PerIndicator noise{};            ///< [sigma] sigma_j, idiosyncratic s.d. over the round
    PerIndicator trend_mean{};       ///< [sigma per round] mu_j
    PerIndicator trend_spread{};     ///< [sigma] s.d. of x_ij over areas
    PerIndicator cos_distortion{};   ///< cos theta_j: true gain per unit of measured motivation
    PerIndicator sin_distortion{};   ///< sin theta_j
    PerIndicator social_value{};     ///< [GBP per sigma per 100,000 residents] V_j
    PerIndicator relative_value{};   ///< V_j / mean V
    PerIndicator salience_known{};   ///< [s.d. of value] PSA bonus and covariates: on both sides' values
    PerIndicator salience_rest{};    ///< [s.d. of value] residual, loaded by phi_c on the centre
    std::vector<std::uint8_t> missing_baseline{};  ///< per indicator
    std::vector<std::uint8_t> top_down{};          ///< per indicator: a national trajectory is imposed
    PerIndicator national_gain{};    ///< [sigma] G_nat,j, used where top_down
    std::vector<int> lag{};          ///< [years] until effort shows, 0 to 2; empty: none has any
    std::array<PerIndicator, common_factor_count> loading{};  ///< [sigma per s.d. of the factor]
    /// Sparse spillovers, grouped by receiving indicator: entries begin[j] .. begin[j + 1].
    struct SpilloverMatrix
    {
        std::vector<int> begin{};
        std::vector<int> from{};
        std::vector<double> value{};    ///< [sigma per sigma]
        std::vector<double> uniform{};  ///< room for one receiver's draws
    } spillovers{};
    // Areas x indicators, shape [A, J]
    AreaTable need{};   ///< [s.d.] N_ij
    AreaTable trend{};  ///< [sigma per round] x_ij
};
}  // namespace concordat::state
