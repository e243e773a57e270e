#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concordat::store
{
/// A small table of text: one header, rows of as many fields.
struct Table
{
    std::vector<std::string> header{};
    std::vector<std::vector<std::string>> rows{};
};

/// The field as it stands in a CSV file: quoted where it holds a comma, a quote or a line break
/// (RFC 4180, section 2).
[[nodiscard]] std::string quote_csv(std::string_view field);

/// Appends the shortest decimal that reads back as the same double; nothing for NaN (a missing value).
void append_number(std::string& out, double value);
[[nodiscard]] std::string number_text(double value);

/// The whole table as CSV; lines end in a line feed, as R and Python write them on Unix.
[[nodiscard]] std::string write_csv(Table const& table);
}  // namespace concordat::store
