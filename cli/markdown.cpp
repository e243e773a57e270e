#include "cli/markdown.hpp"

namespace concordat::cli
{
std::string write_markdown_row(std::vector<std::string> const& cells)
{
    std::string row{"|"};
    for (auto const& cell : cells) {
        row += ' ';
        for (char const letter : cell) {
            if (letter == '|') row += '\\';
            row += letter == '\n' ? ' ' : letter;
        }
        row += " |";
    }
    return row + "\n";
}

std::string write_markdown_head(std::vector<std::string> const& names)
{
    std::string rule{"|"};
    for (std::size_t i = 0; i < names.size(); ++i) rule += "---|";
    return write_markdown_row(names) + rule + "\n";
}
}  // namespace concordat::cli
