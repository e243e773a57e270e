#include "analysis/compare/national_columns.hpp"

namespace concordat::compare
{
std::vector<std::size_t> find_national_columns(store::Schema const& schema, std::string_view outcome)
{
    std::vector<std::size_t> found;
    auto const nation = schema.find_grouping("nation");
    auto const index = schema.find_outcome(outcome);
    if (!nation || !index) return found;
    for (std::size_t k = 0; k < schema.periods.size(); ++k) {
        if (schema.periods[k].year != 0) continue;
        auto const column = schema.find({*index, *nation, 0, static_cast<int>(k)});
        if (column) found.push_back(*column);
    }
    return found;
}
}  // namespace concordat::compare
