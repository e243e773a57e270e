#include "sim/store/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "sim/store/storage_error.hpp"

namespace concordat::store
{
MappedFile::MappedFile(std::filesystem::path const& path)
{
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw_system_error(path, "open the file", errno);
    struct stat info{};
    int failed = ::fstat(descriptor, &info) == 0 ? 0 : errno;
    void* mapped = nullptr;
    if (failed == 0 && info.st_size > 0) {
        mapped = ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_SHARED, descriptor, 0);
        if (mapped == MAP_FAILED) failed = errno;
    }
    ::close(descriptor);
    if (failed != 0) throw_system_error(path, "read", failed);
    data_ = static_cast<std::byte const*>(mapped);
    size_ = static_cast<std::size_t>(info.st_size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_{std::exchange(other.data_, nullptr)}, size_{std::exchange(other.size_, 0)}
{
}

MappedFile::~MappedFile()
{
    if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}
}  // namespace concordat::store
