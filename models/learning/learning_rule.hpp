#pragma once

#include <cstddef>
#include <memory>
#include <span>

#include "sim/core/quantity.hpp"

namespace concordat::learning
{
enum class RuleKind { none, adaptive, roth_erev, ewa };

/// Best reply to a running mean of payoffs.
struct AdaptiveParams
{
    core::Share memory_rate{};  ///< weight of the latest payoff; 1: best reply to the last payoffs alone
    core::Share exploration{};  ///< chance of trying any level
};

struct RothErevParams
{
    core::Share forgetting{};       ///< phi
    core::Share experimentation{};  ///< eps, of a payoff that strengthens the levels not chosen
    double initial_strength{};      ///< [payoffs] s(1), sum of the propensities at the start
    double lowest_payoff{};         ///< [payoff] that counts as zero: strengths cannot be negative
};

struct EwaParams
{
    core::Share persistence{};     ///< phi, of attractions
    core::Share experience{};      ///< rho, of the weight of the past
    core::Share forgone_weight{};  ///< delta, of payoffs of levels that were not chosen
    double sensitivity{};          ///< lambda, of choice to attraction
};

/// How somebody chooses among levels of a habit and learns from payoffs: theories of behaviour that
/// can be exchanged for one another. Any number of levels; acts on one learner.
/// Source: docs/methods/learning.md.
class LearningRule
{
  public:
    LearningRule() = default;
    LearningRule(LearningRule const&) = delete;
    LearningRule& operator=(LearningRule const&) = delete;
    virtual ~LearningRule() = default;

    /// Strength of every level before anything was learned. \param levels [count]
    [[nodiscard]] virtual double initial_propensity(std::size_t levels) const = 0;
    /// Chance of every level.
    virtual void weigh(std::span<double const> propensity, std::span<double> chance) const = 0;
    /// \param payoff of every level: realised for the chosen one, forgone for the others
    /// \param experience discounted number of rounds before this one
    virtual void learn(std::span<double const> payoff, std::size_t chosen, double experience,
                       std::span<double> propensity) const = 0;
    /// Experience after one more round.
    [[nodiscard]] virtual double gather(double experience) const { return experience + 1.0; }
};

/// Fictitious play with a fading memory: mean <- mean + rate (payoff - mean), then the best level,
/// ties shared, with some exploration.
/// Source: Fudenberg and Levine (1998), The Theory of Learning in Games, chapter 2.
class AdaptiveRule final : public LearningRule
{
  public:
    explicit AdaptiveRule(AdaptiveParams const& params) : params_{params} {}
    [[nodiscard]] double initial_propensity(std::size_t) const override { return 0.0; }
    void weigh(std::span<double const> propensity, std::span<double> chance) const override;
    void learn(std::span<double const> payoff, std::size_t chosen, double experience,
               std::span<double> propensity) const override;

  private:
    AdaptiveParams params_;
};

/// Reinforcement: q_j <- (1 - phi) q_j + E_j, E = R (1 - eps) for the chosen level and R eps/(M - 1)
/// for the others; chance q_j / sum q.
/// Source: Erev and Roth (1998), Am. Econ. Rev. 88, 848-881 (T24).
class RothErevRule final : public LearningRule
{
  public:
    explicit RothErevRule(RothErevParams const& params) : params_{params} {}
    [[nodiscard]] double initial_propensity(std::size_t levels) const override;
    void weigh(std::span<double const> propensity, std::span<double> chance) const override;
    void learn(std::span<double const> payoff, std::size_t chosen, double experience,
               std::span<double> propensity) const override;

  private:
    RothErevParams params_;
};

/// Experience-weighted attraction: N' = rho N + 1,
/// A_j <- [phi N A_j + (delta + (1 - delta) 1{chosen}) payoff_j] / N', chance by logit lambda.
/// Source: Camerer and Ho (1999), Econometrica 67, 827-874 (T24).
class EwaRule final : public LearningRule
{
  public:
    explicit EwaRule(EwaParams const& params) : params_{params} {}
    [[nodiscard]] double initial_propensity(std::size_t) const override { return 0.0; }
    void weigh(std::span<double const> propensity, std::span<double> chance) const override;
    void learn(std::span<double const> payoff, std::size_t chosen, double experience,
               std::span<double> propensity) const override;
    [[nodiscard]] double gather(double experience) const override;

  private:
    EwaParams params_;
};

/// What the rules need; only that of the chosen kind is read.
struct RuleParams
{
    RuleKind kind{};
    AdaptiveParams adaptive{};
    RothErevParams roth_erev{};
    EwaParams ewa{};
};

/// \return empty where nothing is learned (`none`)
[[nodiscard]] std::unique_ptr<LearningRule> make_rule(RuleParams const& params);
}  // namespace concordat::learning
