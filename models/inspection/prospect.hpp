#pragma once

#include "models/inspection/complaint_params.hpp"
#include "models/inspection/watchers.hpp"
#include "models/state/agreement.hpp"
#include "models/state/complaints.hpp"
#include "models/state/conditions.hpp"
#include "models/state/outlook.hpp"
#include "models/state/population.hpp"

namespace concordat::inspection
{
/// Lets areas foresee that somebody may call inspectors in.
///
/// With q_k the chance that item k is left with an unsettled complaint at the end of a year and
/// r_p = prod (1 - q_k) over what party p watches, the inspectorate comes with the chance P that at
/// least two parties are not silent. One more sigma on item k lowers it by
///
///     -dP/dx_k = u steepness_k prod_{l of the same watcher} (1 - q_l) P(exactly one other party)
///
/// and, on what a partner leads, the chance of being called in by called_in steepness_k; since only the
/// leader is concerned, and what it achieves goes with its part in the item, that counts by this part.
/// Every hearing left of the round adds to the slope, in units of what a score is worth.
///
/// Source: docs/methods/inspection.md.
class Prospect
{
  public:
    /// \param years of a round
    Prospect(Watchers const& watchers, ComplaintParams const& params, int years);

    /// Adds to the slopes on measured performance. \pre outlook.remaining > 0
    void weigh(state::Outlook const& outlook, state::Agreement const& agreement, state::Targets const& targets,
               state::Population const& population, state::Complaints& complaints, state::Conditions& conditions) const;
    /// [1/sigma] by how much one more sigma on an item lowers the inspections expected at one hearing, as
    /// far as they concern who works on it. \pre shortfalls and silence of the area are found
    [[nodiscard]] double relief(std::size_t area, int slot, state::Agreement const& agreement,
                                state::Complaints const& complaints) const;
    /// Chances that parties are silent, from the shortfalls of an area.
    void count_silence(std::size_t area, state::Agreement const& agreement, state::Complaints& complaints) const;

  private:
    Watchers const& watchers_;
    ComplaintParams params_;
    int years_;
};
}  // namespace concordat::inspection
