#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// One change to a parameter as it stands in a regime or reform file. What its operand means is
/// known only beside the record that it changes.
struct Change
{
    std::string path{};
    core::Position path_where{};
    config::Operation operation{config::Operation::set};
    config::Node operand{};
    std::optional<config::Range> range{};  ///< [operand's unit] plausible values of the operand
    std::string reason{};
};

/// Reads {path, one of set, multiply, add, range?, reason}.
[[nodiscard]] std::optional<Change> read_change(config::Node const& node, core::Problems& problems);

/// The record of a path; for an unknown one reports the nearest valid path and returns nullptr.
[[nodiscard]] config::ParameterRecord const* find_record(config::ParameterTable const& table,
                                                         std::string_view path,
                                                         core::Position const& where,
                                                         core::Problems& problems);

/// Checks a change against its record: types, the change's own range and, for `set`, the record's.
[[nodiscard]] std::optional<config::AppliedChange> check_change(
    Change const& change, std::string const& who, config::ParameterRecord const& record,
    core::Problems& problems);

/// Applies checked changes of one operation, each with the record's present value as its base, and
/// checks the result against the record. The result does not depend on the order of `changes`.
/// \pre not empty, all of one operation; several `set` agree
/// \returns whether the record was changed; if not, a problem says why
bool apply_changes(config::ParameterRecord& record,
                   std::vector<config::AppliedChange> const& changes, core::Problems& problems);

/// "sets it to 20", "multiplies it by 2", "adds 5 to it".
[[nodiscard]] std::string describe(config::AppliedChange const& change);
}  // namespace concordat::scenario
