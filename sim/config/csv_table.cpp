#include "sim/config/csv_table.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/config/text_file.hpp"
#include "sim/core/check.hpp"

namespace concordat::config
{
namespace
{
std::string suggest(std::string_view given, std::vector<std::string> const& known)
{
    auto const nearest = core::nearest_name(given, known);
    return nearest.empty() ? std::string{} : fmt::format("did you mean '{}'?", nearest);
}

std::string join(std::vector<std::string> const& names)
{
    constexpr std::size_t most_shown = 20;
    if (names.size() > most_shown) return fmt::format("{} names", names.size());
    return fmt::format("{}", fmt::join(names, ", "));
}

/// A cell's text for a message: control characters and excess length do not reach the terminal.
std::string show_text(std::string_view text)
{
    constexpr std::size_t longest = 60;
    std::string out{text.substr(0, longest)};
    while (!out.empty() && out.size() < text.size() && (static_cast<unsigned char>(out.back()) & 0x80U) != 0) out.pop_back();
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return text.size() > longest ? out + "..." : out;
}

template <class Number>
std::optional<Number> parse_all(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::string describe_range(CellRange const& range)
{
    auto const bounds = fmt::format("[{}, {}]", range.low, range.high);
    return range.meaning.empty() ? bounds : fmt::format("{} ({})", bounds, range.meaning);
}
}  // namespace

/// Feeds the text to libcsv byte by byte and notes where each cell starts.
struct CsvTable::Reader
{
    std::vector<Row> rows{};
    Row current{};
    int line{1};
    int column{1};
    int cell_line{};  ///< 0 until the first byte of the next cell has been seen
    int cell_column{};

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
        if (byte == '\n') {
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
            problems.add(where, fmt::format("column '{}' stands twice", show_text(cell.text)));
        } else if (std::find(known.begin(), known.end(), cell.text) == known.end()) {
            auto hint = suggest(cell.text, known);
            if (hint.empty()) hint = fmt::format("columns are {}", join(known));
            problems.add(where, fmt::format("unknown column '{}'", show_text(cell.text)), hint);
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
    for (auto const& row : rows_) {
        if (row.size() == names_.size()) continue;
        problems.add({file_, row.front().line},
                     fmt::format("{} cells where the header has {}", row.size(), names_.size()));
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

CsvTable::Cell const* CsvTable::find_cell(std::size_t row, std::string_view column) const
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

bool CsvRow::is_empty(std::string_view column) const
{
    auto const* cell = table_->find_cell(index_, column);
    return cell == nullptr || cell->text.empty();
}

void CsvRow::report(std::string_view column, std::string message, std::string hint) const
{
    problems_->add(position(column), std::move(message), std::move(hint));
}

CsvTable::Cell const* CsvRow::filled_cell(std::string_view column) const
{
    auto const* cell = table_->find_cell(index_, column);
    if (cell == nullptr) return nullptr;
    if (cell->text.empty()) {
        report(column, fmt::format("{} is empty", column));
        return nullptr;
    }
    return cell;
}

std::optional<std::string> CsvRow::text(std::string_view column) const
{
    auto const* cell = filled_cell(column);
    return cell == nullptr ? std::nullopt : std::optional{cell->text};
}

std::optional<int> CsvRow::integer(std::string_view column, CellRange const& range) const
{
    auto const* cell = filled_cell(column);
    if (cell == nullptr) return std::nullopt;
    auto const value = parse_all<long long>(cell->text);
    if (!value) {
        report(column, fmt::format("{} = '{}' is not a whole number", column, show_text(cell->text)),
               fmt::format("allowed are whole numbers in {}", describe_range(range)));
        return std::nullopt;
    }
    if (static_cast<double>(*value) < range.low || static_cast<double>(*value) > range.high) {
        report(column, fmt::format("{} = {} is outside {}", column, *value, describe_range(range)));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

std::optional<double> CsvRow::number(std::string_view column, CellRange const& range) const
{
    auto const* cell = filled_cell(column);
    if (cell == nullptr) return std::nullopt;
    auto const value = parse_all<double>(cell->text);
    if (!value || !std::isfinite(*value)) {
        report(column, fmt::format("{} = '{}' is not a number", column, show_text(cell->text)),
               fmt::format("allowed are numbers in {}, with a decimal point", describe_range(range)));
        return std::nullopt;
    }
    if (*value < range.low || *value > range.high) {
        report(column, fmt::format("{} = {} is outside {}", column, *value, describe_range(range)));
        return std::nullopt;
    }
    return value;
}

std::optional<bool> CsvRow::flag(std::string_view column) const
{
    auto const* cell = filled_cell(column);
    if (cell == nullptr) return std::nullopt;
    if (cell->text == "yes" || cell->text == "1") return true;
    if (cell->text == "no" || cell->text == "0") return false;
    report(column, fmt::format("{} = '{}' is neither yes nor no", column, show_text(cell->text)));
    return std::nullopt;
}

std::optional<int> CsvRow::find_choice(std::string_view column, std::string_view what, std::string_view text,
                                       std::vector<std::string> const& names) const
{
    auto const found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    auto hint = suggest(text, names);
    if (hint.empty()) hint = names.empty() ? fmt::format("no {} is known", what) : fmt::format("known are {}", join(names));
    report(column, fmt::format("unknown {} '{}'", what, show_text(text)), hint);
    return std::nullopt;
}

std::optional<int> CsvRow::choice(std::string_view column, std::string_view what,
                                  std::vector<std::string> const& names) const
{
    auto const* cell = filled_cell(column);
    return cell == nullptr ? std::nullopt : find_choice(column, what, cell->text, names);
}

std::vector<int> CsvRow::choices(std::string_view column, std::string_view what,
                                 std::vector<std::string> const& names) const
{
    std::vector<int> found;
    if (is_empty(column)) return found;
    std::string_view rest = table_->find_cell(index_, column)->text;
    while (true) {
        auto const end = rest.find(';');
        auto part = rest.substr(0, end);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        auto const position_in_names = find_choice(column, what, part, names);
        if (position_in_names && std::find(found.begin(), found.end(), *position_in_names) != found.end()) {
            report(column, fmt::format("{} '{}' stands twice", what, part));
        } else if (position_in_names) {
            found.push_back(*position_in_names);
        }
        if (end == std::string_view::npos) return found;
        rest.remove_prefix(end + 1);
    }
}
}  // namespace concordat::config
