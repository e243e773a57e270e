#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace concordat::compare
{
/// One demand: the Monte Carlo error of an outcome is below a limit.
struct PrecisionTerm
{
    std::string outcome{};  ///< name in the schema
    double limit{};         ///< > 0: in the outcome's unit, or a share where relative
    bool relative{};        ///< of |mean of the baseline| (for a scenario by itself: of its own mean)

    [[nodiscard]] std::string text() const;  ///< "se(welfare) < 0.5%"
};

/// When a study knows enough. All terms must hold, in every scenario that is compared: the error is
/// that of the mean paired difference from its baseline; of a scenario without baseline (as in `run`)
/// that of its mean.
struct PrecisionRule
{
    std::vector<PrecisionTerm> terms{};

    [[nodiscard]] bool empty() const { return terms.empty(); }
    [[nodiscard]] std::string text() const;  ///< reads back as the same rule
};

/// Reads `se(welfare_per_gbp) < 0.5% and se(true_gain) < 0.002`. Everything that is wrong goes to
/// `problems` (an unknown outcome with the nearest name); what is returned is then incomplete.
/// \param known names of the outcomes
/// \param where named in the problems, such as "--until"
[[nodiscard]] PrecisionRule parse_precision_rule(std::string_view text, std::vector<std::string> const& known,
                                                 core::Position const& where, core::Problems& problems);
}  // namespace concordat::compare
