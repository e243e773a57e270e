#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/problem.hpp"

namespace concordat::config
{
enum class Presence { required, optional };

/// A column that a table may have.
struct CsvColumn
{
    std::string name{};
    Presence presence{Presence::required};  ///< may the whole column be left out?
};

/// Values that a cell may take, both ends included, and what the number is.
struct CellRange
{
    double low{};
    double high{};
    std::string meaning{};  ///< shown in messages, with the unit: "persons"
};

class CsvRow;

/// A comma-separated table with a header line, whose cells know where they stand.
///
/// Strict RFC 4180 text in UTF-8, at most 8 MiB; a byte order mark, either line ending, blank
/// lines and blanks around unquoted cells are accepted. Reads are typed and collect problems;
/// a cell of a column that is missing, or cut off in a ragged row, reads as nothing without a
/// second message.
class CsvTable
{
  public:
    /// Reads a file. Every departure from `columns` and every ragged row is added to `problems`;
    /// nothing is returned where the text is no table at all.
    static std::optional<CsvTable> read(std::filesystem::path const& path, std::vector<CsvColumn> const& columns,
                                        core::Problems& problems);

    [[nodiscard]] std::size_t row_count() const { return rows_.size(); }
    [[nodiscard]] bool has_column(std::string_view name) const { return find_column(name) >= 0; }
    [[nodiscard]] std::vector<std::string> const& column_names() const { return names_; }
    [[nodiscard]] std::string const& file() const { return file_; }

    /// \param problems collects what the reads of this row find; must outlive the row
    [[nodiscard]] CsvRow row(std::size_t index, core::Problems& problems) const;

    /// Where a cell stands; the start of its row where the cell does not exist.
    [[nodiscard]] core::Position position(std::size_t row, std::string_view column) const;

  private:
    friend class CsvRow;
    struct Cell
    {
        std::string text{};
        int line{};
        int column{};
    };
    using Row = std::vector<Cell>;
    struct Reader;

    [[nodiscard]] std::ptrdiff_t find_column(std::string_view name) const;
    [[nodiscard]] Cell const* find_cell(std::size_t row, std::string_view column) const;
    void check_header(Row const& header, std::vector<CsvColumn> const& columns, core::Problems& problems);
    void check_widths(core::Problems& problems) const;

    std::string file_{};
    std::vector<std::string> names_{};  ///< as in the header
    std::vector<Row> rows_{};
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

    [[nodiscard]] core::Position position(std::string_view column) const { return table_->position(index_, column); }
    void report(std::string_view column, std::string message, std::string hint = {}) const;

  private:
    [[nodiscard]] CsvTable::Cell const* filled_cell(std::string_view column) const;
    [[nodiscard]] std::optional<int> find_choice(std::string_view column, std::string_view what, std::string_view text,
                                                 std::vector<std::string> const& names) const;

    CsvTable const* table_;
    std::size_t index_;
    core::Problems* problems_;
};
}  // namespace concordat::config
