#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/document.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// Which way a source says that an outcome goes.
enum class Claimed
{
    up,
    down,
    none
};

[[nodiscard]] std::string_view name_of(Claimed direction);

/// What a reform's source argues about, stated before the reform is run (docs/methods/scenarios.md).
struct Argument
{
    std::string outcome{};
    core::Position where{};                     ///< of the outcome's name
    Claimed direction{Claimed::up};
    std::optional<double> smallest_relevant{};  ///< [outcome's unit] smallest change that would matter, if the file says it
};

/// An outcome on the way from what a reform switches to what it is for, and which way it goes.
struct ChainLink
{
    std::string outcome{};
    core::Position where{};
    Claimed direction{Claimed::up};
};

/// An outcome that an argument can be about.
struct OutcomeName
{
    std::string name{};
    std::string unit{};
};

/// Reads {outcome, direction: up, down or none, smallest_relevant?}.
[[nodiscard]] std::optional<Argument> read_argument(config::Node const& node, core::Problems& problems);

/// Reads {OUTCOME: up or down, ...}, in the order in which one thing leads to the next.
[[nodiscard]] std::vector<ChainLink> read_chain(config::Node const& node, core::Problems& problems);

/// Reports links that are no outcomes among `known`.
void check_chain(std::span<ChainLink const> chain, std::span<OutcomeName const> known, core::Problems& problems);

/// Reports an outcome that is not among `known`, with the nearest name, and one whose smallest relevant
/// change neither the file nor its unit says.
void check_argument(Argument const& argument, std::span<OutcomeName const> known, core::Problems& problems);

/// [outcome's unit] what the argument's file says, else what is usual for the unit: .02 sigma, .01 of a
/// share, 50,000 pounds a year in each of 150 areas, 5 per cent of nine months of talks.
[[nodiscard]] std::optional<double> smallest_relevant(Argument const& argument, OutcomeName const& outcome);
}  // namespace concordat::scenario
