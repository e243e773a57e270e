#pragma once

#include <cstddef>
#include <vector>

namespace concordat::discovery
{
/// One parameter's part of a box: low <= value <= high.
struct Restriction
{
    std::size_t parameter{};  ///< [index]
    double low{};             ///< [unit of the points]; the parameter's lowest value in the set where this side is open
    double high{};            ///< its highest where that is
    double p_value{};         ///< quasi-p-value: chance of a density as high without this restriction
    double chosen_share{};    ///< [share] of half samples whose box restricts this parameter too
    bool bounds_low{};        ///< whether the lower side cuts anything off
    bool bounds_high{};
};

/// How good a box is, in counts of points that no earlier box holds.
struct Quality
{
    double coverage{};  ///< [share] of all points of interest that are in the box
    double density{};   ///< [share] of the box's points that are of interest
    double mass{};      ///< [share] of all points that are in the box
};

/// A step of peeling.
struct PeelingStep
{
    Quality quality{};
    std::size_t restricted{};  ///< [count] parameters
};

/// Where what is of interest is found.
struct Box
{
    std::vector<Restriction> restrictions{};  ///< smallest p-value first
    double coverage{};                        ///< as in `Quality`
    double density{};
    double mass{};
    double base_density{};                    ///< density without any restriction, of points that no earlier box holds
    double held_out_density{};  ///< [share] of interest where a half sample's box holds points of the other half; mean; NaN
                                ///< where none does
    std::vector<PeelingStep> trajectory{};    ///< from everything to the smallest box
};
}  // namespace concordat::discovery
