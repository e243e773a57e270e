#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::gaming
{
/// Where the reward rule has something to gain from a false report.
enum class RewardShape
{
    none,        ///< nothing is paid
    jump,        ///< all at the target
    pro_rata,    ///< a jump at the floor, then a slope to the cap
    slope,       ///< every unit counts
    contest,     ///< every unit counts where a contest is held, else all at the target
};

/// Settings of misreporting and audit (scenarios/parameters/gaming/*.yaml).
struct GamingParams
{
    core::Share manipulable{};       ///< share of indicators whose measurement can be manipulated; 0: nobody misreports
    double curvature_median{};       ///< [effort points per sigma^2] median of k over targets
    double curvature_spread{};       ///< s.d. of log k
    core::Share detection{};         ///< pi, probability that an audit finds a false report
    double penalty{};                ///< [share of the reward] P, due beside the loss of the reward
    core::Share trust_lost{};        ///< trust between area and centre lost per report that is found
    core::Pounds cost_per_target{};  ///< [GBP/target] of auditing one target in full
    core::Sigma bunching_window{};   ///< width of the bins just above and just below the target
    // Shared with delivery and incentives
    double effort_per_thousand{};    ///< [effort points per GBP thousand] of a reward of the size on offer
    RewardShape shape{};
    double floor{};                  ///< [share of the stretch] pro rata: where the jump is
    double cap{};                    ///< [share of the stretch] pro rata: where the slope ends
};
}  // namespace concordat::gaming
