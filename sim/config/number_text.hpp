#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace concordat::config
{
/// The outcome of reading a number: the value, or what is wrong with the text.
template <class Number>
struct NumberReading
{
    std::optional<Number> value{};
    std::string complaint{};  ///< "'010' begins with a zero ..."; empty if there is a value
};

/// Reads a decimal number over the whole text: digits, a point, an exponent, a sign. Infinity is
/// read from `.inf`, `inf` and their negatives; the caller decides whether it is allowed. Refused:
/// hexadecimal and octal forms, leading zeros, separators, NaN, numbers beyond a double's range.
[[nodiscard]] NumberReading<double> read_number(std::string const& text);

/// The same for whole numbers: digits and a sign only.
[[nodiscard]] NumberReading<std::int64_t> read_integer(std::string const& text);
}  // namespace concordat::config
