#include "models/story/names.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace concordat::story
{
namespace
{
constexpr std::size_t longest_name = 16;  ///< [characters] of a department that is not abbreviated
}

std::string const& Names::area() const
{
    return pack_.areas.at(static_cast<std::size_t>(area_)).name;
}

std::string Names::number(int indicator) const
{
    return fmt::format("NI {}", pack_.indicators.at(static_cast<std::size_t>(indicator)).number);
}

std::string Names::indicator(int indicator) const
{
    auto const& name = pack_.indicators.at(static_cast<std::size_t>(indicator)).name;
    return name.empty() ? number(indicator) : fmt::format("{} ({})", number(indicator), name);
}

std::string Names::numbers(std::vector<int> indicators) const
{
    auto const number_of = [&](int j) { return pack_.indicators.at(static_cast<std::size_t>(j)).number; };
    std::sort(indicators.begin(), indicators.end(), [&](int a, int b) { return number_of(a) < number_of(b); });
    std::string text;
    for (std::size_t k = 0; k < indicators.size(); ++k) {
        if (k > 0) text += k + 1 == indicators.size() ? " and " : ", ";
        text += k == 0 ? number(indicators[k]) : fmt::format("{}", number_of(indicators[k]));
    }
    return text;
}

std::string Names::department(int department) const
{
    auto const& row = pack_.departments.at(static_cast<std::size_t>(department));
    return row.name.empty() || row.name.size() > longest_name ? row.code : "the " + row.name;
}

std::string Names::party(state::Party party, int indicator) const
{
    auto const own_department = [&] {
        return department(pack_.indicators.at(static_cast<std::size_t>(indicator)).department.index());
    };
    switch (party) {
        case state::Party::council:
            return area();
        case state::Party::partnership:
            return "the partnership";
        case state::Party::government_office:
            return "the Government Office";
        case state::Party::department:
            return indicator < 0 ? "Whitehall" : own_department();
        case state::Party::minister:
            return indicator < 0 ? "the minister" : "the minister of " + own_department();
        case state::Party::adviser:
            return "the independent adviser";
    }
    return {};
}
}  // namespace concordat::story
