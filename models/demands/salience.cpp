#include "models/demands/salience.hpp"

#include "models/demands/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/problem.hpp"

namespace concordat::demands
{
namespace
{
/// Half the width of the uniform distribution with unit variance, sqrt(3).
constexpr double unit_half_width = 1.7320508075688772;
}  // namespace

Salience::Salience(state::Pack const& pack, SalienceParams const& params)
    : params_{params}, numbers_{state::indicator_numbers(pack)}
{
    if (params.mode == SalienceMode::fitted) {
        if (pack.fitted_known.size() != static_cast<Eigen::Index>(pack.indicator_count()) ||
            pack.fitted_residual.size() != pack.fitted_known.size()) {
            core::Problems problems;
            problems.add({}, "demands.salience.mode is 'fitted', but the pack '" + pack.name + "' has no fitted salience",
                         "set it to 'drawn', or fit the pack's salience first");
            problems.throw_if_any();
        }
        known_ = pack.fitted_known;
        rest_ = pack.fitted_residual;
        return;
    }
    known_.setZero(static_cast<Eigen::Index>(pack.indicator_count()));
    for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
        if (pack.indicators[j].link == state::NationalLink::public_service_agreement) known_(j) = params.psa_bonus;
    }
}

void Salience::resize(state::Population& population) const
{
    auto const count = static_cast<Eigen::Index>(numbers_.size());
    population.salience_known.resize(count);
    population.salience_rest.resize(count);
}

void Salience::draw(state::Occasion const& when, state::Population& population) const
{
    population.salience_known = known_;
    if (params_.mode == SalienceMode::fitted) {
        population.salience_rest = rest_;
        return;
    }
    auto& rest = population.salience_rest;
    random::fill_uniform(state::round_key(when, purpose::salience), numbers_, 0,
                         {rest.data(), static_cast<std::size_t>(rest.size())});
    rest = params_.residual_spread * unit_half_width * (2.0 * rest - 1.0);
}
}  // namespace concordat::demands
