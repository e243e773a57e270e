#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "models/cycle/grouping.hpp"

namespace concordat::cycle
{
/// A grouping, and which outcomes are recorded for its groups.
struct GroupingRequest
{
    Grouping grouping{};
    std::vector<std::string> outcomes{};  ///< names; empty: all that exist for it
};

/// What is recorded of a round beside the nation, of which every outcome is.
struct ResultRequest
{
    std::vector<GroupingRequest> groupings{};
    bool years_of_groups{};  ///< years not of the nation alone

    ResultRequest() = default;
    /// All outcomes of these groupings.
    ResultRequest(std::initializer_list<Grouping> all);
};

/// Names of the outcomes of a round that exist for the groups of a grouping, in the order of results.
[[nodiscard]] std::vector<std::string> list_outcomes(Grouping grouping);
/// The same of outcomes that have a year.
[[nodiscard]] std::vector<std::string> list_year_outcomes(Grouping grouping);
/// Every outcome that the program knows, in the order of the schema.
[[nodiscard]] std::vector<store::Outcome> const& outcome_list();
/// [index] into `outcome_list`, -1 where there is none of that name.
[[nodiscard]] int find_outcome(std::string_view name);
}  // namespace concordat::cycle
