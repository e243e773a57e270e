#pragma once

#include <cstdint>
#include <vector>

#include "models/inspection/complaint_params.hpp"
#include "models/inspection/prospect.hpp"
#include "models/inspection/watchers.hpp"
#include "models/state/agreement.hpp"
#include "models/state/assessment.hpp"
#include "models/state/complaints.hpp"
#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "sim/random/streams.hpp"

namespace concordat::inspection
{
/// Inspection on complaint, in three stages, and inspectors called in by councils.
///
/// At the end of a year each agreed item that lags may draw a complaint from who watches it. The area
/// mends some, the council's scrutiny settles some of the rest; where at least two parties are left
/// with a complaint the inspectorate comes and the centre directs the area. A council may also call
/// inspectors in on what a partner leads. Areas foresee all of it (`Prospect`).
///
/// Source: docs/methods/inspection.md; Locally Defined Targets (2006), chapter 4 and recommendation 11.
class Complaints
{
  public:
    /// \param years of a round
    Complaints(state::Pack const& pack, ComplaintParams const& params, int years);
    Complaints(Complaints const&) = delete;
    Complaints& operator=(Complaints const&) = delete;

    void resize(state::Agreement const& agreement, state::Complaints& complaints) const;
    /// What a year begins with: work on what was complained of, vexatious complaints, and the prospect
    /// of being inspected. \pre outlook.remaining > 0
    void press(state::Occasion const& when, int year, state::Outlook const& outlook, state::Agreement const& agreement,
               state::Targets const& targets, state::Population const& population, state::Complaints& complaints,
               state::Conditions& conditions) const;
    /// At the end of a year: complaints, and the inspections that they bring. After `Floors::intervene`.
    void hear(state::Occasion const& when, int year, state::Outlook const& outlook, state::Agreement const& agreement,
              state::Targets const& targets, state::Population& population, state::Standing& standing,
              state::Assessment& assessment, state::Complaints& complaints) const;

  private:
    /// What the steps of one hearing share.
    struct Hearing
    {
        state::Occasion const& when;
        int year{};
        state::Agreement const& agreement;
        state::Population& population;
        state::Standing& standing;
        state::Assessment& assessment;
        state::Complaints& complaints;
    };

    void mend(state::Agreement const& agreement, state::Complaints const& complaints, state::Conditions& conditions) const;
    void vex(state::Occasion const& when, int year, state::Complaints& complaints, state::Conditions& conditions) const;
    void raise(std::size_t area, Hearing& hearing) const;
    [[nodiscard]] bool inspect(std::size_t area, Hearing& hearing) const;
    [[nodiscard]] bool call_inspectors(std::size_t area, Hearing& hearing) const;
    void visit(std::size_t area, Hearing& hearing) const;
    void help(std::size_t area, int slot, Hearing& hearing) const;
    [[nodiscard]] double draw(Hearing const& hearing, random::Purpose purpose, std::size_t area, int slot) const;

    ComplaintParams params_;
    int years_;
    Watchers watchers_;
    Prospect prospect_;
    std::vector<std::uint32_t> ids_{};
    std::vector<std::uint32_t> numbers_{};
};
}  // namespace concordat::inspection
