#pragma once

#include <string>

namespace concordat::cli
{
/// What a study ran on: outside the contract of equal bytes.
struct Machine
{
    std::string processor{};  ///< as the system calls it; may be empty
    int cores{};
};
[[nodiscard]] Machine describe_machine();

/// [s] since some moment in the past, never going back.
[[nodiscard]] double read_clock();
/// Now in UTC: "2008-06-27T09:30:00Z".
[[nodiscard]] std::string write_time_of_day();
}  // namespace concordat::cli
