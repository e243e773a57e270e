#pragma once

#include <string>

namespace concordat::story
{
/// "1.30", "-0.05"; never "-0.00".
[[nodiscard]] std::string write_fixed(double value, int decimals);
/// "+1.30", "-0.05"; zero has no sign.
[[nodiscard]] std::string write_signed(double value, int decimals);
/// "£40,000" from thousands.
[[nodiscard]] std::string write_pounds(double thousands);
/// "45 %"
[[nodiscard]] std::string write_share(double share);
/// "1 item", "3 items"
[[nodiscard]] std::string count(int number, std::string const& what);
/// The same sentence with its first letter in upper case.
[[nodiscard]] std::string begin_sentence(std::string text);
}  // namespace concordat::story
