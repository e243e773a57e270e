#pragma once

#include <optional>
#include <string>

#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::config
{
/// Reads a value of the record's type and checks it against the record's range or choices.
/// Used alike for parameter files, changes, the command line and tables of design points.
/// Problems read "path = given is ... (description)".
[[nodiscard]] std::optional<Value> read_value(ParameterRecord const& record,
                                              std::string const& text, core::Position const& where,
                                              core::Problems& problems);

/// The same for a piece of YAML: a number or a flag in quotes is text, and a list is no value.
[[nodiscard]] std::optional<Value> read_value(ParameterRecord const& record, Node const& node,
                                              core::Problems& problems);

/// A value of the record's type without a look at range or choices.
[[nodiscard]] std::optional<Value> read_typed(ParameterRecord const& record, Node const& node,
                                              core::Problems& problems);

/// Checks a value of the right type against the record's range, off value or choices.
/// \param how says how the value came about, such as " (40000 x 30)"; may be empty
[[nodiscard]] bool check_value(ParameterRecord const& record, Value const& value,
                               std::string const& how, core::Position const& where,
                               core::Problems& problems);
}  // namespace concordat::config
