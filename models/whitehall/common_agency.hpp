#pragma once

#include <span>

#include "models/state/arrays.hpp"
#include "models/state/pack.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// Slopes that principals with these values set for one agent, each by itself:
///
///     b_i = v_i - k B,   B = sum b = sum v / (1 + n k),   k = r c sigma^2
///
/// Together they set less the more they are, and a principal of little weight sets a negative slope:
/// it insures the agent against what the others load on it.
///
/// Source: Bernheim and Whinston (1986), Econometrica 54(4), 923-942; Dixit (1997), JLEO 13(2), 378-382
/// \pre values and slopes have the same length, risk >= 0
void share_agent(std::span<double const> values, double risk, std::span<double> slopes);

/// Factors on the national lines of partners, shape [D, P]: the slope of a department for a partner
/// against that of an only principal of average weight,
///
///     factor_dp = (1 + k) b_d   with values scaled to mean 1,
///
/// so that a partner with one principal keeps its line, and all do where k = 0 and principals are
/// alike. Principals of p are the departments to which it answers and those for which it does at
/// least `min_share` of its work; v_d is the part of its work that it does for d. Factors are 1
/// for pairs without a formal line, and everywhere where common agency is off.
[[nodiscard]] state::AreaTable find_national_lines(state::Pack const& pack, CommonAgencyParams const& params);
}  // namespace concordat::whitehall
