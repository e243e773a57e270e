#include "models/scenario/bind_behaviour.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using behaviour::EffortRule;
using Name = std::string_view;

constexpr std::array rule_names{std::pair{Name{"equilibrium"}, EffortRule::equilibrium},
                                std::pair{Name{"adaptive"}, EffortRule::adaptive},
                                std::pair{Name{"aspiration"}, EffortRule::aspiration}};

using OwnRule = std::optional<EffortRule>;
constexpr std::array partners_names{std::pair{Name{"as_council"}, OwnRule{}},
                                    std::pair{Name{"equilibrium"}, OwnRule{EffortRule::equilibrium}},
                                    std::pair{Name{"adaptive"}, OwnRule{EffortRule::adaptive}},
                                    std::pair{Name{"aspiration"}, OwnRule{EffortRule::aspiration}}};
}  // namespace

behaviour::BehaviourParams bind_behaviour(config::ParameterReader& in)
{
    return {
        .effort = {.rule = in.choice("behaviour.effort.rule", rule_names),
                   .partners = in.choice("behaviour.effort.partners", partners_names),
                   .adjustment = in.number("behaviour.effort.adjustment"),
                   .shift = in.number("behaviour.effort.shift"),
                   .own_pull = in.number("behaviour.effort.own_pull"),
                   .comparators = in.integer("behaviour.effort.comparators"),
                   .comparator_pull = in.number("behaviour.effort.comparator_pull")},
        .calendar = {.lag = in.number("behaviour.calendar.lag"),
                     .partners_later = in.number("behaviour.calendar.partners_later"),
                     .change_over = in.number("behaviour.calendar.change_over")},
        .innovation = {.rate = in.number("behaviour.innovation.rate"),
                       .gain = in.number("behaviour.innovation.gain"),
                       .ring_fence = in.number("delivery.budgets.ring_fence")},
    };
}
}  // namespace concordat::scenario
