#pragma once

#include <filesystem>
#include <memory>

#include "cli/requests.hpp"
#include "models/scenario/catalogue.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// The regimes, reforms and parameters that names on the command line refer to.
struct Library
{
    scenario::Catalogue catalogue;
    config::ParameterTable parameters{};
};

/// The folder given by --scenarios, else by the variable CONCORDAT_SCENARIOS, else the one that the
/// program was built with.
[[nodiscard]] std::filesystem::path find_scenarios(LibraryRequest const& request);

/// Reads the library; what is wrong with it is added to `problems`.
[[nodiscard]] Library load_library(LibraryRequest const& request, core::Problems& problems);
}  // namespace concordat::cli
