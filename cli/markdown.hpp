#pragma once

#include <string>
#include <vector>

namespace concordat::cli
{
/// A row of a Markdown table with its line feed; what stands in a cell cannot break it.
[[nodiscard]] std::string write_markdown_row(std::vector<std::string> const& cells);
/// The head of a table and the rule below it.
[[nodiscard]] std::string write_markdown_head(std::vector<std::string> const& names);
}  // namespace concordat::cli
