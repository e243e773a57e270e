#pragma once

#include <cstdint>
#include <vector>

#include "models/selection/item_lists.hpp"
#include "models/state/pack.hpp"

namespace concordat::selection
{
/// What the talks need to know of the pack: who leads which candidate, and stable names for draws.
/// Departments are numbered here in the order of their codes, so that the order of rows in the pack
/// does not matter.
struct TableFacts
{
    TableFacts(state::Pack const& pack, ItemLists lists_in);

    [[nodiscard]] int item_count() const { return static_cast<int>(lists.candidates.size()); }
    [[nodiscard]] int department_count() const { return static_cast<int>(department_row.size()); }

    ItemLists lists;
    std::vector<std::uint32_t> number{};        ///< per candidate: stable number
    /// The same numbers with the gaps between them filled, since consecutive draws cost half, and where each
    /// candidate's stands there.
    std::vector<std::uint32_t> filled_numbers{};
    std::vector<int> filled_place{};            ///< [index] per candidate
    std::vector<int> department{};              ///< per candidate: lead, -1: none
    std::vector<int> subject_group{};           ///< [index] into the pack, per candidate
    int subject_groups{};                       ///< [count] of the pack
    std::vector<int> department_row{};          ///< [index] into the pack, per department
    std::vector<std::uint32_t> department_id{}; ///< stable name, per department
    std::vector<std::vector<int>> items_of{};   ///< [position] candidates that a department leads
    std::vector<std::vector<std::uint32_t>> numbers_of{};  ///< their numbers
    int led_items{};                            ///< [items] candidates with a lead
    std::vector<std::uint32_t> area_id{};       ///< stable id, per area
    std::vector<int> region{};                  ///< per area; 0 where the pack has none
    std::vector<std::uint32_t> region_id{};     ///< stable name, per region
    std::vector<double> region_load{};          ///< [ratio] average region's areas over this one's, per region
};
}  // namespace concordat::selection
