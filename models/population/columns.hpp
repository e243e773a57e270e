#pragma once

#include <cstddef>
#include <span>

#include "models/state/arrays.hpp"

namespace concordat::population
{
[[nodiscard]] inline std::span<double> whole(Eigen::ArrayXd& values)
{
    return {values.data(), static_cast<std::size_t>(values.size())};
}

[[nodiscard]] inline std::span<double> column(state::AreaTable& table, Eigen::Index which)
{
    return {table.data() + table.rows() * which, static_cast<std::size_t>(table.rows())};
}
}  // namespace concordat::population
