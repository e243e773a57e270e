#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace concordat::store
{
/// SHA-256 of a file's bytes, 64 hexadecimal digits: for people who check files with tools of their own.
/// Source: FIPS 180-4, by the library nettle.
/// \throws StorageError
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& path);

/// Names of files and their sums.
using Sums = std::vector<std::pair<std::string, std::string>>;

/// The text that `sha256sum -c` reads: "SUM  NAME", a line each, for files in a folder.
/// \throws StorageError if one of them cannot be read
[[nodiscard]] std::string write_sums(std::filesystem::path const& folder, std::vector<std::string> const& names);

/// Reads such a text; lines that are none are given with an empty sum.
[[nodiscard]] Sums read_sums(std::string const& text);
}  // namespace concordat::store
