#pragma once

#include <filesystem>
#include <optional>

#include "models/scenario/catalogue.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
enum class InputKind
{
    regime,
    reform,
    parameter_file,
    design_table,
    study,
    channels,    ///< of `decompose`
    assumptions, ///< of `sensitivity`
    calibration,
    facts  ///< of `validate-model`
};

/// Checks one file as a run would: a table of design points by its ending .csv, a study, regime or
/// reform by its keys, lists of channels or assumptions by those of their first item, else a parameter
/// file. Scenarios of a study are looked up and resolved at every
/// design point; names of outcomes and groupings are left to the caller, who knows them. Changes are checked against `parameters`.
/// \returns what the file is, or nullopt if that could not be seen; problems go to `problems`
std::optional<InputKind> validate_file(std::filesystem::path const& file,
                                       Catalogue const& catalogue,
                                       config::ParameterTable const& parameters,
                                       core::Problems& problems);
}  // namespace concordat::scenario
