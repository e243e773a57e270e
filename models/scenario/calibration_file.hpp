#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/fact_reading.hpp"
#include "models/scenario/uncertainty.hpp"
#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// A number that a set of rounds gives: the mean of an outcome in one scenario, less that in another, over that
/// in a third.
struct Quantity
{
    std::string outcome{};
    std::string of{};    ///< name of a scenario
    std::string less{};  ///< the same; empty: nothing is taken away
    std::string over{};  ///< the same; empty: undivided
    core::Position where{};
};

/// How a fact bounds its quantity.
enum class FactBound { value, at_least, at_most };

/// Something known of the real agreements.
struct CalibrationFact
{
    std::string name{};
    Quantity quantity{};
    FactBound bound{FactBound::value};
    double observed{};     ///< [unit of the outcome] the value or the bound
    double sampling{};     ///< [unit of the outcome] standard deviation of what is known
    double discrepancy{};  ///< [unit of the outcome] standard deviation of what the model leaves out
    std::string reason{};  ///< for the discrepancy
    std::string source{};
};

/// A quantity of which only a range is believed: points are spread evenly over it, as far as the facts allow.
struct BalancedQuantity
{
    std::string name{};
    Quantity quantity{};
    double low{};
    double high{};
    std::string reason{};
};

/// Facts to be matched, and the assumptions that may move for it (scenarios/calibration.yaml).
struct CalibrationFile
{
    std::filesystem::path path{};
    std::string text{};
    std::vector<NamedScenario> scenarios{};
    std::vector<Uncertainty> assumptions{};
    std::vector<CalibrationFact> facts{};
    std::optional<BalancedQuantity> balance{};
};

/// Reads {scenarios, assumptions, facts, balance?}. Paths, values, ranges and the names of scenarios are checked;
/// expressions and outcomes are left to the caller.
///
///     facts:
///       - name: favourites' share
///         quantity: {outcome: top_ten_share, of: agreements}
///         observed: 0.212
///         interval: [0.19, 0.24]         90 per cent, of a value; of a bound: spread, a standard deviation
///         discrepancy: 0.005
///         reason: why the model may be off by that
///         source: {...}
///
/// \returns nullopt after adding a problem
[[nodiscard]] std::optional<CalibrationFile> read_calibration(std::filesystem::path const& path,
                                                              config::ParameterTable const& parameters,
                                                              core::Problems& problems);
}  // namespace concordat::scenario
