#include "sim/config/number_text.hpp"

#include <fmt/format.h>

#include <charconv>
#include <limits>
#include <string_view>

#include "sim/config/value.hpp"

namespace concordat::config
{
namespace
{
bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/// from_chars takes no '+'. A second sign stays for it to refuse.
std::string_view drop_plus(std::string_view text)
{
    bool const plus = text.size() > 1 && text[0] == '+' && text[1] != '-' && text[1] != '+';
    return plus ? text.substr(1) : text;
}

std::string_view drop_sign(std::string_view text)
{
    return !text.empty() && (text[0] == '+' || text[0] == '-') ? text.substr(1) : text;
}

/// "010" is eight in some YAML readers and ten in others.
bool has_leading_zero(std::string_view text)
{
    auto const digits = drop_sign(text);
    return digits.size() > 1 && digits[0] == '0' && is_digit(digits[1]);
}

bool is_infinity(std::string_view unsigned_text)
{
    return unsigned_text == ".inf" || unsigned_text == "inf";
}

bool is_nan(std::string_view text)
{
    return text == ".nan" || text == ".NaN" || text == "nan" || text == "NaN";
}

template <class Number>
NumberReading<Number> convert(std::string const& text, std::string_view kind)
{
    if (has_leading_zero(text)) {
        return {
            {},
            fmt::format("{} begins with a zero, which is octal to some programs; write it without",
                        quote(text))};
    }
    auto const digits = drop_plus(text);
    Number value{};
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (end != digits.data() + digits.size() || error == std::errc::invalid_argument) {
        return {{}, fmt::format("{} is not {}", quote(text), kind)};
    }
    if (error == std::errc::result_out_of_range) {
        return {{}, fmt::format("{} is too large or too small for a number", quote(text))};
    }
    return {value, {}};
}
}  // namespace

NumberReading<double> read_number(std::string const& text)
{
    if (is_infinity(drop_sign(text))) {
        auto const infinity = std::numeric_limits<double>::infinity();
        return {text[0] == '-' ? -infinity : infinity, {}};
    }
    if (is_nan(text)) return {{}, fmt::format("{} is not a number", quote(text))};
    if (text.find_first_not_of("+-.0123456789eE") != std::string::npos ||
        text.find_first_of("eE") == 0) {
        return {{}, fmt::format("{} is not a number", quote(text))};
    }
    return convert<double>(text, "a number");
}

NumberReading<std::int64_t> read_integer(std::string const& text)
{
    return convert<std::int64_t>(text, "a whole number");
}
}  // namespace concordat::config
