#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace concordat::config
{
/// A parameter's value: a flag, a whole number, a number or a word out of a list of choices.
using Value = std::variant<bool, std::int64_t, double, std::string>;

/// As a person would write it: `true`, `40000`, `0.25`, `.inf`, `threshold`. Numbers take the
/// fewest digits that read back to the same bits.
[[nodiscard]] std::string show(double number);
[[nodiscard]] std::string show(Value const& value);

/// A user's text for a message: in single quotes, control characters replaced, shortened.
[[nodiscard]] std::string quote(std::string const& text);
}  // namespace concordat::config
