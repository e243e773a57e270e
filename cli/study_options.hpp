#pragma once

#include <string>
#include <vector>

#include "cli/requests.hpp"

namespace CLI
{
class App;
}  // namespace CLI

namespace concordat::cli
{
/// Options that several subcommands have.
void add_library(CLI::App& app, LibraryRequest& library);
void add_sets(CLI::App& app, std::vector<std::string>& sets);
void add_controls(CLI::App& app, RunControls& controls);

/// The subcommands that run a study, and where their options end up.
void add_run(CLI::App& app, StudyCommand& command);
void add_compare(CLI::App& app, StudyCommand& command);
void add_study(CLI::App& app, StudyCommand& command);
void add_decompose(CLI::App& app, StudyCommand& command);
void add_sensitivity(CLI::App& app, StudyCommand& command);
void add_calibrate(CLI::App& app, CalibrateCommand& command);
void add_validate_model(CLI::App& app, ValidateModelCommand& command);
}  // namespace concordat::cli
