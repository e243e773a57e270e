#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// Reads a whole number in [low, high]; otherwise adds a problem and returns `low`.
[[nodiscard]] std::int64_t read_count(std::string const& option, std::string const& text,
                                      std::int64_t low, std::int64_t high,
                                      core::Problems& problems);

/// Reads a seed, 0 to 2^64 - 1. An empty text draws one from the system's source of randomness.
[[nodiscard]] std::uint64_t read_seed(std::string const& text, core::Problems& problems);

/// Number of threads; an empty text means all cores.
[[nodiscard]] int read_threads(std::string const& text, core::Problems& problems);

/// A time such as 90s, 10min or 1.5h in seconds; an empty text is no limit: infinity.
[[nodiscard]] double read_duration(std::string const& option, std::string const& text,
                                   core::Problems& problems);

/// Words separated by commas, without blanks around them.
[[nodiscard]] std::vector<std::string> split_words(std::string const& text);

/// "did you mean 'x'?", or an empty text.
[[nodiscard]] std::string suggest(std::string const& given, std::vector<std::string> const& known);
}  // namespace concordat::cli
