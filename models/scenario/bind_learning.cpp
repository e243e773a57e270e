#include "models/scenario/bind_learning.hpp"

#include <array>
#include <string_view>
#include <utility>

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using learning::CooperationDynamics;
using learning::PracticeVisibility;
using learning::ProductivityLearning;
using learning::RuleKind;
using Name = std::string_view;

constexpr std::array dynamics_names{std::pair{Name{"fixed"}, CooperationDynamics::fixed},
                                    std::pair{Name{"types"}, CooperationDynamics::types}};
constexpr std::array productivity_names{std::pair{Name{"none"}, ProductivityLearning::none},
                                        std::pair{Name{"fixed_gain"}, ProductivityLearning::fixed_gain},
                                        std::pair{Name{"kalman"}, ProductivityLearning::kalman}};
constexpr std::array visibility_names{std::pair{Name{"after_a_year"}, PracticeVisibility::after_a_year},
                                      std::pair{Name{"at_once"}, PracticeVisibility::at_once}};
constexpr std::array rule_names{std::pair{Name{"none"}, RuleKind::none},
                                std::pair{Name{"adaptive"}, RuleKind::adaptive},
                                std::pair{Name{"roth_erev"}, RuleKind::roth_erev},
                                std::pair{Name{"ewa"}, RuleKind::ewa}};

learning::TrustParams bind_trust(config::ParameterReader& in)
{
    return {
        .rate = in.share("learning.trust.rate"),
        .choice_weight = in.number("learning.trust.choice_weight"),
        .calm_weight = in.number("learning.trust.calm_weight"),
        .evidence_weight = in.number("learning.trust.evidence_weight"),
        .honour_weight = in.number("learning.trust.honour_weight"),
        .champion_weight = in.number("learning.trust.champion_weight"),
        .yearly_gain = in.share("learning.trust.yearly_gain"),
        .partner_start = in.share("learning.trust.partner_start"),
        .partner_rate = in.share("learning.trust.partner_rate"),
        .partner_weight = in.share("learning.trust.partner_weight"),
    };
}

learning::CooperationParams bind_cooperation(config::ParameterReader& in)
{
    return {
        .dynamics = in.choice("learning.cooperation.dynamics", dynamics_names),
        .conditional = in.share("learning.cooperation.conditional"),
        .free_riding = in.share("learning.cooperation.free_riding"),
        .hump_shaped = in.share("learning.cooperation.hump_shaped"),
        .slope = in.number("learning.cooperation.slope"),
        .belief_rate = in.share("learning.cooperation.belief_rate"),
        .visible = in.share("learning.cooperation.visible"),
        .restart = in.share("learning.cooperation.restart"),
        .belief_gain = in.share("learning.cooperation.belief_gain"),
        .gain_after = in.integer("learning.cooperation.gain_after"),
    };
}

learning::BuyInParams bind_buy_in(config::ParameterReader& in)
{
    return {
        .rate = in.share("learning.buy_in.rate"),
        .base = in.number("learning.buy_in.base"),
        .hit_weight = in.number("learning.buy_in.hit_weight"),
        .lowest = in.number("population.relations.buy_in_lowest"),
        .highest = in.number("population.relations.buy_in_highest"),
    };
}

learning::PaymentParams bind_payment(config::ParameterReader& in)
{
    return {
        .start = in.share("delivery.motives.payment_belief"),
        .rate = in.share("learning.payment.rate"),
    };
}

learning::ProductivityParams bind_productivity(config::ParameterReader& in)
{
    return {
        .rule = in.choice("learning.productivity.rule", productivity_names),
        .spread = in.number("learning.productivity.spread"),
        .gain = in.share("learning.productivity.gain"),
        .noise = in.sigma("learning.productivity.noise"),
        .drift = in.number("learning.productivity.drift"),
        .lowest = in.number("learning.productivity.lowest"),
        .highest = in.number("learning.productivity.highest"),
    };
}

learning::DiffusionParams bind_diffusion(config::ParameterReader& in)
{
    return {
        .copying = in.share("learning.diffusion.copying"),
        .adaptation_loss = in.share("learning.diffusion.adaptation_loss"),
        .distance_decay = in.number("learning.diffusion.distance_decay"),
        .region_look = in.share("learning.diffusion.region_look"),
        .library_look = in.share("learning.diffusion.library_look"),
        .trial_rate = in.number("learning.diffusion.trial_rate"),
        .trial_step = in.number("learning.diffusion.trial_step"),
        .highest = in.number("learning.diffusion.highest"),
        .visibility = in.choice("learning.diffusion.visibility", visibility_names),
        .fence_drag = in.share("learning.diffusion.fence_drag"),
        .uniformity_drag = in.share("learning.diffusion.uniformity_drag"),
        .ring_fence = in.share("delivery.budgets.ring_fence"),
    };
}

learning::RuleParams bind_rule(config::ParameterReader& in)
{
    return {
        .kind = in.choice("learning.habits.rule", rule_names),
        .adaptive = {.memory_rate = in.share("learning.habits.adaptive_memory"),
                     .exploration = in.share("learning.habits.adaptive_exploration")},
        .roth_erev = {.forgetting = in.share("learning.habits.roth_erev_forgetting"),
                      .experimentation = in.share("learning.habits.roth_erev_experimentation"),
                      .initial_strength = in.number("learning.habits.roth_erev_strength"),
                      .lowest_payoff = in.number("learning.habits.roth_erev_lowest_payoff")},
        .ewa = {.persistence = in.share("learning.habits.ewa_persistence"),
                .experience = in.share("learning.habits.ewa_experience"),
                .forgone_weight = in.share("learning.habits.ewa_forgone"),
                .sensitivity = in.number("learning.habits.ewa_sensitivity")},
    };
}

learning::HabitParams bind_habits(config::ParameterReader& in)
{
    return {
        .rule = bind_rule(in),
        .level = {in.number("learning.habits.low_level"), in.number("learning.habits.middle_level"),
                  in.number("learning.habits.high_level")},
    };
}
}  // namespace

LearningGroup bind_learning(config::ParameterReader& in)
{
    return {
        .trust = bind_trust(in),
        .cooperation = bind_cooperation(in),
        .buy_in = bind_buy_in(in),
        .payment = bind_payment(in),
        .productivity = bind_productivity(in),
        .diffusion = bind_diffusion(in),
        .habits = bind_habits(in),
    };
}
}  // namespace concordat::scenario
