#pragma once

#include <string>

namespace concordat::cli
{
/// "1,234.5": fixed decimals, thousands set apart; "-" where there is no value. Never "-0.0".
[[nodiscard]] std::string write_number(double value, int decimals);
/// The same with its sign; an exact zero has none.
[[nodiscard]] std::string write_change(double value, int decimals);
/// "1,234.5 to 1,300.0"
[[nodiscard]] std::string write_range(double low, double high, int decimals);
[[nodiscard]] std::string write_change_range(double low, double high, int decimals);
/// "97 %", "> 99 %", "100 %" only for one; "-" where there is no value.
[[nodiscard]] std::string write_percent(double share);
/// A unit as tables have room for it: "GBP million a year" is "GBP m a year".
[[nodiscard]] std::string shorten_unit(std::string unit);
/// A standard error with a digit more than its mean; "< 0.0001" where that shows nothing.
[[nodiscard]] std::string write_error(double value, int decimals);
}  // namespace concordat::cli
