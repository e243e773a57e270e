#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "sim/core/problem.hpp"

namespace concordat::config
{
/// The largest input file that is read.
inline constexpr std::uintmax_t max_text_bytes = 8U * 1024U * 1024U;  ///< [bytes] 8 MiB

/// The whole text of a file, its bytes unchanged. Missing files, directories, devices, files
/// without read permission and files above `max_bytes` (seen before reading) are problems.
[[nodiscard]] std::optional<std::string> read_text_file(std::filesystem::path const& path, core::Problems& problems,
                                                        std::uintmax_t max_bytes = max_text_bytes);

/// Reports the first byte that is not UTF-8 text: broken sequences and control characters other
/// than tab, line feed and carriage return before a line feed.
/// \returns whether the text is clean
[[nodiscard]] bool check_text(std::string const& file, std::string const& text, core::Problems& problems);

/// Without a byte order mark and with "\n" at the end of lines.
[[nodiscard]] std::string normalise_lines(std::string const& text);
}  // namespace concordat::config
