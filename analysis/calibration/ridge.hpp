#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace concordat::calibration
{
/// One explanatory variable over all units.
struct Covariate
{
    std::string name{};
    std::vector<double> values{};
};

/// Numerical settings of ridge regression.
struct RidgeSettings
{
    std::vector<double> penalties{};  ///< tried; empty: 10^-2 to 10^4, eight per decade
    int folds{10};
    std::uint64_t seed{1};            ///< of the permutation that deals units to folds
    std::vector<int> fold_of{};       ///< [index] fold of each unit, below `folds`; empty: as the seed deals them
};

struct RidgeFit
{
    double intercept{};
    std::vector<double> effects{};   ///< one per covariate
    double penalty{};                ///< with the smallest cross-validated error
    double cross_validated_r2{};     ///< at that penalty; negative where the mean predicts better
    double in_sample_r2{};
    double effective_parameters{};   ///< trace of the hat matrix, the intercept included
};

/// Regression with a penalty on the squared effects (not on the intercept), which is chosen by
/// cross-validation: the units are dealt to folds by a seeded permutation.
///
/// Covariates are centred and not scaled: for 0-1 variables the penalty then supposes that all
/// effects come from one distribution.
///
/// Source: Hoerl and Kennard (1970), Technometrics 12(1), 55-67.
/// \pre response and covariates of one length, at least `folds` units
[[nodiscard]] RidgeFit fit_ridge(std::vector<double> const& response, std::vector<Covariate> const& covariates,
                                 RidgeSettings const& settings);

/// What the fit expects of a unit with these values of the covariates.
[[nodiscard]] double predict(RidgeFit const& fit, std::vector<Covariate> const& covariates, std::size_t unit);
}  // namespace concordat::calibration
