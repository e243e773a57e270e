#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/csv_table.hpp"

namespace concordat::scenario
{
inline constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

/// Finds a key that stands in two rows of a table.
class UniqueKeys
{
  public:
    /// \param what names the kind of key: "area id"
    explicit UniqueKeys(std::string what) : what_{std::move(what)} {}

    /// \return false after adding a problem where the key was used before
    bool add(config::CsvRow const& row, std::string_view column, std::string const& key);

  private:
    std::string what_;
    std::map<std::string, int> first_line_{};
};

/// As `CsvRow::choice`, but silent where the list itself could not be read.
[[nodiscard]] std::optional<int> read_reference(config::CsvRow const& row, std::string_view column,
                                                std::string_view what, std::vector<std::string> const& names);

/// A number, or `not_given` where the cell is empty.
[[nodiscard]] double read_optional_number(config::CsvRow const& row, std::string_view column,
                                          config::CellRange const& range);

/// Positions of stable ids in an ordered table.
using IdIndex = std::map<int, int>;

/// The position of an id that the row names. \param what names the kind of thing: "area"
[[nodiscard]] std::optional<int> read_id(config::CsvRow const& row, std::string_view column, std::string_view what,
                                         IdIndex const& index);

/// Stable ids and numbers are whole and positive.
[[nodiscard]] config::CellRange id_range();
}  // namespace concordat::scenario
