#pragma once

#include <cstdint>
#include <vector>

#include "models/state/assessment.hpp"
#include "models/state/gaming.hpp"
#include "models/state/pack.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::inspection
{
/// Settings of closer watch over the worst (scenarios/parameters/inspection/supervision.yaml).
struct SupervisionParams
{
    core::Share supervised{};       ///< share of areas with the lowest scores; 0: nobody is supervised
    core::Share detection{};        ///< probability that a false report is found where nobody supervises
    core::Share extra_detection{};  ///< added to the probability that a false report is found
    double extra_reporting{};       ///< [share] added to the cost of reporting
};

/// Has the areas with the lowest scores watched more closely until the next score, or the end of the
/// round.
///
/// Source: docs/methods/inspection.md; Performance Art (2008), recommendation 14, on those who come last.
class Supervision
{
  public:
    Supervision(state::Pack const& pack, SupervisionParams const& params);

    /// After the annual score. Equal scores are told apart by the areas' ids.
    void supervise(state::Assessment& assessment, state::Gaming& gaming) const;

  private:
    [[nodiscard]] int count_behind(std::size_t area, state::PerArea const& score) const;

    SupervisionParams params_;
    std::vector<std::uint32_t> ids_{};
};
}  // namespace concordat::inspection
