#include "models/incentives/families.hpp"

#include <algorithm>
#include <cmath>

#include "models/state/area_groups.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::incentives
{
namespace
{
constexpr double pounds_per_thousand = 1000.0;

/// Calls `visit(slot, indicator)` for the chosen items with a level. Returns how many there are.
template <class Visit>
int visit_targets(state::Agreement const& agreement, int area, Visit&& visit)
{
    auto const at = static_cast<std::size_t>(area);
    int count = 0;
    for (int k = agreement.statutory[at]; k < agreement.count[at]; ++k) {
        if (agreement.placeholder(area, k) != 0) continue;
        visit(k, agreement.item(area, k));
        ++count;
    }
    return count;
}
}  // namespace

Families::Families(state::Pack const& pack, FamilyParams const& params) : params_{params}
{
    if (params.worth.value() > 0.0) families_ = state::form_groups(pack, params.councils);
}

void Families::urge(state::Agreement const& agreement, state::Population const& population,
                    state::Conditions& conditions) const
{
    double const worth = params_.effort_per_thousand * params_.worth.value() / pounds_per_thousand;
    double const spread = params_.spread.value();
    for (auto const& family : families_) {
        auto const councils = static_cast<double>(family.size());
        for (int const i : family) {
            double noise = 0.0;
            int const items = visit_targets(agreement, i, [&](int, int j) { noise += population.noise[j] * population.noise[j]; });
            if (items == 0) continue;
            double const parts = councils * items;
            double const sigma = std::sqrt(spread * spread + noise / items / parts);
            double const slope = worth * core::normal_pdf(0.0) / (sigma * parts);
            visit_targets(agreement, i, [&](int, int j) { conditions.measured_slope(i, j) += slope; });
        }
    }
}

double Families::score(std::vector<int> const& family, state::Agreement const& agreement, state::Targets const& targets,
                       state::Performance const& performance) const
{
    double sum = 0.0;
    for (int const i : family) {
        double gain = 0.0;
        int const items = visit_targets(agreement, i, [&](int k, int) {
            gain += performance.reported(i, k) - targets.announced_trend(i, k);
        });
        sum += items > 0 ? gain / items : 0.0;
    }
    return sum / static_cast<double>(family.size());
}

void Families::award(state::Agreement const& agreement, state::Targets const& targets,
                     state::Performance const& performance, state::Standing& standing) const
{
    std::vector<double> scores;
    for (auto const& family : families_) scores.push_back(score(family, agreement, targets, performance));
    for (std::size_t f = 0; f < families_.size(); ++f) {
        auto const ahead = std::count_if(scores.begin(), scores.end(), [&](double other) { return other > scores[f]; });
        if (2 * static_cast<std::size_t>(ahead) >= families_.size()) continue;
        for (int const i : families_[f]) standing.autonomy[i] *= 1.0 + params_.autonomy_gained;
    }
}
}  // namespace concordat::incentives
