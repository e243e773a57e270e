#pragma once

#include <memory>

#include "models/incentives/families.hpp"
#include "models/incentives/hearing.hpp"
#include "models/incentives/linear.hpp"
#include "models/incentives/pooled.hpp"
#include "models/incentives/prizes.hpp"
#include "models/incentives/pro_rata.hpp"
#include "models/incentives/single_rewards.hpp"
#include "models/incentives/tournament.hpp"
#include "models/state/scheme.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::incentives
{
/// Which rule turns measured performance into reward.
enum class SchemeKind { none, threshold, pro_rata, linear, pooled, tournament };
/// Whether the statutory indicators, which nobody chose, earn a reward.
enum class StatutoryReward { none, as_others };
/// Where a contest's prize fund comes from.
enum class PrizeFund
{
    per_target,          ///< the reward per target is the fund per contested target
    threshold_expected,  ///< the same total as the hit-or-miss rule is expected to pay on these targets
};

/// What partners know of their own later planning.
enum class ForesightKind
{
    plan,   ///< this year's plan counts as final
    exact,  ///< it will be revised whenever luck is known; hit or miss only
};

/// Settings of the reward grant (scenarios/parameters/incentives/*.yaml).
struct IncentiveParams
{
    SchemeKind scheme{};
    core::Pounds per_target{};        ///< [GBP/target] B
    StatutoryReward statutory{};
    core::Share honoured{};           ///< share of earned reward that is paid
    ProRataParams pro_rata{};
    LinearParams linear{};
    PooledParams pooled{};
    TournamentParams tournament{};
    PrizeFund prize_fund{};
    PrizeParams prize{};
    HearingParams hearing{};          ///< on bad luck of one area alone, in contests
    SingleRewardParams single{};      ///< beside the grant
    FamilyParams families{};          ///< who may win a say over the Government Office's policy
    ForesightKind foresight{};        ///< under the hit-or-miss rule
};

/// \param remaining [share] of the round left in each year
[[nodiscard]] std::unique_ptr<state::RewardScheme const> make_scheme(IncentiveParams const& params,
                                                                     std::vector<double> const& remaining);
}  // namespace concordat::incentives
