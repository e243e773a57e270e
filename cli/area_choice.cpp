#include "cli/area_choice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cctype>
#include <vector>

#include "cli/option_values.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::size_t most_named = 6;  ///< [areas] that an ambiguous beginning names

std::string to_lower(std::string text)
{
    for (auto& letter : text) {
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return text;
}
}  // namespace

int find_area(state::Pack const& pack, std::string const& text, core::Problems& problems)
{
    auto const wanted = to_lower(text);
    std::vector<int> begins;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < pack.areas.size(); ++i) {
        auto const& area = pack.areas[i];
        auto const name = to_lower(area.name);
        if (name == wanted || to_lower(area.code) == wanted) return static_cast<int>(i);
        if (!wanted.empty() && name.rfind(wanted, 0) == 0) begins.push_back(static_cast<int>(i));
        names.push_back(area.name);
    }
    if (begins.size() == 1) return begins.front();
    if (begins.empty()) {
        problems.add({.file = "--area"}, fmt::format("there is no area {}", config::quote(text)),
                     suggest(text, names));
        return -1;
    }
    std::vector<std::string> could_be;
    for (std::size_t k = 0; k < begins.size() && k < most_named; ++k) {
        could_be.push_back(names[static_cast<std::size_t>(begins[k])]);
    }
    if (begins.size() > most_named) could_be.emplace_back("...");
    problems.add({.file = "--area"},
                 fmt::format("{} could be {} areas", config::quote(text), begins.size()),
                 fmt::format("{}", fmt::join(could_be, ", ")));
    return -1;
}
}  // namespace concordat::cli
