#pragma once

#include <string>
#include <vector>

#include "cli/requests.hpp"

namespace CLI
{
class App;
class ParseError;
}  // namespace CLI

namespace concordat::cli
{
[[nodiscard]] std::vector<std::string> list_subcommands(CLI::App const& app);

/// Says on standard error what is wrong with the command line, and what may help; `hint` may be empty.
Finished refuse(std::string const& message, std::string const& hint);

/// Turns what CLI11 says of a bad command line into our form. \param arguments of the program, its name first
Finished report_bad_command_line(CLI::App const& app, CLI::ParseError const& error,
                                 std::vector<std::string> const& arguments);
}  // namespace concordat::cli
