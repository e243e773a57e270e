#include "cli/number_format.hpp"

#include <fmt/format.h>

#include <cmath>
#include <string_view>

namespace concordat::cli
{
namespace
{
constexpr char const* no_value = "-";

/// Sets thousands of the whole part apart.
std::string group_digits(std::string digits)
{
    auto const point = digits.find('.');
    auto at = static_cast<std::ptrdiff_t>(point == std::string::npos ? digits.size() : point) - 3;
    for (; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
}

bool is_all_zero(std::string const& digits)
{
    return digits.find_first_not_of("0.,") == std::string::npos;
}
}  // namespace

std::string write_number(double value, int decimals)
{
    if (std::isnan(value)) return no_value;
    auto const digits = group_digits(fmt::format("{:.{}f}", std::abs(value), decimals));
    return value < 0.0 && !is_all_zero(digits) ? "-" + digits : digits;
}

std::string write_change(double value, int decimals)
{
    auto const text = write_number(value, decimals);
    return value > 0.0 && !is_all_zero(text) ? "+" + text : text;
}

std::string write_range(double low, double high, int decimals)
{
    if (std::isnan(low)) return no_value;
    return write_number(low, decimals) + " to " + write_number(high, decimals);
}

std::string write_change_range(double low, double high, int decimals)
{
    if (std::isnan(low)) return no_value;
    return write_change(low, decimals) + " to " + write_change(high, decimals);
}

std::string write_percent(double share)
{
    if (std::isnan(share)) return no_value;
    double const percent = 100.0 * share;
    if (share < 1.0 && percent >= 99.5) return "> 99 %";
    if (share > 0.0 && percent < 0.5) return "< 1 %";
    return fmt::format("{:.0f} %", percent);
}

std::string shorten_unit(std::string unit)
{
    constexpr std::string_view word{"million"};
    auto const at = unit.find(word);
    return at == std::string::npos ? unit : unit.replace(at, word.size(), "m");
}

std::string write_error(double value, int decimals)
{
    if (std::isnan(value)) return no_value;
    if (value == 0.0) return "0";
    auto const text = write_number(value, decimals + 1);
    if (!is_all_zero(text)) return text;
    return fmt::format("< 0.{}1", std::string(static_cast<std::size_t>(decimals), '0'));
}
}  // namespace concordat::cli
