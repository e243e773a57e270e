#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>

#include "sim/core/problem.hpp"

namespace concordat::config
{
/// Largest text that is read; anything bigger is a mistake or an attack.
inline constexpr std::size_t largest_text = std::size_t{8} << 20U;  ///< [bytes]

/// Reads a text file after checking what can be wrong with it: missing, a directory or another
/// special file, unreadable, empty, too large, not UTF-8, control characters. A byte order mark
/// is dropped.
[[nodiscard]] std::optional<std::string> read_text_file(std::filesystem::path const& path, core::Problems& problems);
}  // namespace concordat::config
