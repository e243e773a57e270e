#pragma once

#include <stdlib.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace concordat::test
{
/// A fresh folder that goes with the test.
class TemporaryFolder
{
  public:
    TemporaryFolder()
    {
        // In memory where that is possible: tests that sync often would wait for the disk.
        std::filesystem::path const memory{"/dev/shm"};
        auto const parent = ::access(memory.c_str(), W_OK) == 0 ? memory : std::filesystem::temp_directory_path();
        auto pattern = (parent / "concordat_test_XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr) throw std::runtime_error{"no temporary folder: " + pattern};
        path_ = pattern;
    }
    ~TemporaryFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(std::string const& name) const { return path_ / name; }

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
        for (auto at = message.find(prefix); at != std::string::npos; at = message.find(prefix, at)) {
            message.erase(at, prefix.size());
        }
        return message;
    }

  private:
    std::filesystem::path path_;
};
}  // namespace concordat::test
