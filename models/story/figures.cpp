#include "models/story/figures.hpp"

#include <fmt/format.h>

#include <cctype>
#include <cmath>

namespace concordat::story
{
std::string write_fixed(double value, int decimals)
{
    auto const digits = fmt::format("{:.{}f}", std::abs(value), decimals);
    bool const zero = digits.find_first_not_of("0.") == std::string::npos;
    return fmt::format("{}{}", value < 0.0 && !zero ? "-" : "", digits);
}

std::string write_signed(double value, int decimals)
{
    auto const text = write_fixed(value, decimals);
    bool const zero = text.find_first_not_of("0.") == std::string::npos;
    return fmt::format("{}{}", value > 0.0 && !zero ? "+" : "", text);
}

std::string write_pounds(double thousands)
{
    auto digits = fmt::format("{:.0f}", std::abs(thousands) * 1000.0);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return fmt::format("{}£{}", thousands < 0.0 && digits != "0" ? "-" : "", digits);
}

std::string write_share(double share) { return fmt::format("{:.0f} %", 100.0 * share); }

std::string count(int number, std::string const& what)
{
    return fmt::format("{} {}{}", number, what, number == 1 ? "" : "s");
}

std::string begin_sentence(std::string text)
{
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}
}  // namespace concordat::story
