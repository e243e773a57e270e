#pragma once

#include <cstdint>
#include <vector>

#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "sim/random/streams.hpp"

namespace concordat::learning
{
/// Draws of a round or of the whole replicate.
[[nodiscard]] inline random::StreamKey round_key(state::Occasion const& when, random::Purpose purpose)
{
    return {when.master_seed, when.replicate, purpose, when.round};
}

/// Draws of one year: a round has fewer than four. \param year [index] 0-based within the round
[[nodiscard]] inline random::StreamKey year_key(state::Occasion const& when, int year, random::Purpose purpose)
{
    constexpr std::uint32_t years_apart = 4;
    return {when.master_seed, when.replicate, purpose, when.round * years_apart + static_cast<std::uint32_t>(year)};
}

/// The stable ids that name the areas' draws.
[[nodiscard]] inline std::vector<std::uint32_t> area_ids(state::Pack const& pack)
{
    std::vector<std::uint32_t> ids;
    for (auto const& area : pack.areas) ids.push_back(static_cast<std::uint32_t>(area.id));
    return ids;
}
}  // namespace concordat::learning
