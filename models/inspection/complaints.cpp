#include "models/inspection/complaints.hpp"

#include <algorithm>

#include "models/inspection/intervention.hpp"
#include "models/inspection/purposes.hpp"
#include "models/inspection/shortfall.hpp"
#include "models/state/streams.hpp"

namespace concordat::inspection
{
namespace
{
constexpr double pounds_per_thousand = 1000.0;
constexpr std::uint8_t none = 0, settled = 1, open = 2;  // see state::Complaints::raised
}  // namespace

Complaints::Complaints(state::Pack const& pack, ComplaintParams const& params, int years)
    : params_{params}, years_{years}, watchers_{pack}, prospect_{watchers_, params, years},
      ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
}

void Complaints::resize(state::Agreement const& agreement, state::Complaints& complaints) const
{
    complaints.resize(agreement.item.rows(), agreement.item.cols(), watchers_.parties());
}

void Complaints::press(state::Occasion const& when, int year, state::Outlook const& outlook,
                       state::Agreement const& agreement, state::Targets const& targets,
                       state::Population const& population, state::Complaints& complaints,
                       state::Conditions& conditions) const
{
    if (year == 0) complaints.clear();
    if (params_.vexatious > 0.0) vex(when, year, complaints, conditions);
    if (params_.quiet()) return;
    mend(agreement, complaints, conditions);
    prospect_.weigh(outlook, agreement, targets, population, complaints, conditions);
}

void Complaints::mend(state::Agreement const& agreement, state::Complaints const& complaints,
                      state::Conditions& conditions) const
{
    if (params_.pressure == 0.0) return;
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        for (int k = agreement.statutory[row]; k < agreement.count[row]; ++k) {
            if (complaints.raised(i, k) != 0) conditions.measured_slope(i, agreement.item(i, k)) += params_.pressure;
        }
    }
}

void Complaints::vex(state::Occasion const& when, int year, state::Complaints& complaints,
                     state::Conditions& conditions) const
{
    auto const key = state::year_key(when, year, purpose::vexation, years_);
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        int const count = random::poisson(random::uniform(key, ids_[row]), params_.vexatious);
        complaints.made[i] += count;
        for (int n = 0; n < count; ++n) conditions.budget[i] *= 1.0 - params_.distraction.value();
    }
}

void Complaints::hear(state::Occasion const& when, int year, state::Outlook const& outlook,
                      state::Agreement const& agreement, state::Targets const& targets, state::Population& population,
                      state::Standing& standing, state::Assessment& assessment, state::Complaints& complaints) const
{
    if (params_.quiet()) return;
    bool const floors_act = params_.floors.probability.value() > 0.0;  // and have ended last year's help
    if (!floors_act) standing.support.setOnes();
    Hearing hearing{when, year, agreement, population, standing, assessment, complaints};
    double const elapsed = (year + 1.0) / years_;
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        find_shortfalls(row, outlook, agreement, targets, params_.tolerance, elapsed, complaints);
        raise(row, hearing);
        bool const inspected = inspect(row, hearing);
        bool const called = call_inspectors(row, hearing);
        if (inspected || called) complaints.inspected[static_cast<Eigen::Index>(row)] += 1.0;
    }
}

double Complaints::draw(Hearing const& hearing, random::Purpose purpose, std::size_t area, int slot) const
{
    int const item = hearing.agreement.item(static_cast<Eigen::Index>(area), slot);
    auto const key = state::year_key(hearing.when, hearing.year, purpose, years_);
    return random::uniform(key, ids_[area], numbers_[static_cast<std::size_t>(item)]);
}

/// Stages one and two: one draw says whether there is a complaint and how far it goes.
void Complaints::raise(std::size_t area, Hearing& hearing) const
{
    auto const i = static_cast<Eigen::Index>(area);
    auto& out = hearing.complaints;
    for (int k = hearing.agreement.statutory[area]; k < hearing.agreement.count[area]; ++k) {
        double const chance = out.chance[static_cast<std::size_t>(k)];
        double const u = draw(hearing, purpose::complaint, area, k);
        bool const made = u < params_.rate.value() * chance;
        out.raised(i, k) = !made ? none : u < params_.unsettled() * chance ? open : settled;
        if (made) out.made[i] += 1.0;
    }
}

/// Stage three: the inspectorate comes where more than one party is left with a complaint.
bool Complaints::inspect(std::size_t area, Hearing& hearing) const
{
    auto const i = static_cast<Eigen::Index>(area);
    auto& out = hearing.complaints;
    int const count = hearing.agreement.count[area];
    std::fill(out.silent.begin(), out.silent.end(), 1.0);
    for (int k = hearing.agreement.statutory[area]; k < count; ++k) {
        if (out.raised(i, k) == open) out.silent[watchers_.watcher(area, hearing.agreement.item(i, k))] = 0.0;
    }
    if (std::count(out.silent.begin(), out.silent.end(), 0.0) < 2) return false;
    visit(area, hearing);
    take_charge(params_.floors, i, hearing.population, hearing.assessment);
    for (int k = hearing.agreement.statutory[area]; k < count; ++k) {
        if (out.raised(i, k) == open) help(area, k, hearing);
    }
    return true;
}

/// A council has its partners inspected, who trust each other less for it.
bool Complaints::call_inspectors(std::size_t area, Hearing& hearing) const
{
    if (params_.called_in.value() == 0.0) return false;
    auto const i = static_cast<Eigen::Index>(area);
    bool called = false;
    for (int k = hearing.agreement.statutory[area]; k < hearing.agreement.count[area]; ++k) {
        if (watchers_.leader(area, hearing.agreement.item(i, k)) == 0) continue;
        double const chance = params_.called_in.value() * hearing.complaints.chance[static_cast<std::size_t>(k)];
        if (draw(hearing, purpose::council_call, area, k) >= chance) continue;
        auto& trust = hearing.standing.partner_trust[i];
        trust = std::max(0.0, trust - params_.floors.trust_lost.value());
        visit(area, hearing);
        help(area, k, hearing);
        called = true;
    }
    return called;
}

void Complaints::visit(std::size_t area, Hearing& hearing) const
{
    hearing.assessment.intervention_cost[static_cast<Eigen::Index>(area)] += params_.cost.value() / pounds_per_thousand;
}

void Complaints::help(std::size_t area, int slot, Hearing& hearing) const
{
    auto const i = static_cast<Eigen::Index>(area);
    int const item = hearing.agreement.item(i, slot);
    if (hearing.assessment.intervened(i, item) != 0) return;  // somebody already helps
    send_help(params_.floors, i, item, hearing.population, hearing.standing, hearing.assessment);
}
}  // namespace concordat::inspection
