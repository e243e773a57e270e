#include "models/politics/elections.hpp"

#include "models/politics/purposes.hpp"
#include "models/state/streams.hpp"

namespace concordat::politics
{
Elections::Elections(state::Pack const& pack, ElectionParams const& params) : params_{params}, ids_{state::area_ids(pack)} {}

void Elections::hold(state::Occasion const& when, int year, state::Standing& standing) const
{
    if (params_.flip.value() == 0.0) return;
    auto const flips = state::year_key(when, year, purpose::flip);
    auto const successors = state::year_key(when, year, purpose::successor);
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        if (random::uniform(flips, ids_[i]) >= params_.flip.value()) continue;
        bool const doubts = random::uniform(successors, ids_[i]) < params_.sceptic.value();
        standing.sceptic(static_cast<Eigen::Index>(i)) = doubts ? 1.0 : 0.0;
    }
}

void Elections::apply(state::Standing const& standing, state::Conditions& conditions) const
{
    double const retreat = params_.partner_retreat.value();
    if (params_.flip.value() == 0.0 || retreat == 0.0) return;
    for (Eigen::Index i = 0; i < conditions.alignment.size(); ++i) {
        conditions.alignment(i) -= retreat * standing.sceptic(i);
    }
}
}  // namespace concordat::politics
