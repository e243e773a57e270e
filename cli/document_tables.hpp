#pragma once

#include <string>
#include <string_view>

#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// Tables in Markdown, each line with its line feed, for documents that the program keeps up to
/// date (document_regions.hpp).

/// A row for each parameter whose path is `prefix` or begins with it and a point; empty where
/// there is none.
/// \param defaults where given, the parameters are those of a scenario: a value other than the default is
///        shown with it
[[nodiscard]] std::string write_parameter_rows(config::ParameterTable const& parameters, std::string_view prefix,
                                               config::ParameterTable const* defaults = nullptr);

/// Every parameter that stands on an assumption or is rated low, least reliable first.
[[nodiscard]] std::string write_assumption_rows(config::ParameterTable const& parameters,
                                                config::ParameterTable const* defaults = nullptr);

/// The numbered steps of a round.
[[nodiscard]] std::string write_steps();

/// A row for each recorded outcome.
[[nodiscard]] std::string write_outcome_rows();
}  // namespace concordat::cli
