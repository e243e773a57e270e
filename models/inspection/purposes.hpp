#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What inspection draws.
namespace concordat::inspection::purpose
{
/// By area, period = year since the first round.
inline constexpr random::Purpose judgement{"inspection.judgement"};
/// By indicator; the same in all rounds of a replicate.
inline constexpr random::Purpose minimum_standard{"inspection.minimum_standard"};
/// By area and indicator, period = year since the first round.
inline constexpr random::Purpose intervention{"inspection.intervention"};
/// By area and indicator, period = year since the first round: complaints and how far they go.
inline constexpr random::Purpose complaint{"inspection.complaint"};
/// By area, period = year since the first round.
inline constexpr random::Purpose vexation{"inspection.vexation"};
/// By area and indicator, period = year since the first round: inspectors called in by the council.
inline constexpr random::Purpose council_call{"inspection.council_call"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{judgement, minimum_standard, intervention,
                                complaint, vexation, council_call};
}  // namespace concordat::inspection::purpose
