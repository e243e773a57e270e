#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What the talks over levels and their refreshes draw: entity is the indicator, column the area.
namespace concordat::levels::purpose
{
inline constexpr random::Purpose rounding_up{"levels.rounding_up"};
inline constexpr random::Purpose council_limit{"levels.council_limit"};
inline constexpr random::Purpose centre_limit{"levels.centre_limit"};
inline constexpr random::Purpose evidence{"levels.evidence"};
inline constexpr random::Purpose imposed{"levels.imposed"};
// At a refresh
inline constexpr random::Purpose baseline_arrives{"levels.baseline_arrives"};
inline constexpr random::Purpose returns{"levels.returns"};
inline constexpr random::Purpose imposed_later{"levels.imposed_later"};
inline constexpr random::Purpose redefinition{"levels.redefinition"};
inline constexpr random::Purpose common_shock{"levels.common_shock"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{rounding_up, council_limit, centre_limit, evidence,     imposed,
                                baseline_arrives, returns, imposed_later, redefinition, common_shock};
}  // namespace concordat::levels::purpose
