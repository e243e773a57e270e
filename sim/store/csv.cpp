#include "sim/store/csv.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "sim/core/check.hpp"

namespace concordat::store
{
namespace
{
void append_line(std::string& out, std::vector<std::string> const& fields)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) out += ',';
        out += quote_csv(fields[i]);
    }
    out += '\n';
}
}  // namespace

std::string quote_csv(std::string_view field)
{
    if (field.find_first_of(",\"\r\n") == std::string_view::npos) return std::string{field};
    std::string quoted{'"'};
    for (char const c : field) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    quoted += '"';
    return quoted;
}

void append_number(std::string& out, double value)
{
    if (std::isnan(value)) return;
    std::array<char, 32> text{};  // the longest shortest form, -2.2250738585072014e-308, has 24 characters
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out.append(text.data(), end);
}

std::string number_text(double value)
{
    std::string text;
    append_number(text, value);
    return text;
}

std::string write_csv(Table const& table)
{
    std::string out;
    append_line(out, table.header);
    for (auto const& row : table.rows) {
        core::require(row.size() == table.header.size(), "a row of a table has one field per column");
        append_line(out, row);
    }
    return out;
}
}  // namespace concordat::store
