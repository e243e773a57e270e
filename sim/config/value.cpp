#include "sim/config/value.hpp"

#include <fmt/format.h>

#include <cmath>

namespace concordat::config
{
std::string show(double number)
{
    if (std::isinf(number)) return number > 0 ? ".inf" : "-.inf";
    return fmt::format("{}", number);
}

std::string show(Value const& value)
{
    if (auto const* flag = std::get_if<bool>(&value)) return *flag ? "true" : "false";
    if (auto const* whole = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *whole);
    if (auto const* number = std::get_if<double>(&value)) return show(*number);
    return std::get<std::string>(value);
}

std::string quote(std::string const& text)
{
    constexpr std::size_t longest = 80;
    std::string out;
    for (char const c : text) {
        bool const starts_character = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        if (out.size() >= longest && starts_character) return fmt::format("'{}...'", out);
        bool const control = static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
        out += control ? ' ' : c;
    }
    return fmt::format("'{}'", out);
}
}  // namespace concordat::config
