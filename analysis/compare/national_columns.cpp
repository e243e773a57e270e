#include "analysis/compare/national_columns.hpp"

namespace concordat::compare
{
std::vector<std::size_t> find_national_columns(store::Schema const& schema, std::string_view outcome)
{
    auto const index = schema.find_outcome(outcome);
    auto const nation = schema.find_grouping("nation");
    std::vector<std::size_t> found;
    if (!index || !nation) return found;
    for (std::size_t p = 0; p < schema.periods.size(); ++p) {
        if (schema.periods[p].year != 0) continue;
        auto const column = schema.find({*index, *nation, 0, static_cast<int>(p)});
        if (column) found.push_back(*column);
    }
    return found;
}
}  // namespace concordat::compare
