#pragma once

namespace concordat::incentives
{
/// How later targets follow today's performance (scenarios/parameters/incentives/ratchet.yaml).
struct RatchetParams
{
    double
        weight{};  ///< [share] lambda: of today's result above target that enters the next target
    double discount{};    ///< [factor] delta: worth of a pound one round later
    int future_rounds{};  ///< [rounds] N that count for those who decide today; 0: targets are
                          ///< fixed
};

/// Part F_N of a linear reward's slope that is left once one foresees harder targets later:
/// a sigma today raises the target s rounds later by lambda (1 - lambda)^(s - 1), so
/// F_N = 1 - sum_{s = 1..N} lambda (1 - lambda)^(s - 1) delta^s.
///
/// Exact for linear rewards; for others it holds in a stationary state only.
/// Source: Weitzman (1980), Bell J. Econ. 11(1), 302-308, docs/methods/verification.md
[[nodiscard]] double ratchet_factor(RatchetParams const& params);
}  // namespace concordat::incentives
