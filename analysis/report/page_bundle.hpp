#pragma once

#include <string_view>

namespace concordat::report
{
/// The page's code and style, bundled from `page/` when the program was built and kept in it as
/// bytes. Both are empty in a program that was built without them (CONCORDAT_REPORT=OFF).
[[nodiscard]] std::string_view page_script();
[[nodiscard]] std::string_view page_style();
[[nodiscard]] bool page_is_built();
}  // namespace concordat::report
