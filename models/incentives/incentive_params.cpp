#include "models/incentives/incentive_params.hpp"

#include "models/incentives/foresight.hpp"
#include "models/incentives/none.hpp"
#include "models/incentives/threshold.hpp"
#include "sim/core/check.hpp"

namespace concordat::incentives
{
std::unique_ptr<state::RewardScheme const> make_scheme(IncentiveParams const& params,
                                                       std::vector<double> const& remaining)
{
    switch (params.scheme) {
        case SchemeKind::none: return std::make_unique<NoReward>();
        case SchemeKind::threshold:
            if (params.foresight == ForesightKind::exact) return std::make_unique<Foresight>();
            return std::make_unique<Threshold>();
        case SchemeKind::pro_rata: return std::make_unique<ProRata>(params.pro_rata);
        case SchemeKind::linear: return std::make_unique<Linear>(params.linear);
        case SchemeKind::pooled: return std::make_unique<Pooled>(params.pooled);
        case SchemeKind::tournament: {
            TournamentParams contest = params.tournament;
            contest.remaining = remaining;
            return std::make_unique<Tournament>(contest, std::make_unique<Threshold>());
        }
    }
    core::require(false, "unknown reward scheme");
    return nullptr;
}
}  // namespace concordat::incentives
