#include "models/learning/learning_rule.hpp"

#include <algorithm>

#include "sim/core/elementary.hpp"

namespace concordat::learning
{
void AdaptiveRule::weigh(std::span<double const> propensity, std::span<double> chance) const
{
    double const best = *std::max_element(propensity.begin(), propensity.end());
    auto const ties = static_cast<double>(std::count(propensity.begin(), propensity.end(), best));
    double const explored = params_.exploration.value() / static_cast<double>(propensity.size());
    double const exploited = (1.0 - params_.exploration.value()) / ties;
    for (std::size_t m = 0; m < chance.size(); ++m) chance[m] = explored + (propensity[m] == best ? exploited : 0.0);
}

void AdaptiveRule::learn(std::span<double const> payoff, std::size_t, double, std::span<double> propensity) const
{
    double const rate = params_.memory_rate.value();
    for (std::size_t m = 0; m < propensity.size(); ++m) propensity[m] += rate * (payoff[m] - propensity[m]);
}

double RothErevRule::initial_propensity(std::size_t levels) const
{
    return params_.initial_strength / static_cast<double>(levels);
}

void RothErevRule::weigh(std::span<double const> propensity, std::span<double> chance) const
{
    double sum = 0.0;
    for (double const strength : propensity) sum += strength;
    auto const levels = static_cast<double>(propensity.size());
    for (std::size_t m = 0; m < chance.size(); ++m) chance[m] = sum > 0.0 ? propensity[m] / sum : 1.0 / levels;
}

void RothErevRule::learn(std::span<double const> payoff, std::size_t chosen, double, std::span<double> propensity) const
{
    double const reward = std::max(payoff[chosen] - params_.lowest_payoff, 0.0);
    double const kept = 1.0 - params_.forgetting.value(), tried = params_.experimentation.value();
    bool const alone = propensity.size() == 1;
    double const others = alone ? 0.0 : reward * tried / (static_cast<double>(propensity.size()) - 1.0);
    for (std::size_t m = 0; m < propensity.size(); ++m) {
        propensity[m] = kept * propensity[m] + (m == chosen ? reward * (1.0 - tried) : others);
    }
}

void EwaRule::weigh(std::span<double const> propensity, std::span<double> chance) const
{
    double const best = *std::max_element(propensity.begin(), propensity.end());
    double sum = 0.0;
    for (std::size_t m = 0; m < chance.size(); ++m) {
        chance[m] = core::exp(params_.sensitivity * (propensity[m] - best));
        sum += chance[m];
    }
    for (double& share : chance) share /= sum;
}

void EwaRule::learn(std::span<double const> payoff, std::size_t chosen, double experience,
                    std::span<double> propensity) const
{
    double const forgone = params_.forgone_weight.value(), past = params_.persistence.value() * experience;
    double const now = gather(experience);
    for (std::size_t m = 0; m < propensity.size(); ++m) {
        double const weight = m == chosen ? 1.0 : forgone;
        propensity[m] = (past * propensity[m] + weight * payoff[m]) / now;
    }
}

double EwaRule::gather(double experience) const { return params_.experience.value() * experience + 1.0; }

std::unique_ptr<LearningRule> make_rule(RuleParams const& params)
{
    switch (params.kind) {
        case RuleKind::none: return nullptr;
        case RuleKind::adaptive: return std::make_unique<AdaptiveRule>(params.adaptive);
        case RuleKind::roth_erev: return std::make_unique<RothErevRule>(params.roth_erev);
        case RuleKind::ewa: return std::make_unique<EwaRule>(params.ewa);
    }
    return nullptr;
}
}  // namespace concordat::learning
