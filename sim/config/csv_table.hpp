#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/csv_row.hpp"
#include "sim/core/problem.hpp"

namespace concordat::config
{
/// Most rows of a table; more are a mistake or an attack.
inline constexpr std::size_t most_rows = 100'000;

enum class Presence { required, optional };

/// A column that a table may have.
struct CsvColumn
{
    std::string name{};
    Presence presence{Presence::required};  ///< may the whole column be left out?
};

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
    using Row = std::vector<CsvCell>;
    struct Reader;

    [[nodiscard]] std::ptrdiff_t find_column(std::string_view name) const;
    [[nodiscard]] CsvCell const* find_cell(std::size_t row, std::string_view column) const;
    void check_header(Row const& header, std::vector<CsvColumn> const& columns, core::Problems& problems);
    void check_widths(core::Problems& problems) const;

    std::string file_{};
    std::vector<std::string> names_{};  ///< as in the header
    std::vector<Row> rows_{};
};
}  // namespace concordat::config
