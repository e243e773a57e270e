#include "sim/config/text_file.hpp"

#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <string_view>
#include <system_error>

namespace concordat::config
{
namespace
{
std::string describe_path_problem(std::filesystem::path const& path)
{
    std::error_code error;
    auto const status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found) return "file not found";
    if (status.type() == std::filesystem::file_type::directory) return "is a directory; a file is needed";
    if (status.type() != std::filesystem::file_type::regular) return "is not a regular file";
    auto const size = std::filesystem::file_size(path, error);
    if (error) return "cannot be read";
    if (size == 0) return "is empty";
    if (size > largest_text) return fmt::format("is larger than {} MiB", largest_text >> 20U);
    return {};
}

/// Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), 0 where there is none.
std::size_t sequence_length(std::string_view text, std::size_t at)
{
    auto const byte = [&](std::size_t k) {
        return at + k < text.size() ? static_cast<std::uint8_t>(text[at + k]) : std::uint8_t{0};
    };
    auto const follows = [&](std::size_t k) { return (byte(k) & 0xC0U) == 0x80U; };
    auto const first = byte(0);
    if (first < 0x80) return 1;
    if (first < 0xC2) return 0;
    if (first < 0xE0) return follows(1) ? 2 : 0;
    if (first < 0xF0) {
        bool const overlong = first == 0xE0 && byte(1) < 0xA0;
        bool const surrogate = first == 0xED && byte(1) >= 0xA0;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first > 0xF4) return 0;
    bool const overlong = first == 0xF0 && byte(1) < 0x90;
    bool const beyond = first == 0xF4 && byte(1) >= 0x90;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
}

bool is_forbidden_control(char c)
{
    auto const byte = static_cast<std::uint8_t>(c);
    return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7F;
}

/// Adds a problem for the first byte that is not text, if any.
void check_characters(std::string_view text, std::string const& file, core::Problems& problems)
{
    core::Position where{file, 1, 1};
    for (std::size_t at = 0; at < text.size();) {
        auto const length = sequence_length(text, at);
        if (length == 0) {
            problems.add(where, fmt::format("byte 0x{:02X} is not UTF-8 text", static_cast<std::uint8_t>(text[at])));
            return;
        }
        if (is_forbidden_control(text[at])) {
            problems.add(where, fmt::format("control character 0x{:02X} is not allowed",
                                            static_cast<std::uint8_t>(text[at])));
            return;
        }
        ++where.column;
        if (text[at] == '\n') {
            ++where.line;
            where.column = 1;
        }
        at += length;
    }
}
}  // namespace

std::optional<std::string> read_text_file(std::filesystem::path const& path, core::Problems& problems)
{
    auto const file = path.string();
    if (auto const problem = describe_path_problem(path); !problem.empty()) {
        problems.add({file}, problem);
        return std::nullopt;
    }
    std::string text(std::filesystem::file_size(path), '\0');
    std::ifstream in{path, std::ios::binary};
    if (!in.read(text.data(), static_cast<std::streamsize>(text.size()))) {
        problems.add({file}, "cannot be read");
        return std::nullopt;
    }
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    core::Problems found;
    check_characters(text, file, found);
    if (!found.empty()) {
        problems.append(found);
        return std::nullopt;
    }
    return text;
}
}  // namespace concordat::config
