#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace concordat::sensitivity
{
/// Saltelli's design in the unit cube: the first 2k dimensions of Sobol's sequence give pairs of
/// independent points A and B; for each pair come A, B, then A with its coordinate 1 ... k taken from
/// B. Fewer base points (a power of two) are the beginning of more.
/// Source: Saltelli et al. (2010), Comput. Phys. Commun. 181(2), 259-270, doi:10.1016/j.cpc.2009.09.018;
/// random::sobol_points for the sequence.
/// \return shape [base * (parameters + 2)][parameters]
/// \pre base is a power of two, 1 <= parameters and 2 * parameters <= random::most_sobol_dimensions
[[nodiscard]] std::vector<std::vector<double>> list_saltelli_points(std::size_t base, std::size_t parameters,
                                                                    std::uint64_t seed);

/// Shares of the outcome's variance over the parameters' ranges that belong to one parameter, each with
/// a 90 % bootstrap interval over base points. Estimates are not cut off: a first-order index near zero
/// can come out slightly below it.
struct VarianceIndex
{
    double first{};  ///< [share] by itself: Var E[y | x] / Var y
    double first_low{};
    double first_high{};
    double total{};  ///< [share] with everything that it takes part in: E Var[y | all others] / Var y
    double total_low{};
    double total_high{};
};

struct VarianceShares
{
    double mean{};                            ///< of the outcome over A and B [unit of the outcome]
    double variance{};                        ///< the same [unit squared], divisor 2 count
    std::vector<VarianceIndex> parameters{};  ///< [n_parameter]
    std::size_t count{};                      ///< [count] base points without a missing value
};

/// Splits the variance. Base points with a NaN are left out whole. Values are centred before use, which
/// changes no index and takes much of the error away where the mean is far from zero. All indices are
/// NaN where the variance is 0 (or nothing is left); intervals are NaN with fewer than two base points.
/// A parameter without any influence has both indices exactly 0.
/// Source: Saltelli et al. (2010), doi:10.1016/j.cpc.2009.09.018, table 2 (b), for first-order indices;
/// Jansen (1999), doi:10.1016/S0010-4655(98)00154-4, for total indices; Archer, Saltelli and Sobol'
/// (1997), doi:10.1080/00949659708811825, for the bootstrap.
/// \param values [base * (parameters + 2)] in the order of `list_saltelli_points`; NaN where there is none
/// \param seed of the bootstrap, so that intervals do not jump from one call to the next
[[nodiscard]] VarianceShares split_variance(std::vector<double> const& values, std::size_t parameters,
                                            std::uint64_t seed);

/// The same from the first quarter, half and all base points: whether more points would change it.
struct Convergence
{
    std::vector<std::size_t> base{};       ///< [n_step][count] base points, those with a NaN among them
    std::vector<VarianceShares> shares{};  ///< [n_step]
};
/// Sizes of less than one base point are left out. Parameters as in `split_variance`.
[[nodiscard]] Convergence follow_convergence(std::vector<double> const& values, std::size_t parameters,
                                             std::uint64_t seed);
}  // namespace concordat::sensitivity
