#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/fact_reading.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// What the values of many groups are condensed to, replicate by replicate.
enum class Taking
{
    none,                   ///< one group alone
    each,                   ///< not condensed: every group's value counts
    mean,
    largest,
    share_of_largest,       ///< share that the N largest have of the sum
    share_of_all,           ///< share that the groups chosen by `only` have of the sum over all
    count_above,            ///< groups above a number
    share_at_least,         ///< share of the groups that have a number or more; over all replicates together
    sum_of_squares,
    sum_of_squared_shares,
    curve_outside           ///< points of the curve of cumulative shares whose published value is outside the 90 % interval
};

/// A number that a round gives.
struct MeasuredQuantity
{
    std::string outcome{};
    std::string of{};       ///< name of a scenario
    std::string less{};     ///< scenario whose value is taken away; may be empty
    std::string over{};     ///< scenario through whose value is divided; may be empty
    std::string per{};      ///< outcome through which is divided; may be empty
    double per_number{1.0}; ///< [unit of the outcome] number through which is divided
    std::string grouping{};  ///< empty: the nation
    std::string group{};     ///< one group; empty: all, which `take` condenses
    std::string only{};      ///< choice among them; empty: all of them
    Taking take{Taking::none};
    double number{};         ///< that `take` needs
    core::Position where{};
};

/// What is known of the quantity.
enum class Knowledge
{
    nothing,   ///< it is predicted
    value,
    range,
    at_least,
    at_most,
    existence  ///< it is above zero
};

/// A fact that was not fitted.
struct ValidationFact
{
    std::string name{};
    std::string section{};
    std::vector<std::string> of{};      ///< scenarios in which it is scored
    std::vector<std::string> implied{};  ///< those in which what was fitted implies it
    MeasuredQuantity quantity{};         ///< without its scenario
    Knowledge knowledge{Knowledge::nothing};
    double low{};           ///< [unit of the quantity] the value, the bound or the range's lower end
    double high{};          ///< the range's upper end, else as `low`
    std::string published{};  ///< in words; empty: the number says it
    std::string source{};   ///< empty for predictions
};

/// Scenarios and facts (scenarios/validation.yaml).
struct ValidationFile
{
    std::filesystem::path path{};
    std::vector<NamedScenario> scenarios{};
    std::filesystem::path fitted{};  ///< the file with the facts that were fitted, beside this one; empty: none
    std::vector<ValidationFact> facts{};
};

/// Reads {scenarios, fitted?, facts}. Names of scenarios are checked; expressions, outcomes, groupings and groups are
/// left to the caller. What an expression names by a path with '/' or .yaml starts at the file's folder.
///
///     facts:
///       - name: share of the 5 favourites
///         section: Which indicators were chosen
///         of: [agreements, drawn]            one row for each
///         implied: [agreements]              where it follows from what was fitted
///         quantity: {outcome: picks, groups: indicator, take: {share_of_largest: 5}}
///         known: 0.112                       or a range [low, high]; none: a prediction
///         bound: value                       or at_least, at_most; exists, without `known`
///         source: {...}
///
/// A quantity is {outcome, less?, over?, per?, group?: {GROUPING: NAME}} or {outcome, groups: GROUPING, take, only?}.
///
/// \returns nullopt after adding a problem
[[nodiscard]] std::optional<ValidationFile> read_validation(std::filesystem::path const& path, core::Problems& problems);
}  // namespace concordat::scenario
