#pragma once

#include <cstddef>
#include <string_view>

namespace concordat::core
{
/// Characters of UTF-8 text, by which room for it is guessed: each is taken to need one place.
[[nodiscard]] std::size_t count_characters(std::string_view text);
}  // namespace concordat::core
