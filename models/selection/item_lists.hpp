#pragma once

#include <vector>

#include "models/selection/selection_params.hpp"
#include "models/state/pack.hpp"

namespace concordat::selection
{
/// The items of every agreement, each list in ascending indicator number.
struct ItemLists
{
    std::vector<int> statutory{};   ///< [index] entering by law
    std::vector<int> candidates{};  ///< [index] competing for the slots
};

/// Indicators of perception compete where the rules let them.
[[nodiscard]] ItemLists list_items(state::Pack const& pack, SelectionParams const& params);
}  // namespace concordat::selection
