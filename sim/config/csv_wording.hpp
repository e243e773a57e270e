#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concordat::config
{
/// "did you mean 'x'?", or nothing where no known name is close.
[[nodiscard]] std::string suggest(std::string_view given, std::vector<std::string> const& known);

/// The names for a message, or only their number where they are many.
[[nodiscard]] std::string join_names(std::vector<std::string> const& names);

/// A cell's text for a message: line ends and excess length do not reach the terminal.
[[nodiscard]] std::string show_cell(std::string_view text);
}  // namespace concordat::config
