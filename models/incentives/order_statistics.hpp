#pragma once

#include <vector>

namespace concordat::incentives
{
/// How one contestant's chance of a prize answers to its lead over the rivals.
///
/// n contestants, k equal prizes, rivals' luck N(0, rival_spread^2) iid, own luck
/// N(0, own_spread^2). The lead d is own expected value added less the rivals' mean. With U the
/// quantile of the (n - k)-th of n - 1 rivals, U ~ Beta(n - k, k):
///   P(d) = E_U[ Phi((d - rival_spread Phi^-1(U)) / own_spread) ],  P'(d), P''(d) by differentiation.
/// Integrated by fixed Gauss-Legendre nodes over the rivals' marginal value (adaptive quadrature
/// fails silently at n = 150).
///
/// Source: Lazear and Rosen (1981), docs/methods/incentives.md
class WinChance
{
  public:
    /// \pre 1 <= prizes < contestants, spreads > 0
    WinChance(int contestants, int prizes, double own_spread, double rival_spread);

    [[nodiscard]] double probability(double lead) const;
    [[nodiscard]] double slope(double lead) const;      ///< [1/sigma] P'
    [[nodiscard]] double curvature(double lead) const;  ///< [1/sigma^2] P''

  private:
    double own_spread_;
    std::vector<double> mark_{};    ///< [sigma] value of the rival to beat at each node
    std::vector<double> weight_{};  ///< probability weight of each node, sums to 1
};
}  // namespace concordat::incentives
