#include "models/incentives/single_rewards.hpp"

#include <algorithm>

#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
/// Mean over areas of one indicator's column, in their order.
double mean_of(state::AreaTable const& table, Eigen::Index column, Eigen::Index areas)
{
    double sum = 0.0;
    for (Eigen::Index i = 0; i < areas; ++i) sum += table(i, column);
    return sum / static_cast<double>(areas);
}
/// An indicator in the order of values.
struct Place
{
    double value{};        ///< [s.d. of value]
    Eigen::Index index{};
};

bool comes_before(Place a, Place b) { return a.value > b.value || (a.value == b.value && a.index < b.index); }

/// The `count`-th in that order. \pre at least one
Place find_last(state::PerIndicator const& values, Eigen::Index count)
{
    Place last;
    for (Eigen::Index n = 0; n < count; ++n) {
        Place next{0.0, -1};
        for (Eigen::Index j = 0; j < values.size(); ++j) {
            Place const here{values[j], j};
            if (n > 0 && !comes_before(last, here)) continue;
            if (next.index < 0 || comes_before(here, next)) next = here;
        }
        last = next;
    }
    return last;
}
}  // namespace

SingleRewards::SingleRewards(state::Pack const& pack, SingleRewardParams const& params)
    : params_{params}, areas_{static_cast<Eigen::Index>(pack.area_count())}
{
    core::require(params.count >= 0 && params.per_indicator.value() >= 0.0, "rewards and their number are not negative");
}

double SingleRewards::thousand() const
{
    constexpr double pounds_per_thousand = 1000.0;
    return params_.per_indicator.value() / pounds_per_thousand;
}

/// Rewards every indicator down to the last of the best valued ones; of equal ones the first come first.
void SingleRewards::announce(state::Values const& values, state::Population const& population,
                             state::Centre& centre) const
{
    if (neutral()) return;
    auto& reward = centre.single_reward;  // holds values until it is known which are the best
    Eigen::Index const indicators = values.centre.cols();
    for (Eigen::Index j = 0; j < indicators; ++j) reward[j] = mean_of(values.centre, j, areas_);
    Place const last = find_last(reward, std::min<Eigen::Index>(params_.count, indicators));
    double const at_mean = thousand() * core::normal_pdf(0.0);
    for (Eigen::Index j = 0; j < indicators; ++j) {
        reward[j] = comes_before(last, {reward[j], j}) ? 0.0 : at_mean / population.noise[j];
    }
}

void SingleRewards::pay(state::Population const& population, state::Centre const& centre, core::Share honoured,
                        state::Performance& performance) const
{
    if (neutral()) return;
    performance.single_reward.setZero();
    double const paid = honoured.value() * thousand();
    for (Eigen::Index j = 0; j < centre.single_reward.size(); ++j) {
        if (centre.single_reward[j] == 0.0) continue;
        double const mean = mean_of(performance.single_gain, j, areas_);
        for (Eigen::Index i = 0; i < areas_; ++i) {
            double const ahead = (performance.single_gain(i, j) - mean) / population.noise[j];
            performance.single_reward[i] += paid * core::normal_cdf(ahead);
        }
    }
}
}  // namespace concordat::incentives
