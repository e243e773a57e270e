#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/scenario/override.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// A mechanism of the model through which a reform may work, and the values at which it does nothing
/// (scenarios/decomposition.yaml, docs/methods/decomposition.md).
struct Channel
{
    std::string name{};
    std::string title{};
    std::string reason{};           ///< why the mechanism is off at these values
    std::vector<Override> off{};
    core::Position where{};
};

/// Reads a list of {channel, title, off: {PATH: value, ...}, reason}. Paths and values are checked;
/// no path may belong to two channels, since each is switched by itself.
[[nodiscard]] std::vector<Channel> read_channels(std::filesystem::path const& file,
                                                 config::ParameterTable const& parameters,
                                                 core::Problems& problems);

/// Sets a channel's parameters to where it does nothing, whatever a scenario made of them.
/// \pre the channel was read with a table of these paths
void switch_off(Channel const& channel, config::ParameterTable& table);
}  // namespace concordat::scenario
