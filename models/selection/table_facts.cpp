#include "models/selection/table_facts.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/random/streams.hpp"

namespace concordat::selection
{
namespace
{
/// A name as a number, the same whatever row it stands in.
std::uint32_t name_id(std::string const& name)
{
    return static_cast<std::uint32_t>(random::Purpose{name}.hash());
}

/// Draws come in packets of eight from an even number on; a wider gap than that is left.
void fill_gaps(TableFacts& facts)
{
    constexpr std::uint32_t widest = 8;
    auto& filled = facts.filled_numbers;
    for (auto const own : facts.number) {
        bool const near = !filled.empty() && own - filled.back() <= widest;
        std::uint32_t next = near ? filled.back() + 1 : own - own % 2;
        for (; next < own; ++next) filled.push_back(next);
        facts.filled_place.push_back(static_cast<int>(filled.size()));
        filled.push_back(own);
    }
}
}  // namespace

TableFacts::TableFacts(state::Pack const& pack, ItemLists lists_in) : lists{std::move(lists_in)}
{
    department_row.resize(pack.departments.size());
    std::iota(department_row.begin(), department_row.end(), 0);
    std::sort(department_row.begin(), department_row.end(),
              [&](int a, int b) { return pack.departments[a].code < pack.departments[b].code; });
    std::vector<int> rank(department_row.size());
    for (int d = 0; d < department_count(); ++d) {
        rank[department_row[d]] = d;
        department_id.push_back(name_id(pack.departments[department_row[d]].code));
    }
    items_of.resize(department_row.size());
    numbers_of.resize(department_row.size());
    for (int const indicator : lists.candidates) {
        auto const& row = pack.indicators[indicator];
        int const d = row.department.valid() ? rank[row.department.index()] : -1;
        if (d >= 0) {
            items_of[d].push_back(static_cast<int>(number.size()));
            numbers_of[d].push_back(static_cast<std::uint32_t>(row.number));
            ++led_items;
        }
        number.push_back(static_cast<std::uint32_t>(row.number));
        department.push_back(d);
        subject_group.push_back(row.subject_group);
    }
    fill_gaps(*this);
    subject_groups = static_cast<int>(pack.subject_groups.size());
    std::vector<int> areas_in(std::max<std::size_t>(pack.regions.size(), 1), 0);
    for (auto const& area : pack.areas) {
        area_id.push_back(static_cast<std::uint32_t>(area.id));
        region.push_back(area.region.valid() ? area.region.index() : 0);
        ++areas_in[region.back()];
    }
    for (std::size_t g = 0; g < areas_in.size(); ++g) {
        region_id.push_back(g < pack.regions.size() ? name_id(pack.regions[g]) : 0);
        double const average = static_cast<double>(pack.area_count()) / static_cast<double>(areas_in.size());
        region_load.push_back(areas_in[g] > 0 ? average / areas_in[g] : 1.0);
    }
}
}  // namespace concordat::selection
