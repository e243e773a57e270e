#pragma once

#include <string>
#include <vector>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/scenario_file.hpp"

namespace concordat::scenario
{
/// Reads the reforms that a file includes, and those that these include, into `file.parts`: each once,
/// in the order in which they are named. Unknown names and circles are reported.
void read_parts(ScenarioFile& file, Catalogue const& catalogue, core::Problems& problems);

/// The reforms with the parts of packages behind them. A part that names no rounds acts on those of its package;
/// it has the package's dose.
[[nodiscard]] std::vector<ScenarioFile> unpack(std::vector<ScenarioFile> const& reforms);

/// A reform and where it comes from: named itself, or a package or regime that includes it.
struct Origin
{
    std::string reform{};
    std::string from{};  ///< empty where it is named itself
};

/// Adds a file's own name, if it is a reform, and those of its parts.
void add_origins(ScenarioFile const& file, std::vector<Origin>& origins);
}  // namespace concordat::scenario
