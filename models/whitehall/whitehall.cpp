#include "models/whitehall/whitehall.hpp"

#include "models/whitehall/common_agency.hpp"
#include "models/whitehall/gatekeeping.hpp"

namespace concordat::whitehall
{
Whitehall::Whitehall(state::Pack const& pack, WhitehallParams const& params)
    : departments_{pack, params.departments},
      layer_{pack, params},
      boards_{pack, params, layer_},
      parliament_{pack, params.parliament},
      gatekeeping_{derive_gatekeeping(params, departments_, layer_)},
      national_line_{find_national_lines(pack, params.common_agency)},
      indicators_{static_cast<Eigen::Index>(pack.indicator_count())},
      named_spillovers_{static_cast<Eigen::Index>(pack.named_spillovers.size())},
      agreements_{static_cast<Eigen::Index>(pack.service_agreements.size())}
{
    for (Eigen::Index p = 0; p < national_line_.cols(); ++p) national_line_.col(p) *= departments_.leverage();
}

void Whitehall::resize(state::Centre& centre) const
{
    centre.resize(national_line_.rows(), indicators_, national_line_.cols(), named_spillovers_, agreements_);
}

void Whitehall::form(state::Occasion const& when, state::Centre& centre) const
{
    departments_.draw(when, centre);
    centre.emphasis.setOnes();
    layer_.guide(when, centre);
    boards_.settle(when, centre);
    centre.gatekeeping = gatekeeping_;
    centre.national_line = national_line_;
}

void Whitehall::resolve(state::Centre const& centre, state::Population& population) const
{
    boards_.apply(centre, population);
}

void Whitehall::report(state::Occasion const& when, state::Outlook const& outlook, bool is_last, state::Centre& centre) const
{
    if (parliament_.neutral() && !is_last) return;
    parliament_.report(outlook, centre.progress);
    centre.agreements_lag = mean_lag(centre.progress);
    if (parliament_.neutral() || is_last) return;
    parliament_.question(centre.progress, centre.emphasis);
    layer_.guide(when, centre);
}

void Whitehall::advise(state::Centre const& centre, state::Conditions& conditions) const
{
    for (Eigen::Index j = 0; j < indicators_; ++j) conditions.response.col(j) *= centre.guidance(j);
}
}  // namespace concordat::whitehall
