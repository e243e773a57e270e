#include "sim/config/csv_table.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>

#include "sim/config/csv_wording.hpp"
#include "sim/config/text_file.hpp"
#include "sim/core/check.hpp"

namespace concordat::config
{
/// Feeds the text to libcsv byte by byte and notes where each cell starts.
struct CsvTable::Reader
{
    std::vector<Row> rows{};
    Row current{};
    int line{1};
    int column{1};
    int cell_line{};  ///< 0 until the first byte of the next cell has been seen
    int cell_column{};
    char previous{};  ///< byte before the present one

    static void end_cell(void* text, std::size_t size, void* self) noexcept
    {
        auto& reader = *static_cast<Reader*>(self);
        reader.current.push_back({{static_cast<char const*>(text), size}, reader.cell_line, reader.cell_column});
        reader.cell_line = 0;
    }

    static void end_row(int /*terminator*/, void* self) noexcept
    {
        auto& reader = *static_cast<Reader*>(self);
        reader.rows.push_back(std::move(reader.current));
        reader.current.clear();
        reader.cell_line = 0;
    }

    void note_start(char byte)
    {
        bool const between_rows = current.empty() && (byte == '\n' || byte == '\r');
        if (cell_line != 0 || between_rows || byte == ' ' || byte == '\t') return;
        cell_line = line;
        cell_column = column;
    }

    void advance(char byte)
    {
        bool const continues_character = (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
        bool const ends_return = byte == '\n' && previous == '\r';
        previous = byte;
        if (ends_return) return;
        if (byte == '\n' || byte == '\r') {
            ++line;
            column = 1;
        } else if (!continues_character) {
            ++column;
        }
    }

    /// \return false after adding a problem where quotes are wrong
    bool read(std::string_view text, std::string const& file, core::Problems& problems)
    {
        csv_parser parser{};
        core::require(csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) == 0, "the CSV parser starts");
        bool good = true;
        for (char const byte : text) {
            note_start(byte);
            if (csv_parse(&parser, &byte, 1, end_cell, end_row, this) != 1) {
                problems.add({file, line, column}, "a quote stands inside a cell",
                             "put the whole cell in quotes and write a quote inside it twice");
                good = false;
                break;
            }
            advance(byte);
        }
        if (good && csv_fini(&parser, end_cell, end_row, this) != 0) {
            problems.add({file, cell_line, cell_column}, "the quote that opens this cell is never closed");
            good = false;
        }
        csv_free(&parser);
        return good;
    }
};

std::optional<CsvTable> CsvTable::read(std::filesystem::path const& path, std::vector<CsvColumn> const& columns,
                                       core::Problems& problems)
{
    auto const text = read_text_file(path, problems);
    if (!text) return std::nullopt;
    CsvTable table;
    table.file_ = path.string();
    Reader reader;
    if (!reader.read(*text, table.file_, problems)) return std::nullopt;
    if (reader.rows.empty()) {
        problems.add({table.file_}, "has no header line");
        return std::nullopt;
    }
    if (reader.rows.size() - 1 > most_rows) {
        problems.add({table.file_}, fmt::format("has {} rows; at most {} are read", reader.rows.size() - 1, most_rows));
        return std::nullopt;
    }
    table.check_header(reader.rows.front(), columns, problems);
    table.rows_.assign(std::make_move_iterator(reader.rows.begin() + 1), std::make_move_iterator(reader.rows.end()));
    if (table.rows_.empty()) problems.add({table.file_}, "has a header but no rows");
    table.check_widths(problems);
    return table;
}

void CsvTable::check_header(Row const& header, std::vector<CsvColumn> const& columns, core::Problems& problems)
{
    std::vector<std::string> known;
    for (auto const& column : columns) known.push_back(column.name);
    for (auto const& cell : header) {
        core::Position const where{file_, cell.line, cell.column};
        if (has_column(cell.text)) {
            problems.add(where, fmt::format("column '{}' stands twice", show_cell(cell.text)));
        } else if (std::find(known.begin(), known.end(), cell.text) == known.end()) {
            auto hint = suggest(cell.text, known);
            if (hint.empty()) hint = fmt::format("columns are {}", join_names(known));
            problems.add(where, fmt::format("unknown column '{}'", show_cell(cell.text)), hint);
        }
        names_.push_back(cell.text);
    }
    for (auto const& column : columns) {
        if (column.presence == Presence::required && !has_column(column.name)) {
            problems.add({file_, 1}, fmt::format("column '{}' is missing", column.name));
        }
    }
}

void CsvTable::check_widths(core::Problems& problems) const
{
    constexpr std::size_t most_reported = 20;
    std::size_t ragged = 0;
    for (auto const& row : rows_) {
        if (row.size() == names_.size() || ++ragged > most_reported) continue;
        problems.add({file_, row.front().line},
                     fmt::format("{} cells where the header has {}", row.size(), names_.size()));
    }
    if (ragged > most_reported) {
        problems.add({file_}, fmt::format("{} more rows have too many or too few cells", ragged - most_reported));
    }
}

CsvRow CsvTable::row(std::size_t index, core::Problems& problems) const
{
    core::require(index < rows_.size(), "the row exists");
    return {*this, index, problems};
}

std::ptrdiff_t CsvTable::find_column(std::string_view name) const
{
    auto const found = std::find(names_.begin(), names_.end(), name);
    return found == names_.end() ? -1 : found - names_.begin();
}

CsvCell const* CsvTable::find_cell(std::size_t row, std::string_view column) const
{
    auto const at = find_column(column);
    if (at < 0 || static_cast<std::size_t>(at) >= rows_[row].size()) return nullptr;
    return &rows_[row][static_cast<std::size_t>(at)];
}

core::Position CsvTable::position(std::size_t row, std::string_view column) const
{
    core::require(row < rows_.size(), "the row exists");
    if (auto const* cell = find_cell(row, column)) return {file_, cell->line, cell->column};
    return {file_, rows_[row].front().line};
}
}  // namespace concordat::config
