#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/scenario/parameter_space.hpp"

namespace concordat::scenario
{
/// An assumption, and the values between which nothing that is known decides (scenarios/sensitivity.yaml).
struct Uncertainty
{
    ParameterSpace space{};
    std::string label{};   ///< for tables and charts
    std::string reason{};  ///< why it is uncertain
};

/// Reads a list of {over: {PATH: space}, label, reason}. Paths, values and ranges are checked; no path and no
/// label stands twice.
[[nodiscard]] std::vector<Uncertainty> read_uncertainties(std::filesystem::path const& file,
                                                          config::ParameterTable const& parameters,
                                                          core::Problems& problems);
/// The same of a list that stands in another file.
[[nodiscard]] std::vector<Uncertainty> read_uncertainties(config::Node const& list, config::ParameterTable const& parameters,
                                                          core::Problems& problems);
}  // namespace concordat::scenario
