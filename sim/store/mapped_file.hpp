#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace concordat::store
{
/// The bytes of a file, read as they are needed.
class MappedFile
{
  public:
    /// \throws StorageError if the file cannot be read
    explicit MappedFile(std::filesystem::path const& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<std::byte const> bytes() const { return {data_, size_}; }

  private:
    std::byte const* data_{};
    std::size_t size_{};
};
}  // namespace concordat::store
