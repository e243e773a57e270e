#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace concordat::config
{
class CsvTable;

struct CsvCell
{
    std::string text{};
    int line{};    ///< where the cell begins, from 1
    int column{};  ///< [characters] from 1
};

/// Values that a cell may take, both ends included, and what the number is.
struct CellRange
{
    double low{};
    double high{};
    std::string meaning{};  ///< shown in messages, with the unit: "persons"
};

/// Typed reads of one row. Each returns nothing after adding a problem.
class CsvRow
{
  public:
    CsvRow(CsvTable const& table, std::size_t index, core::Problems& problems)
        : table_{&table}, index_{index}, problems_{&problems}
    {}

    /// No text in the cell, or no such column.
    [[nodiscard]] bool is_empty(std::string_view column) const;

    [[nodiscard]] std::optional<std::string> text(std::string_view column) const;
    [[nodiscard]] std::optional<int> integer(std::string_view column, CellRange const& range) const;
    [[nodiscard]] std::optional<double> number(std::string_view column, CellRange const& range) const;
    /// yes, no, 1 or 0
    [[nodiscard]] std::optional<bool> flag(std::string_view column) const;
    /// Position of the cell's text in `names`. \param what names the kind of thing: "region"
    [[nodiscard]] std::optional<int> choice(std::string_view column, std::string_view what,
                                            std::vector<std::string> const& names) const;
    /// The parts of "a;b;c", each one of `names`; an empty cell has none.
    [[nodiscard]] std::vector<int> choices(std::string_view column, std::string_view what,
                                           std::vector<std::string> const& names) const;

    /// Where a cell stands; the start of its row where the cell does not exist.
    [[nodiscard]] core::Position position(std::string_view column) const;
    void report(std::string_view column, std::string message, std::string hint = {}) const;

  private:
    [[nodiscard]] CsvCell const* filled_cell(std::string_view column) const;
    [[nodiscard]] std::optional<int> find_choice(std::string_view column, std::string_view what, std::string_view text,
                                                 std::vector<std::string> const& names) const;

    CsvTable const* table_;
    std::size_t index_;
    core::Problems* problems_;
};
}  // namespace concordat::config
