#pragma once

#include <filesystem>
#include <string>

namespace concordat::cli
{
/// How this program was built, and which one it is.
struct BuildFacts
{
    std::string version{};
    std::string compiler{};    ///< name and version
    std::string build_type{};  ///< Release, Debug, ...
    std::string options{};     ///< of the compiler, without warnings
    std::string system{};      ///< that it was built for
};
[[nodiscard]] BuildFacts list_build_facts();

/// The running program's own file; empty where the system does not tell.
[[nodiscard]] std::filesystem::path find_program();
/// "xxh3-128:..." of that file; empty where it cannot be read.
[[nodiscard]] std::string hash_program();
}  // namespace concordat::cli
