#pragma once

#include <array>

#include "sim/random/streams.hpp"

/// What the demands draw, one stream each.
namespace concordat::demands::purpose
{
inline constexpr random::Purpose salience{"demands.salience"};
inline constexpr random::Purpose announcement{"demands.announcement"};
inline constexpr random::Purpose council_evidence{"demands.evidence.council"};
inline constexpr random::Purpose centre_evidence{"demands.evidence.centre"};
inline constexpr random::Purpose council_taste{"demands.taste.council"};
inline constexpr random::Purpose centre_taste{"demands.taste.centre"};
inline constexpr random::Purpose partner_taste{"demands.taste.partner"};

/// For the check at start-up that no two purposes of the program share a name.
inline constexpr std::array all{
    salience, announcement, council_evidence, centre_evidence, council_taste, centre_taste,
    partner_taste};
}  // namespace concordat::demands::purpose
