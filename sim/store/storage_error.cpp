#include "sim/store/storage_error.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <system_error>

namespace concordat::store
{
namespace
{
core::Problems one_problem(std::filesystem::path const& where, std::string const& what, std::string const& hint)
{
    core::Problems problems;
    problems.add({.file = where.string()}, what, hint);
    return problems;
}
}  // namespace

StorageError::StorageError(std::filesystem::path const& where, std::string const& what, std::string const& hint)
    : core::InputError{one_problem(where, what, hint)},
      text_{hint.empty() ? fmt::format("{}: {}", where.string(), what)
                         : fmt::format("{}: {}\n    {}", where.string(), what, hint)}
{
}

void throw_system_error(std::filesystem::path const& where, char const* action, int error_number)
{
    bool const full = error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
    throw StorageError{where, fmt::format("cannot {}: {}", action, std::generic_category().message(error_number)),
                       full ? "free some space, then resume the study: what is stored so far is kept" : ""};
}
}  // namespace concordat::store
