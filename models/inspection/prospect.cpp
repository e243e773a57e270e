#include "models/inspection/prospect.hpp"

#include <algorithm>

#include "models/inspection/shortfall.hpp"
#include "models/inspection/trigger.hpp"

namespace concordat::inspection
{
Prospect::Prospect(Watchers const& watchers, ComplaintParams const& params, int years)
    : watchers_{watchers}, params_{params}, years_{years}
{
}

void Prospect::weigh(state::Outlook const& outlook, state::Agreement const& agreement, state::Targets const& targets,
                     state::Population const& population, state::Complaints& complaints,
                     state::Conditions& conditions) const
{
    double const hearings = outlook.remaining * years_;
    double const worth = params_.inspection.strength * params_.concern * hearings;
    if (worth == 0.0) return;
    for (std::size_t row = 0; row < watchers_.areas(); ++row) {
        find_shortfalls(row, outlook, agreement, targets, params_.tolerance, outlook.remaining, complaints);
        count_silence(row, agreement, complaints);
        double const felt = worth * steepness_of(params_.inspection, population.cpa_class[row]);
        auto const i = static_cast<Eigen::Index>(row);
        for (int k = agreement.statutory[row]; k < agreement.count[row]; ++k) {
            conditions.measured_slope(i, agreement.item(i, k)) += felt * relief(row, k, agreement, complaints);
        }
    }
}

void Prospect::count_silence(std::size_t area, state::Agreement const& agreement, state::Complaints& complaints) const
{
    std::fill(complaints.silent.begin(), complaints.silent.end(), 1.0);
    auto const i = static_cast<Eigen::Index>(area);
    for (int k = agreement.statutory[area]; k < agreement.count[area]; ++k) {
        double const heard = params_.unsettled() * complaints.chance[static_cast<std::size_t>(k)];
        complaints.silent[watchers_.watcher(area, agreement.item(i, k))] *= 1.0 - heard;
    }
}

double Prospect::relief(std::size_t area, int slot, state::Agreement const& agreement,
                        state::Complaints const& complaints) const
{
    auto const i = static_cast<Eigen::Index>(area);
    int const item = agreement.item(i, slot);
    std::size_t const party = watchers_.watcher(area, item);
    double others = 1.0;  // chance that the party has nothing else to complain about
    for (int k = agreement.statutory[area]; k < agreement.count[area]; ++k) {
        if (k == slot || watchers_.watcher(area, agreement.item(i, k)) != party) continue;
        others *= 1.0 - params_.unsettled() * complaints.chance[static_cast<std::size_t>(k)];
    }
    double const decisive = params_.unsettled() * others * chance_of_one(complaints.silent, party);
    bool const partners = watchers_.leader(area, item) != 0;  // the slope is felt by all, the threat by the leader alone
    double const called = partners ? params_.called_in.value() * watchers_.part(area, item) : 0.0;
    return (decisive + called) * complaints.steepness[static_cast<std::size_t>(slot)];
}
}  // namespace concordat::inspection
