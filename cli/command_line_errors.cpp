#include "cli/command_line_errors.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "cli/option_values.hpp"

namespace concordat::cli
{
namespace
{
std::vector<std::string> list_options(CLI::App const& app)
{
    std::vector<std::string> names;
    for (auto const* option : app.get_options()) {
        for (auto const& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

/// The first argument that looks like an option and is none, or an empty text.
std::string find_unknown_option(CLI::App const& command, std::vector<std::string> const& arguments)
{
    auto const known = list_options(command);
    for (auto const& argument : arguments) {
        auto name = argument.substr(0, argument.find('='));
        if (name.rfind("--", 0) != 0) continue;
        if (std::find(known.begin(), known.end(), name) == known.end()) return name;
    }
    return {};
}
}  // namespace

std::vector<std::string> list_subcommands(CLI::App const& app)
{
    std::vector<std::string> names;
    for (auto const* sub : app.get_subcommands([](CLI::App const*) { return true; })) {
        names.push_back(sub->get_name());
    }
    return names;
}

Finished refuse(std::string const& message, std::string const& hint)
{
    fmt::print(stderr, "{}\n", message);
    if (!hint.empty()) fmt::print(stderr, "    {}\n", hint);
    fmt::print(stderr, "nothing was run.\n");
    return {.code = 1};
}

Finished report_bad_command_line(CLI::App const& app, CLI::ParseError const& error,
                                 std::vector<std::string> const& arguments)
{
    auto const& command = *app.get_subcommand(arguments[1]);
    auto const name = fmt::format("concordat {}", command.get_name());
    auto const general = fmt::format("{} --help shows what it takes", name);
    if (auto const unknown = find_unknown_option(command, arguments); !unknown.empty()) {
        auto const better = suggest(unknown, list_options(command));
        return refuse(fmt::format("{}: unknown option '{}'", name, unknown),
                      better.empty() ? general : better);
    }
    return refuse(fmt::format("{}: {}", name, error.what()), general);
}
}  // namespace concordat::cli
