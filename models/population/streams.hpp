#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/state/arrays.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "sim/random/streams.hpp"

namespace concordat::population
{
[[nodiscard]] inline random::StreamKey key_of(state::Occasion const& when, random::Purpose purpose)
{
    return {when.master_seed, when.replicate, purpose, when.round};
}

/// The stable ids that name the areas' draws.
[[nodiscard]] inline std::vector<std::uint32_t> area_ids(state::Pack const& pack)
{
    std::vector<std::uint32_t> ids;
    for (auto const& area : pack.areas) ids.push_back(static_cast<std::uint32_t>(area.id));
    return ids;
}

/// The stable numbers that name the indicators' draws.
[[nodiscard]] inline std::vector<std::uint32_t> indicator_numbers(state::Pack const& pack)
{
    std::vector<std::uint32_t> numbers;
    for (auto const& row : pack.indicators) numbers.push_back(static_cast<std::uint32_t>(row.number));
    return numbers;
}

[[nodiscard]] inline std::span<double> whole(Eigen::ArrayXd& values)
{
    return {values.data(), static_cast<std::size_t>(values.size())};
}

[[nodiscard]] inline std::span<double> column(state::AreaTable& table, Eigen::Index which)
{
    return {table.data() + table.rows() * which, static_cast<std::size_t>(table.rows())};
}
}  // namespace concordat::population
