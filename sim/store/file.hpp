#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace concordat::store
{
/// A file open for writing at its end. Closing it releases its lock.
/// Every function throws `StorageError` with the path and the system's reason.
class File
{
  public:
    [[nodiscard]] static File create_new(std::filesystem::path path);   ///< fails where it exists
    [[nodiscard]] static File create_or_clear(std::filesystem::path path);
    [[nodiscard]] static File open_existing(std::filesystem::path path);

    File(File&& other) noexcept;
    File& operator=(File&& other) noexcept;  ///< the file held before is closed with `other`
    ~File();

    void write(std::span<std::byte const> bytes);  ///< at the end, all of it
    void write(std::string_view text);
    void sync();                                   ///< returns when the bytes are on the disk
    void truncate(std::uint64_t size);

    /// Takes the file for this process alone.
    /// \return false where another process holds it
    [[nodiscard]] bool try_lock();
    /// Whether the path still leads to this very file (it may have been renamed or removed).
    [[nodiscard]] bool is_still_at_path() const;

    [[nodiscard]] std::uint64_t size() const;  ///< [bytes]
    [[nodiscard]] std::filesystem::path const& path() const { return path_; }
    /// For a folder that was renamed with the file in it.
    void set_path(std::filesystem::path path) { path_ = std::move(path); }

  private:
    File(std::filesystem::path path, int flags);
    std::filesystem::path path_;
    int descriptor_{-1};
};

/// Makes the names inside a folder durable; an empty path is the present folder.
void sync_folder(std::filesystem::path const& folder);
/// Renames in one step; fails where `to` exists.
void rename_durably(std::filesystem::path const& from, std::filesystem::path const& to);
/// Renames in one step; what was at `to` is gone.
void replace_durably(std::filesystem::path const& from, std::filesystem::path const& to);
/// The file holds either all of `text` or what it held before, whatever happens.
void write_file_durably(std::filesystem::path const& path, std::string_view text);
[[nodiscard]] std::string read_file(std::filesystem::path const& path);
}  // namespace concordat::store
