#include "models/cycle/outcomes.hpp"

#include <algorithm>
#include <numeric>

#include "models/cycle/gauges.hpp"
#include "models/cycle/outcome_definitions.hpp"
#include "sim/core/check.hpp"

namespace concordat::cycle
{
namespace
{
bool groups_areas(Grouping grouping)
{
    return grouping != Grouping::subject_group && grouping != Grouping::department && grouping != Grouping::indicator &&
           grouping != Grouping::region_department;
}

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
}  // namespace

std::vector<std::string> const& grouping_names()
{
    static std::vector<std::string> const names{"nation",        "region",     "area_type", "deprivation_quintile",
                                                "inspection_class", "subject_group", "department", "indicator", "area",
                                                "region_department"};
    return names;
}

std::vector<store::Outcome> const& outcome_list()
{
    static std::vector<store::Outcome> const list = [] {
        std::vector<store::Outcome> made;
        for (auto const& definition : outcome_definitions()) made.push_back(definition.outcome);
        for (auto const& gauge : gauge_list()) made.push_back(gauge.outcome);
        return made;
    }();
    return list;
}

OutcomeTally::OutcomeTally(state::Pack const& pack, std::vector<Grouping> const& groupings,
                           std::vector<std::string> const& periods)
    : pack_{pack}, quintile_{quintiles_of(pack)}
{
    schema_.outcomes = outcome_list();
    declare(Grouping::nation, 0, pack.nation);
    for (auto const grouping : groupings) {
        auto const each = [&](auto const& names, auto const& name_of) {
            for (std::size_t i = 0; i < names.size(); ++i) declare(grouping, static_cast<int>(i), name_of(names[i]));
        };
        auto const itself = [](std::string const& name) { return name; };
        static std::vector<std::string> const quintiles{"least deprived", "second", "third", "fourth", "most deprived"};
        static std::vector<std::string> const classes{"poor", "weak", "fair", "good", "excellent"};
        switch (grouping) {
            case Grouping::nation: break;  // always there
            case Grouping::region: each(pack.regions, itself); break;
            case Grouping::area_type: each(pack.area_types, itself); break;
            case Grouping::deprivation_quintile: each(quintiles, itself); break;
            case Grouping::inspection_class: each(classes, itself); break;
            case Grouping::subject_group: each(pack.subject_groups, itself); break;
            case Grouping::department: each(pack.departments, [](auto const& d) { return d.code; }); break;
            case Grouping::indicator:
                each(pack.indicators, [](auto const& j) { return "NI " + std::to_string(j.number); });
                break;
            case Grouping::area: each(pack.areas, [](auto const& a) { return a.name; }); break;
            case Grouping::region_department: declare_parts(); break;
        }
    }
    round_columns_ = schema_.columns.size();
    repeat_columns(periods);
}

/// The indicators of every department in the areas of every region.
void OutcomeTally::declare_parts()
{
    int const departments = static_cast<int>(pack_.departments.size());
    for (int r = 0; r < static_cast<int>(pack_.regions.size()); ++r) {
        for (int d = 0; d < departments; ++d) {
            declare(Grouping::region_department, r * departments + d,
                    pack_.regions[static_cast<std::size_t>(r)] + "/" + pack_.departments[static_cast<std::size_t>(d)].code);
        }
    }
}

/// The columns of one round, once for each period.
void OutcomeTally::repeat_columns(std::vector<std::string> const& periods)
{
    core::require(!periods.empty(), "a history has a round");
    auto const once = std::move(schema_.columns);
    schema_.columns.clear();
    for (auto const& period : periods) {
        for (auto column : once) {
            column.period = period;
            schema_.columns.push_back(std::move(column));
        }
    }
}

void OutcomeTally::declare(Grouping grouping, int index, std::string const& name)
{
    groups_.push_back({grouping, index});
    auto const& list = outcome_definitions();
    for (std::size_t o = 0; o < list.size(); ++o) {
        if (list[o].scope == Scope::nation_only && grouping != Grouping::nation) continue;
        if (list[o].scope == Scope::areas_only && !groups_areas(grouping)) continue;
        schema_.columns.push_back({.outcome = static_cast<int>(o),
                                   .grouping = grouping_names()[static_cast<std::size_t>(grouping)],
                                   .group = name,
                                   .period = {}});
    }
    if (!groups_areas(grouping)) return;
    for (std::size_t g = 0; g < gauge_list().size(); ++g) {
        schema_.columns.push_back({.outcome = static_cast<int>(list.size() + g),
                                   .grouping = grouping_names()[static_cast<std::size_t>(grouping)],
                                   .group = name,
                                   .period = "round"});
    }
}

bool OutcomeTally::contains(Member const& group, World const& world, int area) const
{
    auto const row = static_cast<std::size_t>(area);
    switch (group.grouping) {
        case Grouping::nation: return true;
        case Grouping::region: return pack_.areas[row].region.index() == group.index;
        case Grouping::area_type: return pack_.areas[row].type == group.index;
        case Grouping::deprivation_quintile: return quintile_[row] == group.index;
        case Grouping::inspection_class: return world.population.cpa_class[row] == group.index;
        case Grouping::area: return area == group.index;
        default: return false;
    }
}

void OutcomeTally::tally(Model const& model, World const& world, std::span<double> row) const
{
    core::require(row.size() == round_columns_, "a row has one value per column of a round");
    auto& by_area = world.tally.by_area;
    auto& by_indicator = world.tally.by_indicator;
    sum_round(model, world, by_area, by_indicator);
    auto& counts = world.tally.counts;
    counts.assign(pack_.indicator_count(), 0.0);
    for (std::size_t j = 0; j < counts.size(); ++j) counts[j] = by_indicator[j].chosen;
    ChoiceStatistics const choices = describe_choices(pack_, counts, world.tally.sorted);
    std::size_t column = 0;
    for (auto const& group : groups_) {
        AreaSums total;
        if (groups_areas(group.grouping)) {
            for (int i = 0; i < static_cast<int>(by_area.size()); ++i) {
                if (contains(group, world, i)) total.add(by_area[i]);
            }
        } else if (group.grouping == Grouping::region_department) {
            int const departments = static_cast<int>(pack_.departments.size());
            total = sum_part(model, world, group.index / departments, group.index % departments);
        } else {
            for (std::size_t j = 0; j < by_indicator.size(); ++j) {
                auto const& indicator = pack_.indicators[j];
                bool const in = group.grouping == Grouping::indicator ? static_cast<int>(j) == group.index
                                : group.grouping == Grouping::department
                                    ? indicator.department.index() == group.index
                                    : indicator.subject_group == group.index;
                if (in) total.add(by_indicator[j]);
            }
        }
        for (auto const& definition : outcome_definitions()) {
            if (definition.scope == Scope::nation_only && group.grouping != Grouping::nation) continue;
            if (definition.scope == Scope::areas_only && !groups_areas(group.grouping)) continue;
            row[column++] = definition.value(total, choices);
        }
        if (!groups_areas(group.grouping)) continue;
        for (auto const& gauge : gauge_list()) row[column++] = read(gauge, group, world);
    }
}

double OutcomeTally::read(Gauge const& gauge, Member const& group, World const& world) const
{
    GaugeView const view{pack_, world};
    double part = 0.0, whole = 0.0;
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        if (!contains(group, world, i)) continue;
        part += gauge.part(view, i);
        whole += gauge.whole(view, i);
    }
    return ratio(part, whole);
}
}  // namespace concordat::cycle
