#pragma once

#include <filesystem>
#include <string>

#include "sim/core/problem.hpp"

namespace concordat::store
{
/// A study folder cannot be read, made or written: it exists already, belongs to somebody else, is
/// locked or damaged, or the disk is full. What was stored before stays as it is.
///
/// It is an `InputError`, but its text leaves out "nothing was run", which may be false here.
class StorageError final : public core::InputError
{
  public:
    StorageError(std::filesystem::path const& where, std::string const& what, std::string const& hint = {});
    [[nodiscard]] char const* what() const noexcept override { return text_.c_str(); }

  private:
    std::string text_;
};

/// \throws StorageError "WHERE: cannot ACTION: REASON", the reason being the system's words for `error_number`
[[noreturn]] void throw_system_error(std::filesystem::path const& where, char const* action, int error_number);
}  // namespace concordat::store
