#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

namespace concordat::test
{
/// A folder of its own for one test; gone afterwards.
class TemporaryFolder
{
  public:
    TemporaryFolder()
    {
        static std::atomic<int> count{0};
        path_ = std::filesystem::temp_directory_path() /
                ("concordat_test_" + std::to_string(getpid()) + "_" + std::to_string(count++));
        std::filesystem::create_directories(path_);
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

    /// Writes a file, with the folders above it. \returns its path
    std::filesystem::path write(std::string const& name, std::string_view text) const
    {
        auto const file = path_ / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << text;
        return file;
    }

    /// A message without this folder's path, so that it can be compared as a whole.
    [[nodiscard]] std::string shorten(std::string message) const
    {
        auto const prefix = path_.generic_string() + "/";
        for (auto at = message.find(prefix); at != std::string::npos;
             at = message.find(prefix, at)) {
            message.erase(at, prefix.size());
        }
        return message;
    }

  private:
    std::filesystem::path path_{};
};
}  // namespace concordat::test
