#pragma once

#include <cstdint>
#include <vector>

#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "sim/random/streams.hpp"

/// How the model names its draws: the key of a stream by when something is drawn, and the stable ids
/// that name areas and indicators in it, so that the order of a pack's rows moves no draw.
namespace concordat::state
{
/// Draws of a whole replicate: the same in every round.
[[nodiscard]] inline random::StreamKey replicate_key(Occasion const& when, random::Purpose purpose)
{
    return {when.master_seed, when.replicate, purpose, 0};
}

/// Draws of one round.
[[nodiscard]] inline random::StreamKey round_key(Occasion const& when, random::Purpose purpose)
{
    return {when.master_seed, when.replicate, purpose, when.round};
}

/// A round has fewer years than this, so that no two years share a key.
inline constexpr int years_apart = 4;

/// Draws of one year. \param year [index] within the round; 0-based, or 1-based for what happens at
/// a year's end
/// \param apart [years] between the first years of two rounds: more than any `year`
[[nodiscard]] inline random::StreamKey year_key(Occasion const& when, int year, random::Purpose purpose,
                                                int apart = years_apart)
{
    auto const period = when.round * static_cast<std::uint32_t>(apart) + static_cast<std::uint32_t>(year);
    return {when.master_seed, when.replicate, purpose, period};
}

/// The stable ids that name the areas' draws.
[[nodiscard]] inline std::vector<std::uint32_t> area_ids(Pack const& pack)
{
    std::vector<std::uint32_t> ids;
    ids.reserve(pack.areas.size());
    for (auto const& area : pack.areas) ids.push_back(static_cast<std::uint32_t>(area.id));
    return ids;
}

/// The stable numbers that name the indicators' draws.
[[nodiscard]] inline std::vector<std::uint32_t> indicator_numbers(Pack const& pack)
{
    std::vector<std::uint32_t> numbers;
    numbers.reserve(pack.indicators.size());
    for (auto const& row : pack.indicators) numbers.push_back(static_cast<std::uint32_t>(row.number));
    return numbers;
}
}  // namespace concordat::state
