#include "models/scenario/pack_support.hpp"

#include <fmt/format.h>

namespace concordat::scenario
{
bool UniqueKeys::add(config::CsvRow const& row, std::string_view column, std::string const& key)
{
    auto const [first, is_new] = first_line_.emplace(key, row.position(column).line);
    if (!is_new) row.report(column, fmt::format("{} '{}' stands twice", what_, key),
                            fmt::format("it was used in line {}", first->second));
    return is_new;
}

std::optional<int> read_reference(config::CsvRow const& row, std::string_view column, std::string_view what,
                                  std::vector<std::string> const& names)
{
    return names.empty() ? std::nullopt : row.choice(column, what, names);
}

double read_optional_number(config::CsvRow const& row, std::string_view column, config::CellRange const& range)
{
    return row.is_empty(column) ? not_given : row.number(column, range).value_or(not_given);
}

std::optional<int> read_id(config::CsvRow const& row, std::string_view column, std::string_view what,
                           IdIndex const& index)
{
    auto const id = row.integer(column, id_range());
    if (!id) return std::nullopt;
    auto const found = index.find(*id);
    if (found == index.end()) {
        row.report(column, fmt::format("unknown {} {}", what, *id));
        return std::nullopt;
    }
    return found->second;
}

config::CellRange id_range() { return {1, 1'000'000, "stable number"}; }
}  // namespace concordat::scenario
