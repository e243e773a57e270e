#pragma once

#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What Whitehall is like in a round: written by the layer of public service agreements, read by
/// demands and negotiation. D departments, J indicators.
struct Centre
{
    double gatekeeping{};              ///< [share] gk: how far a department counts the others' aims
    double asks{};                     ///< [asks per area] upper bound of what departments ask for at the start
    PerIndicator capability{};         ///< [s.d.] cap_d, per department
    PerIndicator leverage{};           ///< [factor] over its local arms, per department; neutral 1
    PerIndicator late_demands{};       ///< [factor] on the rate of late demands, per department; neutral 1
    PerIndicator announcement_rate{};  ///< [factor] on ministerial announcements, per department; neutral 1
    PerIndicator guidance{};           ///< [factor] on a_ij: quality of advice and guidance, per indicator; neutral 1
    PerIndicator shared_motive{};      ///< [factor] on national lines: support of contributing departments, per indicator; neutral 1
    double conflict_scale{1.0};        ///< [factor] on named negative spillovers: conflicts left unresolved; neutral 1
    double evidence_noise{1.0};        ///< [factor] on the centre's noise about need; neutral 1

    void resize(std::int64_t departments, std::int64_t indicators)
    {
        capability = PerIndicator::Zero(departments);
        for (auto* column : {&leverage, &late_demands, &announcement_rate}) {
            *column = PerIndicator::Ones(departments);
        }
        for (auto* column : {&guidance, &shared_motive}) *column = PerIndicator::Ones(indicators);
    }
};
}  // namespace concordat::state
