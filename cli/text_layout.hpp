#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concordat::cli
{
inline constexpr std::size_t line_width = 100;  ///< [characters]

/// Breaks text into lines of at most `width` characters, each after `indent`, the last with a line
/// feed; nothing for an empty text.
[[nodiscard]] std::string wrap(std::string_view text, std::string_view indent,
                               std::size_t width = line_width);

/// A table in aligned columns: the first and last to the left, numbers between to the right.
class TextTable
{
  public:
    explicit TextTable(std::vector<std::string> header) { rows_.push_back(std::move(header)); }
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] std::string text() const;

  private:
    std::vector<std::vector<std::string>> rows_{};
};
}  // namespace concordat::cli
