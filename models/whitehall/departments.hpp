#pragma once

#include <cstdint>
#include <vector>

#include "models/state/centre.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// What each department is like: how well it works, what levers it has, how much it minds that
/// places differ.
///
///     cap_d    = z_d + network (max z - z_d),  z_d ~ N(0, spread^2)
///     late_d   = exp(-slope cap_d), parked_d and noise likewise; noise is one number for Whitehall:
///                the mean over departments, weighted by the indicators that they lead
///     lever_d  = 1 + w (arms_d / mean arms - 1),  arms_d the share of its indicators' production
///                that answers to it directly; the mean is over departments with any
///     uniform_d ~ U(0, 2 mean)
///
/// Source: docs/methods/whitehall.md; "much less leverage over local partners than we have" and late
/// interventions in the report on performance frameworks (ifg_performance_art.txt, line 2311)
class Departments
{
  public:
    Departments(state::Pack const& pack, DepartmentParams const& params);

    void draw(state::Occasion const& when, state::Centre& centre) const;
    [[nodiscard]] state::PerIndicator const& leverage() const { return leverage_; }
    /// [indicators] led by each department.
    [[nodiscard]] std::vector<int> const& led() const { return led_; }

  private:
    void draw_capability(state::Occasion const& when, state::Centre& centre) const;

    DepartmentParams params_;
    std::vector<std::uint32_t> ids_{};  ///< stable: from the code
    std::vector<int> led_{};
    state::PerIndicator leverage_{};
};
}  // namespace concordat::whitehall
