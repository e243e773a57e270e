#include "models/story/joint_told.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/story/figures.hpp"

namespace concordat::story
{
namespace
{
/// "Bradford, Kirklees and Leeds"
std::string list_areas(std::vector<int> const& areas, state::Pack const& pack)
{
    std::string text;
    for (std::size_t n = 0; n < areas.size(); ++n) {
        char const* const link = n == 0 ? "" : n + 1 == areas.size() ? " and " : ", ";
        text += link + pack.areas.at(static_cast<std::size_t>(areas[n])).name;
    }
    return text;
}

std::string say_whole(ItemRecord const& item)
{
    auto const paid = item.payment > 0.0 ? write_pounds(item.payment) : std::string{"nothing"};
    return fmt::format("the whole {} {}, {}", write_fixed(std::abs(item.joint_missing), 2),
                       item.joint_missing > 0.0 ? "short" : "above", paid);
}
}  // namespace

std::string tell_joint(AreaRecord const& record, Names const& names)
{
    std::string text;
    for (auto const& item : record.items) {
        if (item.joint_with.empty()) continue;
        text += fmt::format("{}{} with {} ({})", text.empty() ? "" : "; ", names.number(item.indicator),
                            list_areas(item.joint_with, names.pack()), say_whole(item));
    }
    return text.empty() ? text : "Held together with others, and paid on the whole: " + text + ".";
}
}  // namespace concordat::story
