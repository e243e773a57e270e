#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/demands/demands_params.hpp"
#include "models/state/centre.hpp"
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
    state::PerArea pooled_council{};  ///< weight of s^L in the expectation from both signals
    state::PerArea pooled_centre{};   ///< weight of s^C in it
    state::AreaTable voice{};         ///< [s.d.] xi_ip, a partner's own liking, shape [A, partner]; empty: no voices
    state::PerIndicator council_base{};  ///< [s.d. of value] what v^L has in every area
    state::PerIndicator centre_base{};   ///< [s.d. of value] what v^C has in every area
};

/// Forms what an indicator in the agreement is worth to each side in each area.
///
///     v^L = lamL k + (1 - phi_c) L/(1 - tau) r + eta E[N | council's evidence] + s_eps eps^L
///           - psi_b missing - psi_perc perception - psi_u unachievable
///     v^C = k + phi_c L/tau r + eta E[N | centre's evidence] + s_eps eps^C + announcements
///
/// with L = (1 - tau) lamL + tau, so that phi_c moves the residual's owner and not its size. Where
/// partners have a vote in the draft, eps^L is sqrt(1 - s^2) eps + s xi of the lead partner that the
/// area has (districts only in two-tier areas). Left out: local politics.
///
/// Source: docs/methods/demands.md
class ValueFormation
{
  public:
    ValueFormation(state::Pack const& pack, DemandsParams const& params);

    /// Gives the arrays their sizes; the only call that allocates.
    /// \param with_need also the tables of need, which some negotiations read
    void resize(state::Values& values, ValueWorkspace& workspace, bool with_need = false) const;
    /// \pre population is drawn, with its salience
    void form(state::Occasion const& when, state::Population const& population, state::Centre const& centre,
              state::Values& values, ValueWorkspace& workspace) const;

  private:
    void list_leads(state::Pack const& pack);
    void hear_partners(state::Occasion const& when, state::AreaTable& voice) const;
    void add_voices(int indicator, state::AreaTable const& voice, std::span<double> liking) const;
    void weigh_evidence(state::Population const& population, state::Centre const& centre,
                        ValueWorkspace& workspace) const;
    void announce(state::Occasion const& when, state::Centre const& centre, state::PerIndicator& announcement) const;
    void lay_base(state::Population const& population, state::Values const& values,
                  ValueWorkspace& workspace) const;
    void form_indicator(state::Occasion const& when, state::Population const& population, state::Centre const& centre,
                        int indicator, state::Values& values, ValueWorkspace& workspace) const;

    DemandsParams params_;
    std::vector<std::uint32_t> ids_{};       ///< the areas' stable ids
    std::vector<std::uint32_t> numbers_{};   ///< the indicators' stable numbers
    std::vector<std::uint8_t> perception_{}; ///< per indicator
    std::vector<int> department_{};          ///< [index] that leads each indicator, -1 none
    std::vector<double> announcement_rate_{};  ///< [announcements] expected, per indicator
    std::vector<std::uint8_t> two_tier_{};     ///< per area
    std::vector<std::array<int, 2>> lead_partner_{};  ///< [index] per indicator in single-tier and two-tier areas
    std::vector<std::uint32_t> partner_names_{};      ///< stable names of the partners for their draws
};
}  // namespace concordat::demands
