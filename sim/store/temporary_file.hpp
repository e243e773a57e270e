#pragma once

#include <filesystem>

namespace concordat::store
{
/// A name, "PATH.tmp", for a file that takes its place at PATH in one step once it is whole. What is
/// given up on the way goes with the object.
class TemporaryFile
{
  public:
    explicit TemporaryFile(std::filesystem::path const& path);
    TemporaryFile(TemporaryFile const&) = delete;
    TemporaryFile& operator=(TemporaryFile const&) = delete;
    ~TemporaryFile();

    [[nodiscard]] std::filesystem::path const& path() const { return temporary_; }
    /// Puts the file on the disk and at its place; what was there is gone.
    /// \throws StorageError
    void settle() const;

  private:
    std::filesystem::path path_;
    std::filesystem::path temporary_;
};
}  // namespace concordat::store
