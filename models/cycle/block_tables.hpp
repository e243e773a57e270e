#pragma once

#include "models/cycle/round_params.hpp"
#include "models/cycle/world.hpp"
#include "models/delivery/gather.hpp"
#include "models/state/arrays.hpp"
#include "sim/core/lanes.hpp"

/// How delivery reads and writes one block of areas in the tables of a nation.
namespace concordat::cycle
{
inline constexpr double year_weight = 1.0 / years_per_round;  ///< [share] Dt

using delivery::gather;

[[nodiscard]] inline core::Lanes cell(state::AreaTable const& table, int first_area, Eigen::Index column)
{
    return core::load(&table(first_area, column));
}

inline void put(core::Lanes value, state::AreaTable& table, int first_area, Eigen::Index column)
{
    core::store(value, &table(first_area, column));
}

/// [sigma] true gain of an indicator in the years before this one
[[nodiscard]] inline core::Lanes gain_before(World const& world, BlockMemory const& memory, int year, Eigen::Index column)
{
    return year == 0 ? core::Lanes{0.0} : cell(world.performance.true_gain, memory.work.first_area, column);
}

/// [sigma per effort point] a_ij as it is, not as it is believed to be.
[[nodiscard]] inline core::Lanes response_of(BlockMemory const& memory, state::Population const& population, std::size_t j)
{
    constexpr double least = 1e-12;  // padding lanes divide by it
    core::Lanes const a = population.controllability[static_cast<Eigen::Index>(j)] * memory.work.productivity *
                          memory.work.inputs.response[j];
    return core::select(a > least, a, core::Lanes{least});
}
}  // namespace concordat::cycle
