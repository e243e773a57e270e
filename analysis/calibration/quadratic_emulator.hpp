#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "analysis/calibration/quadratic_terms.hpp"

namespace concordat::calibration
{
/// What an emulator expects of a simulation at a point.
struct Forecast
{
    double mean{};      ///< [unit of the values] over luck
    double variance{};  ///< of that mean [unit squared]: parameters' uncertainty and lack of fit, not luck
};

/// Stands for a simulation in the place of thousands of runs: a polynomial of second degree in k
/// coordinates, with all squares and products, fitted to noisy values by ridge regression. The penalty is
/// the one with the smallest error in ten-fold cross-validation. Luck, of whatever size in different
/// places, is averaged by the regression.
///
/// Each point's forecast is formed by itself in a fixed order: it is the same bits alone and among others.
///
/// Source: Hoerl and Kennard (1970), Technometrics 12(1), 55-67, doi:10.1080/00401706.1970.10488634;
/// O'Hagan (2006), Reliab. Eng. Syst. Saf. 91, 1290-1300, doi:10.1016/j.ress.2005.11.025, on emulators.
class QuadraticEmulator
{
  public:
    using Forecast = calibration::Forecast;

    /// \param points [n][k] in the unit cube
    /// \param values [n]; points with NaN are left out
    /// \param seed of the permutation that deals points to folds
    /// \param replicate_variance variance of luck of one value, pooled; 0 for a function without luck
    /// \throws core::InputError where fewer points than `count_terms` have a value
    /// \pre as many values as points, all points with the same coordinates, replicate_variance >= 0
    [[nodiscard]] static QuadraticEmulator fit(std::vector<std::vector<double>> const& points,
                                               std::vector<double> const& values, std::uint64_t seed,
                                               double replicate_variance = 0.0);

    /// \pre k coordinates
    [[nodiscard]] Forecast at(std::span<double const> point) const;
    /// The same for many points, shape [n][k]; both results are resized.
    void forecast(Eigen::MatrixXd const& points, Eigen::VectorXd& mean, Eigen::VectorXd& variance) const;

    /// Parts of a forecast by terms: the variance costs about a hundred times the mean.
    void add_means(Terms const& terms, std::span<double> out) const;
    void add_variances(Terms const& terms, std::span<double> out) const;
    /// Never below the variance, and as cheap as the mean.
    void add_variance_bounds(Terms const& terms, std::span<double> out) const;
    /// Never above the variance anywhere.
    [[nodiscard]] double least_variance() const;

    /// 1 - squared error / variance of the values, in cross-validation: luck is among the error. 1 where
    /// the values do not vary.
    [[nodiscard]] double explained() const { return explained_; }
    /// Standard deviation of what a polynomial misses [unit of the values].
    [[nodiscard]] double lack_of_fit() const { return lack_of_fit_; }
    [[nodiscard]] double penalty() const { return penalty_; }
    [[nodiscard]] std::size_t parameters() const { return parameters_; }
    [[nodiscard]] std::size_t count() const { return count_; }  ///< [count] points used

  private:
    std::size_t parameters_{};
    std::size_t count_{};
    double intercept_{};
    Eigen::VectorXd effects_{};   ///< [term]
    Eigen::VectorXd centre_{};    ///< [term] mean over the points used
    Eigen::MatrixXd whitener_{};  ///< [term][column] transposed inverse Cholesky factor of the penalised normal equations
    Eigen::VectorXd shift_{};     ///< [column] whitened centre
    double largest_inverse_{};    ///< of the penalised normal equations' eigenvalues
    double residual_variance_{};
    double penalty_{};
    double explained_{};
    double lack_of_fit_{};
};
}  // namespace concordat::calibration
