#pragma once

#include <cstdint>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What Whitehall is like in a round: written by models/whitehall, read by demands, negotiation,
/// levels and delivery. D departments, J indicators, P partners, N named spillovers of the pack.
struct Centre
{
    double gatekeeping{};           ///< [share] gk: how far a department counts the others' aims
    double telling{};               ///< [probability] added to p_tell: the centre's mood; neutral 0
    double asks{};                  ///< [asks per area] upper bound of what departments ask for at the start
    // Per department
    PerIndicator capability{};      ///< [s.d.] cap_d
    PerIndicator leverage{};        ///< [factor] over its local arms, already part of `national_line`; neutral 1
    PerIndicator late_demands{};    ///< [factor] on the rate of late demands; neutral 1
    PerIndicator placeholders{};    ///< [factor] on items that it parks without a level; neutral 1
    PerIndicator uniformity{};      ///< [share] of local need that its values overlook; neutral 0
    // Per indicator
    PerIndicator announcements{};   ///< [factor] on the rate of ministerial announcements; neutral 1
    PerIndicator guidance{};        ///< [factor] on a_ij: quality of advice and guidance; neutral 1
    PerIndicator shared_motive{};   ///< [factor] on national lines: support of contributing departments; neutral 1
    PerIndicator single_reward{};   ///< [GBP thousand per sigma] slope of what its department pays for it alone; neutral 0
    // Per public service agreement, K
    PerIndicator progress{};        ///< [sigma] mean over areas and indicators as last reported; NaN without an indicator
    PerIndicator emphasis{};        ///< [factor] on the motive of departments behind it; neutral 1
    // Between them
    AreaTable national_line{};      ///< [factor] on the slope that department d sets for partner p; may be negative;
                                    ///< neutral 1; shape [D, P]
    PerIndicator conflict_left{};   ///< [factor] on each named spillover, in the pack's order; neutral 1; length N
    double agreements_lag{};        ///< [sigma] how far agreements were behind their mean, as last reported
    double conflict_scale{1.0};     ///< [factor] mean of `conflict_left` over negative ones, weighted by size; neutral 1
    double evidence_noise{1.0};     ///< [factor] on the centre's noise about need; neutral 1

    /// Sizes everything and puts it at its neutral start.
    void resize(std::int64_t departments, std::int64_t indicators, std::int64_t partners = 0,
                std::int64_t named_spillovers = 0, std::int64_t agreements = 0)
    {
        for (auto* column : {&capability, &uniformity}) *column = PerIndicator::Zero(departments);
        for (auto* column : {&leverage, &late_demands, &placeholders}) *column = PerIndicator::Ones(departments);
        for (auto* column : {&announcements, &guidance, &shared_motive}) *column = PerIndicator::Ones(indicators);
        single_reward = PerIndicator::Zero(indicators);
        progress = PerIndicator::Zero(agreements);
        emphasis = PerIndicator::Ones(agreements);
        national_line = AreaTable::Ones(departments, partners);
        conflict_left = PerIndicator::Ones(named_spillovers);
    }
};
}  // namespace concordat::state
