#include "models/scenario/pack_lookup.hpp"

namespace concordat::scenario
{
std::vector<std::string> department_codes(state::Pack const& pack)
{
    std::vector<std::string> codes;
    for (auto const& department : pack.departments) codes.push_back(department.code);
    return codes;
}

std::vector<std::string> partner_codes(state::Pack const& pack)
{
    std::vector<std::string> codes;
    for (auto const& partner : pack.partners) codes.push_back(partner.code);
    return codes;
}

IdIndex indicator_index(state::Pack const& pack)
{
    IdIndex index;
    for (std::size_t j = 0; j < pack.indicators.size(); ++j) index[pack.indicators[j].number] = static_cast<int>(j);
    return index;
}
}  // namespace concordat::scenario
