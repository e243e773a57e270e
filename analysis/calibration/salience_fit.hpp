#pragma once

#include <functional>
#include <span>
#include <vector>

#include "analysis/calibration/ridge.hpp"

namespace concordat::calibration
{
/// What is known of the indicators whose salience is sought.
struct SalienceProblem
{
    int areas{};                  ///< [count] with an agreement
    std::vector<double> counts{}; ///< [areas] that chose each indicator; negative: unknown
    std::vector<Covariate> covariates{};  ///< over the same indicators
    std::vector<int> groups{};    ///< [index] of groups of indicators that are left out together; empty: none are
};

/// Simulated counts of every indicator, in the problem's order, under this salience. Replicate r
/// must always use the same random numbers.
using CountSimulator = std::function<std::vector<double>(std::span<double const> salience, int replicate)>;

/// Numerical settings of the fit.
struct SalienceFitSettings
{
    int steps{90};                  ///< of the stochastic approximation
    int replicates_per_step{16};
    double gain_delay{8.0};         ///< [steps] gain of step k is (1 + k/delay)^-power
    double gain_power{0.7};
    double averaged_share{0.4};     ///< [share] last iterates that are averaged
    int check_replicates{400};      ///< further replicates on which agreement is checked
    RidgeSettings ridge{};
};

/// How well simulated counts agree with published ones on replicates that the fit did not use.
struct CountAgreement
{
    double correlation{};
    double largest_error{};          ///< [areas]
    double root_mean_square_error{}; ///< [areas]
};

/// Fitted salience of every indicator: salience = known + residual.
struct SalienceFit
{
    std::vector<double> known{};     ///< [s.d. of value] explained by the covariates
    std::vector<double> residual{};  ///< [s.d. of value] the rest, shrunk by its reliability
    std::vector<double> zero_penalty{};  ///< [s.d. of value] reproduces the counts; known part where unknown
    CountAgreement unpenalised{};    ///< of `zero_penalty`
    CountAgreement final{};          ///< of known + residual
    RidgeFit ridge{};                ///< with the cross-validated R^2
    double group_r2{};               ///< the same where whole groups are left out, at that penalty; NaN without groups
    double residual_variance{};      ///< estimated variance of the true residual
    double mean_reliability{};       ///< [share] mean factor on the residuals
};

/// Fits common salience to published totals.
///
/// 1. Stochastic approximation without a penalty: salience moves by a_k times the difference of
///    the probits of published and simulated counts, until expected counts are the published ones.
/// 2. Ridge regression of the result on the covariates, its penalty chosen by cross-validation
///    over indicators. Its cross-validated R^2 is the evidence on what explains choices; step 1's
///    correlation only checks the code.
/// 3. The residual is multiplied by its reliability, the share of its variance that is not
///    sampling error of a count over so many areas (variance by Paule and Mandel 1982).
///
/// Source: docs/methods/salience_fit.md; Robbins and Monro (1951), Ann. Math. Statist. 22(3);
/// Polyak and Juditsky (1992), SIAM J. Control Optim. 30(4) for the averaging.
/// \pre at least as many known counts as folds; counts and covariates of one length
[[nodiscard]] SalienceFit fit_salience(SalienceProblem const& problem, SalienceFitSettings const& settings,
                                       CountSimulator const& simulate);
}  // namespace concordat::calibration
