#include "analysis/compare/national_columns.hpp"

namespace concordat::compare
{
std::vector<std::size_t> find_national_columns(store::Schema const& schema, std::string_view outcome)
{
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < schema.columns.size(); ++c) {
        auto const& column = schema.columns[c];
        bool const national = column.grouping == "nation";
        if (national && schema.outcomes[static_cast<std::size_t>(column.outcome)].name == outcome) found.push_back(c);
    }
    return found;
}
}  // namespace concordat::compare
