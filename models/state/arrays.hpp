#pragma once

#include <Eigen/Core>
#include <cstdint>

namespace concordat::state
{
/// One value per area; length padded to a multiple of 8, 64-byte aligned.
using PerArea = Eigen::ArrayXd;
/// Column-major with the area as the fastest index: column j is one contiguous, 64-byte aligned
/// run over (padded) areas. Shape [n_area_padded, n_column].
using AreaTable = Eigen::ArrayXXd;
using AreaIntTable = Eigen::Array<std::int32_t, Eigen::Dynamic, Eigen::Dynamic>;
using AreaFlagTable = Eigen::Array<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic>;
/// One value per indicator.
using PerIndicator = Eigen::ArrayXd;
}  // namespace concordat::state
