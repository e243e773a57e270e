#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// The values over which a parameter is moved: what a coordinate between 0 and 1 stands for.
struct ParameterSpace
{
    std::string path{};
    core::Position where{};
    config::ParameterType type{config::ParameterType::number};
    double low{};
    double high{};
    bool logarithmic{};
    std::vector<std::string> words{};  ///< of a word or a flag

    /// \param u from 0 to 1, both included
    [[nodiscard]] std::string value_at(double u) const;
    /// "0.3 to 0.8", "false, true".
    [[nodiscard]] std::string describe() const;
};

/// A parameter's own range, choices or flag values, as its record has them.
/// \returns nullopt after adding a problem where the range has no end
[[nodiscard]] std::optional<ParameterSpace> own_space(config::ParameterRecord const& record, core::Position const& where,
                                                      core::Problems& problems);

/// Reads {PATH: space}, where a space is one of
///
///     range                             the parameter's own range or choices
///     [low, high]                       of a number: all between, equally likely
///     {range: [low, high], scale: log}  the same for the logarithm
///     [word, word, ...]                 of a word or a flag: these, equally likely
///
/// \returns nullopt after adding a problem
[[nodiscard]] std::optional<ParameterSpace> read_space(config::Key const& key, config::Node const& node,
                                                       config::ParameterTable const& parameters,
                                                       core::Problems& problems);
}  // namespace concordat::scenario
