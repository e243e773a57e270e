#include "models/cycle/result_request.hpp"

#include <algorithm>

#include "models/cycle/cell_outcomes.hpp"
#include "models/cycle/gauges.hpp"
#include "models/cycle/outcome_definitions.hpp"
#include "models/cycle/year_gauges.hpp"

namespace concordat::cycle
{
namespace
{
bool exists(Scope scope, Grouping grouping)
{
    if (scope == Scope::nation_only) return grouping == Grouping::nation;
    return scope == Scope::everywhere || groups_areas(grouping);
}
}  // namespace

ResultRequest::ResultRequest(std::initializer_list<Grouping> all)
{
    for (auto const grouping : all) groupings.push_back({grouping, {}});
}

std::vector<std::string> list_outcomes(Grouping grouping)
{
    std::vector<std::string> names;
    if (grouping == Grouping::area_indicator) {
        for (auto const& cell : cell_outcome_list()) names.emplace_back(cell.outcome);
        return names;
    }
    for (auto const& definition : definition_list()) {
        if (exists(definition.scope, grouping)) names.push_back(definition.outcome.name);
    }
    if (!groups_areas(grouping)) return names;
    for (auto const& gauge : gauge_list()) names.push_back(gauge.outcome.name);
    return names;
}

std::vector<std::string> list_year_outcomes(Grouping grouping)
{
    std::vector<std::string> names;
    if (grouping == Grouping::area_indicator) {
        for (auto const& cell : cell_outcome_list()) {
            if (has_cell_years(cell)) names.emplace_back(cell.outcome);
        }
    } else if (groups_areas(grouping)) {
        for (auto const& gauge : year_gauge_list()) names.emplace_back(gauge.outcome);
    }
    return names;
}

std::vector<store::Outcome> const& outcome_list()
{
    static std::vector<store::Outcome> const list = [] {
        std::vector<store::Outcome> made;
        for (auto const& definition : definition_list()) made.push_back(definition.outcome);
        for (auto const& gauge : gauge_list()) made.push_back(gauge.outcome);
        for (auto const& outcome : year_only_outcomes()) made.push_back(outcome);
        for (auto const& outcome : cell_only_outcomes()) made.push_back(outcome);
        return made;
    }();
    return list;
}

int find_outcome(std::string_view name)
{
    auto const& list = outcome_list();
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.name == name; });
    return found == list.end() ? -1 : static_cast<int>(found - list.begin());
}
}  // namespace concordat::cycle
