#include "sim/config/csv_row.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "sim/config/csv_table.hpp"
#include "sim/config/csv_wording.hpp"

namespace concordat::config
{
namespace
{
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

core::Position CsvRow::position(std::string_view column) const { return table_->position(index_, column); }

bool CsvRow::is_empty(std::string_view column) const
{
    auto const* cell = table_->find_cell(index_, column);
    return cell == nullptr || cell->text.empty();
}

void CsvRow::report(std::string_view column, std::string message, std::string hint) const
{
    problems_->add(position(column), std::move(message), std::move(hint));
}

CsvCell const* CsvRow::filled_cell(std::string_view column) const
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
        report(column, fmt::format("{} = '{}' is not a whole number", column, show_cell(cell->text)),
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
        report(column, fmt::format("{} = '{}' is not a number", column, show_cell(cell->text)),
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
    report(column, fmt::format("{} = '{}' is neither yes nor no", column, show_cell(cell->text)));
    return std::nullopt;
}

std::optional<int> CsvRow::find_choice(std::string_view column, std::string_view what, std::string_view text,
                                       std::vector<std::string> const& names) const
{
    auto const found = std::find(names.begin(), names.end(), text);
    if (found != names.end()) return static_cast<int>(found - names.begin());
    auto hint = suggest(text, names);
    if (hint.empty()) hint = fmt::format("known are {}", join_names(names));
    report(column, fmt::format("unknown {} '{}'", what, show_cell(text)), hint);
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
