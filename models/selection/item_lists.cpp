#include "models/selection/item_lists.hpp"

#include <algorithm>

namespace concordat::selection
{
ItemLists list_items(state::Pack const& pack, SelectionParams const& params)
{
    ItemLists lists;
    for (int j = 0; j < static_cast<int>(pack.indicator_count()); ++j) {
        bool const by_law = pack.indicators[j].statutory && params.statutory == StatutorySet::enforced;
        if (!by_law && pack.indicators[j].perception && !params.perception_measures) continue;
        (by_law ? lists.statutory : lists.candidates).push_back(j);
    }
    auto const by_number = [&](int a, int b) { return pack.indicators[a].number < pack.indicators[b].number; };
    std::sort(lists.statutory.begin(), lists.statutory.end(), by_number);
    std::sort(lists.candidates.begin(), lists.candidates.end(), by_number);
    return lists;
}
}  // namespace concordat::selection
