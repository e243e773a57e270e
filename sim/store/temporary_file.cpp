#include "sim/store/temporary_file.hpp"

#include <system_error>

#include "sim/store/file.hpp"

namespace concordat::store
{
TemporaryFile::TemporaryFile(std::filesystem::path const& path) : path_{std::filesystem::absolute(path)}, temporary_{path_}
{
    temporary_ += ".tmp";
}

TemporaryFile::~TemporaryFile()
{
    std::error_code ignored;
    std::filesystem::remove(temporary_, ignored);
}

void TemporaryFile::settle() const
{
    File::open_existing(temporary_).sync();
    replace_durably(temporary_, path_);
}
}  // namespace concordat::store
