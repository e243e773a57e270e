#pragma once

#include <string>
#include <vector>

#include "models/scenario/override.hpp"

namespace concordat::scenario
{
/// Values that every scenario of a study takes together.
struct DesignPoint
{
    int number{};                       ///< from 1, in the order of the design
    std::string name{};                 ///< of a listed point; may be empty
    std::vector<Override> overrides{};  ///< in the order in which the design names them
};

/// What a reform is compared with at a design point.
enum class PointBaseline
{
    varies,  ///< the baseline with the point's values: what the reform changes there
    fixed    ///< the baseline as it is: what the reform and the point's values change together
};

/// The design points of a study, whatever they were made of: a table, a grid, a list, lists side by
/// side, or a sample.
struct Design
{
    std::string kind{};  ///< table, grid, list, zip or sample
    PointBaseline baseline{PointBaseline::varies};
    std::vector<DesignPoint> points{};
};

/// A design may not grow without end: every point is run with every scenario.
inline constexpr std::size_t most_design_points = 10'000;  ///< [count]
}  // namespace concordat::scenario
