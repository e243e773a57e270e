#pragma once

#include <cstdint>
#include <vector>

#include "models/demands/demands_params.hpp"
#include "models/state/demands.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"

namespace concordat::demands
{
/// Memory that value formation reuses between replicates; belongs to one worker.
struct ValueWorkspace
{
    state::PerArea council_signal{};  ///< [s.d.] noise, then s^L
    state::PerArea centre_signal{};   ///< [s.d.] noise, then s^C
    state::PerArea council_noise{};   ///< [s.d.] of s^L
    state::PerArea centre_noise{};    ///< [s.d.] of s^C
    state::PerArea council_own{};     ///< weight of s^L in the council's expectation of need
    state::PerArea council_other{};   ///< weight of s^C in it
    state::PerArea centre_own{};      ///< weight of s^C in the centre's expectation
    state::PerArea centre_other{};    ///< weight of s^L in it
    state::PerIndicator council_base{};  ///< [s.d. of value] what v^L has in every area
    state::PerIndicator centre_base{};   ///< [s.d. of value] what v^C has in every area
};

/// Forms what an indicator in the agreement is worth to each side in each area.
///
///     v^L = lamL k + (1 - phi_c) L/(1 - tau) r + eta E[N | council's evidence] + s_eps eps^L
///           - psi_b missing - psi_perc perception - psi_u unachievable
///     v^C = k + phi_c L/tau r + eta E[N | centre's evidence] + s_eps eps^C + announcements
///
/// with L = (1 - tau) lamL + tau, so that phi_c moves the residual's owner and not its size.
/// Left out: local politics, partners' voices.
///
/// Source: docs/methods/demands.md
class ValueFormation
{
  public:
    ValueFormation(state::Pack const& pack, DemandsParams const& params);

    /// Gives the arrays their sizes; the only call that allocates.
    void resize(state::Values& values, ValueWorkspace& workspace) const;
    /// \pre population is drawn, with its salience
    void form(state::Occasion const& when, state::Population const& population, state::Values& values,
              ValueWorkspace& workspace) const;

  private:
    void weigh_evidence(state::Population const& population, ValueWorkspace& workspace) const;
    void announce(state::Occasion const& when, state::PerIndicator& announcement) const;
    void lay_base(state::Population const& population, state::Values const& values,
                  ValueWorkspace& workspace) const;
    void form_indicator(state::Occasion const& when, state::Population const& population, int indicator,
                        state::Values& values, ValueWorkspace& workspace) const;

    DemandsParams params_;
    std::vector<std::uint32_t> ids_{};       ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};   ///< the indicators' stable numbers
    std::vector<std::uint8_t> perception_{}; ///< per indicator
    std::vector<double> announcement_rate_{};  ///< [announcements] expected, per indicator
};
}  // namespace concordat::demands
