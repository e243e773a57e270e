#include "sim/store/file.hpp"

#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <utility>

#include "sim/store/storage_error.hpp"

namespace concordat::store
{
namespace
{
constexpr mode_t readable_by_all = 0644;

int rename_refusing_to_replace(char const* from, char const* to)
{
    if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return errno;
    // Some network file systems lack the flag. rename() itself refuses a folder that is not empty.
    struct stat there{};
    if (::lstat(to, &there) == 0) return EEXIST;
    return std::rename(from, to) == 0 ? 0 : errno;
}
}  // namespace

File::File(std::filesystem::path path, int flags)
    : path_{std::move(path)}, descriptor_{::open(path_.c_str(), flags | O_APPEND | O_CLOEXEC, readable_by_all)}
{
    if (descriptor_ < 0) throw_system_error(path_, (flags & O_CREAT) != 0 ? "create the file" : "open the file", errno);
}

File File::create_new(std::filesystem::path path) { return {std::move(path), O_RDWR | O_CREAT | O_EXCL}; }
File File::create_or_clear(std::filesystem::path path) { return {std::move(path), O_RDWR | O_CREAT | O_TRUNC}; }
File File::open_existing(std::filesystem::path path) { return {std::move(path), O_RDWR}; }

File::File(File&& other) noexcept
    : path_{std::move(other.path_)}, descriptor_{std::exchange(other.descriptor_, -1)}
{
}

File& File::operator=(File&& other) noexcept
{
    std::swap(path_, other.path_);
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

File::~File()
{
    if (descriptor_ >= 0) ::close(descriptor_);
}

void File::write(std::span<std::byte const> bytes)
{
    while (!bytes.empty()) {
        auto const written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throw_system_error(path_, "write", errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

void File::write(std::string_view text) { write(std::as_bytes(std::span{text})); }

void File::sync()
{
    if (::fsync(descriptor_) != 0) throw_system_error(path_, "write to the disk", errno);
}

void File::truncate(std::uint64_t size)
{
    if (::ftruncate(descriptor_, static_cast<off_t>(size)) != 0) throw_system_error(path_, "shorten the file", errno);
}

bool File::try_lock()
{
    while (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) return false;
        if (errno != EINTR) throw_system_error(path_, "lock the file", errno);
    }
    return true;
}

bool File::is_still_at_path() const
{
    struct stat mine{};
    struct stat there{};
    return ::fstat(descriptor_, &mine) == 0 && ::lstat(path_.c_str(), &there) == 0 && mine.st_dev == there.st_dev &&
           mine.st_ino == there.st_ino;
}

std::uint64_t File::size() const
{
    struct stat mine{};
    if (::fstat(descriptor_, &mine) != 0) throw_system_error(path_, "read the size of the file", errno);
    return static_cast<std::uint64_t>(mine.st_size);
}

void sync_folder(std::filesystem::path const& given)
{
    auto const folder = given.empty() ? std::filesystem::path{"."} : given;
    int const descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) throw_system_error(folder, "open the folder", errno);
    int const failed = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    // EINVAL: the file system has nothing to sync for a folder.
    if (failed != 0 && failed != EINVAL) throw_system_error(folder, "write to the disk", failed);
}

void rename_durably(std::filesystem::path const& from, std::filesystem::path const& to)
{
    int const failed = rename_refusing_to_replace(from.c_str(), to.c_str());
    if (failed != 0) throw_system_error(from, ("rename to '" + to.string() + "'").c_str(), failed);
    sync_folder(to.parent_path());
}

void replace_durably(std::filesystem::path const& from, std::filesystem::path const& to)
{
    if (std::rename(from.c_str(), to.c_str()) != 0) throw_system_error(to, "replace the file", errno);
    sync_folder(to.parent_path());
}

void write_file_durably(std::filesystem::path const& path, std::string_view text)
{
    auto temporary = path;
    temporary += ".tmp";
    {
        auto file = File::create_or_clear(temporary);
        file.write(text);
        file.sync();
    }
    replace_durably(temporary, path);
}

std::string read_file(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) throw_system_error(path, "open the file", errno);
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    if (in.bad()) throw_system_error(path, "read", EIO);
    return text;
}
}  // namespace concordat::store
