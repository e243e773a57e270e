#include "cli/text_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/characters.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::string_view table_indent = "  ";
constexpr std::string_view gap = "  ";
}  // namespace

std::string wrap(std::string_view text, std::string_view indent, std::size_t width)
{
    std::string out;
    std::string line;
    auto const end_line = [&] {
        if (!line.empty()) out += std::string{indent} + line + "\n";
        line.clear();
    };
    while (!text.empty()) {
        auto const space = text.find_first_of(" \n");
        auto const word = text.substr(0, space);
        auto const used = indent.size() + core::count_characters(line);
        if (!line.empty() && used + 1 + core::count_characters(word) > width) end_line();
        if (!word.empty() && !line.empty()) line += ' ';
        line += word;
        if (space == std::string_view::npos) break;
        if (text[space] == '\n') end_line();
        text.remove_prefix(space + 1);
    }
    end_line();
    return out;
}

std::string TextTable::text() const
{
    std::vector<std::size_t> widths(rows_.front().size(), 0);
    for (auto const& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
    }
    std::string out;
    for (auto const& row : rows_) {
        std::string line{table_indent};
        for (std::size_t i = 0; i < row.size(); ++i) {
            bool const left = i == 0 || i + 1 == row.size();
            if (i > 0) line += gap;
            line += left ? fmt::format("{:<{}}", row[i], widths[i])
                         : fmt::format("{:>{}}", row[i], widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}
}  // namespace concordat::cli
