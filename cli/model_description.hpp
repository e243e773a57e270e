#pragma once

#include <string_view>

namespace concordat::cli
{
/// docs/odd.md as it stood when the program was built.
[[nodiscard]] std::string_view model_description();
}  // namespace concordat::cli
