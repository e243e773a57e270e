#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::demands
{
/// Where common salience comes from.
enum class SalienceMode
{
    fitted,  ///< the pack's, fitted to published counts
    drawn,   ///< PSA bonus and a uniform residual, new in every replicate
};

/// How much everybody wants an indicator (scenarios/parameters/demands/salience.yaml).
struct SalienceParams
{
    SalienceMode mode{SalienceMode::fitted};
    double psa_bonus{};              ///< [s.d. of value] b_psa, drawn mode
    double residual_spread{};        ///< [s.d. of value] s_pi, drawn mode
    double local_echo{};             ///< [factor] lamL: how far the council shares common salience
    core::Share centre_part{};       ///< phi_c: how much of the residual is the centre's wish
    core::Share reference_weight{};  ///< centre's weight at which phi_c leaves the joint value unchanged
};

/// What each side knows of need (evidence.yaml).
struct EvidenceParams
{
    core::Share quality{};           ///< eq: how much of each other's evidence is shared
    double council_noise{};          ///< [s.d.] of the council's signal at average capability
    double capability_slope{};       ///< council's noise falls by exp(-slope cap_i)
    double centre_noise{};           ///< [s.d.] of the centre's signal
    double champion_centre_noise{};  ///< [s.d.] of the centre's signal where a champion works
};

/// What else an item is worth to each side (values.yaml).
struct ValueParams
{
    double need_weight{};       ///< [s.d. of value per s.d. of need] eta
    double taste_spread{};      ///< [s.d. of value] s_eps, local likings of either side
    double missing_baseline{};  ///< [s.d. of value] psi_b, council's dislike
    double perception{};        ///< [s.d. of value] psi_perc, council's dislike
    double unachievable{};      ///< [s.d. of value] psi_u, council's dislike of what cannot be moved
    double partner_voice{};     ///< [correlation] s_vote, of the council's liking with the lead partner's, in [0, 1]
    double standard_controllability{};  ///< [sigma per effort point] below it an item counts as hard
};

/// Ministerial announcements (announcements.yaml).
struct AnnouncementParams
{
    double rate{};  ///< [announcements per department] in the year of negotiation
    double size{};  ///< [s.d. of value] each adds to the centre's value
};

struct DemandsParams
{
    SalienceParams salience{};
    EvidenceParams evidence{};
    ValueParams values{};
    AnnouncementParams announcements{};
};
}  // namespace concordat::demands
