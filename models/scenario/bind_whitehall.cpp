#include "models/scenario/bind_whitehall.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using whitehall::GatekeepingKind;
constexpr std::array<std::pair<std::string_view, GatekeepingKind>, 2> gatekeeping_kinds{
    {{"given", GatekeepingKind::given}, {"from_psa_layer", GatekeepingKind::from_psa_layer}}};

whitehall::DepartmentParams bind_departments(config::ParameterReader& in)
{
    return {
        .capability_spread = in.number("whitehall.departments.capability_spread"),
        .late_demand_slope = in.number("whitehall.departments.late_demand_slope"),
        .placeholder_slope = in.number("whitehall.departments.placeholder_slope"),
        .noise_slope = in.number("whitehall.departments.noise_slope"),
        .leverage_weight = in.share("whitehall.departments.leverage_weight"),
        .uniformity = in.share("whitehall.departments.uniformity"),
        .network = in.share("whitehall.network.strength"),
    };
}

whitehall::GatekeepingParams bind_gatekeeping(config::ParameterReader& in)
{
    return {
        .kind = in.choice("whitehall.gatekeeping.kind", gatekeeping_kinds),
        .given = in.share("demands.asks.gatekeeping"),
        .starting = in.share("whitehall.gatekeeping.starting"),
        .corporate_board = in.share("whitehall.gatekeeping.corporate_board"),
        .government_offices = in.share("whitehall.gatekeeping.government_offices"),
    };
}
}  // namespace

whitehall::WhitehallParams bind_whitehall(config::ParameterReader& in)
{
    return {
        .departments = bind_departments(in),
        .effort = {.others_weight = in.share("whitehall.effort.others_weight"),
                   .agreement_weight = in.number("whitehall.effort.agreement_weight"),
                   .guidance_gain = in.number("whitehall.effort.guidance_gain"),
                   .support_gain = in.number("whitehall.effort.support_gain")},
        .advice = {.coverage = in.share("whitehall.advice.coverage"),
                   .coordination = in.share("whitehall.advice.coordination")},
        .boards = {.reveal = in.share("whitehall.boards.reveal"),
                   .trade = in.share("whitehall.boards.trade"),
                   .known_beforehand = in.share("whitehall.network.conflicts_known")},
        .ministers = {.authority = in.share("whitehall.ministers.authority"),
                      .announcement_damping = in.share("whitehall.ministers.announcement_damping")},
        .pool = {.size = in.share("whitehall.pool.size"),
                 .discretionary_share = in.share("whitehall.pool.discretionary_share"),
                 .key_cost = in.number("whitehall.pool.key_cost"),
                 .key_belief = in.share("whitehall.pool.key_belief")},
        .gatekeeping = bind_gatekeeping(in),
        .common_agency = {.enabled = in.flag("whitehall.common_agency.enabled"),
                          .risk = in.number("whitehall.common_agency.risk"),
                          .min_share = in.share("whitehall.common_agency.min_share")},
        .parliament = {.scrutiny = in.number("whitehall.parliament.scrutiny")},
        .named_spillover_scale = in.number("population.spillovers.named_scale"),
    };
}
}  // namespace concordat::scenario
