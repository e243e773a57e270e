#include "sim/core/characters.hpp"

#include <algorithm>

namespace concordat::core
{
std::size_t count_characters(std::string_view text)
{
    // Bytes that go on with a character begin with the bits 10.
    auto const begins = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins));
}
}  // namespace concordat::core
