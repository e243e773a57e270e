#pragma once

#include "cli/requests.hpp"

namespace CLI
{
class App;
}  // namespace CLI

namespace concordat::cli
{
/// The subcommands that work on a stored study, and where their options end up.
void add_report(CLI::App& app, ReportCommand& command);
void add_export(CLI::App& app, ExportCommand& command);
void add_rerun(CLI::App& app, RerunCommand& command);
void add_qa(CLI::App& app, QaCommand& command);
void add_discover(CLI::App& app, DiscoverCommand& command);
void add_check(CLI::App& app, CheckCommand& command);
void add_judge(CLI::App& app, JudgeCommand& command);
}  // namespace concordat::cli
