#include "models/scenario/salience_covariates.hpp"

namespace concordat::scenario
{
namespace
{
template <class Has>
SalienceCovariate mark(std::string name, state::Pack const& pack, Has const& has)
{
    SalienceCovariate covariate{std::move(name), {}};
    for (auto const& row : pack.indicators) covariate.values.push_back(has(row) ? 1.0 : 0.0);
    return covariate;
}
}  // namespace

std::vector<SalienceCovariate> list_salience_covariates(state::Pack const& pack)
{
    using state::Indicator;
    std::vector<SalienceCovariate> list;
    list.push_back(mark("psa", pack, [](Indicator const& row) {
        return row.link == state::NationalLink::public_service_agreement;
    }));
    list.push_back(mark("perception", pack, [](Indicator const& row) { return row.perception; }));
    list.push_back(mark("place_survey", pack, [](Indicator const& row) { return row.place_survey; }));
    for (int d = 0; d < static_cast<int>(pack.departments.size()); ++d) {
        list.push_back(mark("department " + pack.departments[d].code, pack,
                            [d](Indicator const& row) { return row.department.index() == d; }));
    }
    for (int g = 0; g < static_cast<int>(pack.subject_groups.size()); ++g) {
        list.push_back(mark("subject group " + pack.subject_groups[g], pack,
                            [g](Indicator const& row) { return row.subject_group == g; }));
    }
    return list;
}
}  // namespace concordat::scenario
