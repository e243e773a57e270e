#pragma once

namespace concordat::selection
{
/// On which subjects councils may agree together.
enum class JointSubjects
{
    cross_border,  ///< those of which the data pack says that they cross borders
    all,
};

/// Agreements of several councils together (scenarios/parameters/selection/multi_area.yaml).
struct MultiAreaParams
{
    bool joint{};       ///< councils that lie together agree together
    int councils{4};    ///< [areas] at most in a group
    JointSubjects subjects{JointSubjects::cross_border};
};
}  // namespace concordat::selection
