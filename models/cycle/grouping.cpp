#include "models/cycle/grouping.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/check.hpp"

namespace concordat::cycle
{
namespace
{
std::vector<std::string> list_groups(Grouping grouping, state::Pack const& pack)
{
    std::vector<std::string> names;
    switch (grouping) {
        case Grouping::nation: return {pack.nation};
        case Grouping::region: return pack.regions;
        case Grouping::area_type: return pack.area_types;
        case Grouping::deprivation_quintile: return {"least deprived", "second", "third", "fourth", "most deprived"};
        case Grouping::inspection_class: return {"poor", "weak", "fair", "good", "excellent"};
        case Grouping::subject_group: return pack.subject_groups;
        case Grouping::department:
            for (auto const& department : pack.departments) names.push_back(department.code);
            return names;
        case Grouping::indicator:
            for (auto const& indicator : pack.indicators) names.push_back("NI " + std::to_string(indicator.number));
            return names;
        case Grouping::area:
            for (auto const& area : pack.areas) names.push_back(area.name);
            return names;
        case Grouping::area_indicator: return names;
    }
    return names;
}

/// What else tells the groups.
std::vector<std::string> list_details(Grouping grouping, state::Pack const& pack)
{
    std::vector<std::string> details;
    if (grouping == Grouping::area) {
        for (auto const& area : pack.areas) details.push_back(area.code);
    } else if (grouping == Grouping::indicator) {
        for (auto const& indicator : pack.indicators) details.push_back(indicator.name);
    } else if (grouping == Grouping::department) {
        for (auto const& department : pack.departments) details.push_back(department.name);
    }
    return details;
}

/// Fifths of the areas, 0 the least deprived.
std::vector<int> quintiles_of(state::Pack const& pack)
{
    std::vector<std::size_t> order(pack.area_count());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pack.areas[a].deprivation < pack.areas[b].deprivation;
    });
    constexpr std::size_t groups = 5;
    std::vector<int> out(order.size());
    for (std::size_t r = 0; r < order.size(); ++r) out[order[r]] = static_cast<int>(r * groups / order.size());
    return out;
}

template <class List, class Member>
std::vector<int> map_all(List const& list, Member group_of)
{
    std::vector<int> groups;
    for (auto const& one : list) groups.push_back(group_of(one));
    return groups;
}

std::vector<int> count_up(std::size_t count)
{
    std::vector<int> groups(count);
    std::iota(groups.begin(), groups.end(), 0);
    return groups;
}

std::vector<int> find_groups(Grouping grouping, state::Pack const& pack)
{
    switch (grouping) {
        case Grouping::nation: return std::vector<int>(pack.area_count(), 0);
        case Grouping::region: return map_all(pack.areas, [](auto const& area) { return area.region.index(); });
        case Grouping::area_type: return map_all(pack.areas, [](auto const& area) { return area.type; });
        case Grouping::deprivation_quintile: return quintiles_of(pack);
        case Grouping::area: return count_up(pack.area_count());
        case Grouping::subject_group: return map_all(pack.indicators, [](auto const& j) { return j.subject_group; });
        case Grouping::department:
            return map_all(pack.indicators, [](auto const& j) { return j.department.valid() ? j.department.index() : -1; });
        case Grouping::indicator: return count_up(pack.indicator_count());
        case Grouping::inspection_class:
        case Grouping::area_indicator: break;
    }
    return {};
}
}  // namespace

std::vector<std::string> const& grouping_names()
{
    static std::vector<std::string> const names{
        "nation",     "region",    "area_type", "deprivation_quintile", "inspection_class", "subject_group",
        "department", "indicator", "area",      "area_indicator"};
    return names;
}

std::string const& name_of(Grouping grouping) { return grouping_names()[static_cast<std::size_t>(grouping)]; }

bool groups_areas(Grouping grouping)
{
    return grouping < Grouping::subject_group || grouping == Grouping::area;
}

store::Grouping describe_grouping(Grouping grouping, state::Pack const& pack)
{
    return {.name = name_of(grouping),
            .groups = list_groups(grouping, pack),
            .details = list_details(grouping, pack)};
}

Membership::Membership(Grouping grouping, state::Pack const& pack)
    : fixed_{find_groups(grouping, pack)},
      groups_{list_groups(grouping, pack).size()},
      drawn_{grouping == Grouping::inspection_class}
{
    core::require(grouping != Grouping::area_indicator, "cells are not grouped");
}
}  // namespace concordat::cycle
