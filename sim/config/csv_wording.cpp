#include "sim/config/csv_wording.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/core/problem.hpp"

namespace concordat::config
{
std::string suggest(std::string_view given, std::vector<std::string> const& known)
{
    auto const nearest = core::nearest_name(given, known);
    return nearest.empty() ? std::string{} : fmt::format("did you mean '{}'?", nearest);
}

std::string join_names(std::vector<std::string> const& names)
{
    constexpr std::size_t most_shown = 20;
    if (names.empty()) return "none";
    if (names.size() > most_shown) return fmt::format("{} names", names.size());
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string show_cell(std::string_view text)
{
    constexpr std::size_t longest = 60;
    std::string out{text.substr(0, longest)};
    bool const is_cut = out.size() < text.size();
    while (is_cut && !out.empty() && (static_cast<unsigned char>(out.back()) & 0x80U) != 0) out.pop_back();
    std::replace_if(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return is_cut ? out + "..." : out;
}
}  // namespace concordat::config
