#include "sim/config/text_file.hpp"

#include <fmt/format.h>

#include <fstream>
#include <string_view>

namespace concordat::config
{
namespace
{
namespace fs = std::filesystem;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// A character decoded from UTF-8; length 0 where the bytes are no character.
struct Character
{
    std::uint32_t code{};
    std::size_t length{};
};

/// Number of bytes announced by the first byte of a character, 0 if it cannot be a first byte.
std::size_t announced_length(unsigned char first)
{
    if (first < 0x80U) return 1;
    if (first >= 0xC2U && first < 0xE0U) return 2;
    if (first >= 0xE0U && first < 0xF0U) return 3;
    if (first >= 0xF0U && first < 0xF5U) return 4;
    return 0;
}

Character decode(std::string_view text)
{
    auto const first = static_cast<unsigned char>(text[0]);
    auto const length = announced_length(first);
    if (length == 0 || length > text.size()) return {};
    if (length == 1) return {first, 1};
    std::uint32_t code = first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        auto const next = static_cast<unsigned char>(text[i]);
        if ((next & 0xC0U) != 0x80U) return {};
        code = (code << 6U) | (next & 0x3FU);
    }
    bool const overlong = (length == 3 && code < 0x800U) || (length == 4 && code < 0x10000U);
    bool const surrogate = code >= 0xD800U && code < 0xE000U;
    if (overlong || surrogate || code > 0x10FFFFU) return {};
    return {code, length};
}

bool is_control(std::uint32_t code)
{
    return (code < 0x20U && code != '\t' && code != '\n') || (code >= 0x7FU && code < 0xA0U) || code == 0xFEFFU;
}

std::string describe_bad(Character character, char first)
{
    if (character.length == 0) {
        return fmt::format("byte 0x{:02X} is not UTF-8 text; save the file as UTF-8",
                           static_cast<unsigned char>(first));
    }
    if (character.code == '\r') return "a carriage return stands alone; end lines with a line feed";
    return fmt::format("control character U+{:04X} is not allowed; is this a text file?", character.code);
}

std::optional<std::string> refuse(std::string const& file, std::string message, core::Problems& problems)
{
    problems.add({.file = file}, std::move(message));
    return std::nullopt;
}
}  // namespace

std::optional<std::string> read_text_file(fs::path const& path, core::Problems& problems, std::uintmax_t max_bytes)
{
    auto const file = path.generic_string();
    std::error_code error;
    auto const status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found) return refuse(file, "there is no such file", problems);
    if (fs::is_directory(status)) return refuse(file, "this is a directory, not a file", problems);
    if (!error && !fs::is_regular_file(status)) return refuse(file, "this is not an ordinary file", problems);
    auto const size = fs::file_size(path, error);
    if (error) return refuse(file, fmt::format("cannot be read ({})", error.message()), problems);
    if (size > max_bytes) {
        return refuse(file, fmt::format("has {} bytes; at most {} are read", size, max_bytes), problems);
    }
    std::ifstream in{path, std::ios::binary};
    std::string text(size, '\0');
    in.read(text.data(), static_cast<std::streamsize>(size));
    if (!in) return refuse(file, "cannot be read", problems);
    return text;
}

bool check_text(std::string const& file, std::string const& text, core::Problems& problems)
{
    std::string_view rest{text};
    if (rest.substr(0, byte_order_mark.size()) == byte_order_mark) rest.remove_prefix(byte_order_mark.size());
    int line = 1;
    int column = 1;
    while (!rest.empty()) {
        auto const character = decode(rest);
        bool const line_end = rest.substr(0, 2) == "\r\n";
        if (character.length == 0 || (is_control(character.code) && !line_end)) {
            problems.add({file, line, column}, describe_bad(character, rest[0]));
            return false;
        }
        ++column;
        if (character.code == '\n') {
            ++line;
            column = 1;
        }
        rest.remove_prefix(character.length);
    }
    return true;
}

std::string normalise_lines(std::string const& text)
{
    std::string out;
    out.reserve(text.size());
    std::size_t const start = text.compare(0, byte_order_mark.size(), byte_order_mark) == 0 ? byte_order_mark.size() : 0;
    for (std::size_t i = start; i < text.size(); ++i) {
        if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        out += text[i];
    }
    return out;
}
}  // namespace concordat::config
