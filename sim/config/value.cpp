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
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const byte = static_cast<unsigned char>(text[i]);
        auto const next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : '\0');
        if (out.size() >= longest && (byte & 0xC0U) != 0x80U) return fmt::format("'{}...'", out);
        bool const wide_control = byte == 0xC2U && next >= 0x80U && next < 0xA0U;
        bool const control = byte < 0x20U || byte == 0x7FU || wide_control;
        out += control ? ' ' : text[i];
        if (wide_control) ++i;
    }
    return fmt::format("'{}'", out);
}
}  // namespace concordat::config
