#pragma once

#include <string>
#include <vector>

#include "analysis/discovery/box.hpp"

namespace concordat::discovery
{
/// A parameter in words and over its whole range, in the unit that the boxes have.
struct Axis
{
    std::string label{};
    double low{};
    double high{};
    std::vector<std::string> words{};  ///< names of the levels 0, 1, 2 ... for words; empty for numbers
};

/// What the boxes are about.
struct Finding
{
    std::string title{};             ///< such as "Doubling the reward raises welfare"
    std::string interest{"of interest"};  ///< what a point of interest is called, such as "it raises welfare"
    std::string note{};              ///< below the boxes; may be empty
    double base_density{};           ///< [share] of all points that are of interest
};

/// "Where crowding out is at most 1.2 and trust is at least 0.4, it raises welfare in 83 % of cases, against 37 % in
/// all; 71 % of all such cases are there." Values have three digits.
/// \param axes [n_parameter]
[[nodiscard]] std::string describe_box(Box const& box, std::vector<Axis> const& axes, Finding const& finding);

/// A self-contained SVG picture on white: for each box its density, coverage and mass as bars of one length
/// to 100 per cent, the density of all points as a line across, and a row for every restricted parameter, with
/// the box's part of the whole range. Without boxes it says so. The same arguments give the same bytes.
[[nodiscard]] std::string draw_boxes(std::vector<Box> const& boxes, std::vector<Axis> const& axes, Finding const& finding);
}  // namespace concordat::discovery
