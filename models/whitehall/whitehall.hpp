#pragma once

#include "models/state/centre.hpp"
#include "models/state/conditions.hpp"
#include "models/state/occasion.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/whitehall/delivery_boards.hpp"
#include "models/whitehall/departments.hpp"
#include "models/whitehall/parliament.hpp"
#include "models/whitehall/psa_layer.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// The centre of government in a round: departments that differ, the agreements between them, boards
/// and funds that bring them together, and what all that means for areas.
///
/// Source: docs/methods/whitehall.md
class Whitehall
{
  public:
    Whitehall(state::Pack const& pack, WhitehallParams const& params);

    /// Gives the arrays their sizes; the only call that allocates.
    void resize(state::Centre& centre) const;
    /// Forms the centre of the round, before demands are formed.
    void form(state::Occasion const& when, state::Centre& centre) const;
    /// Scales named conflicts in the spillovers by what is left of them; after the population is drawn.
    void resolve(state::Centre const& centre, state::Population& population) const;
    /// At the end of a year: reports on agreements; guidance and shared motives of the next year follow. Reports
    /// that nobody reads are made for the last year alone, as the outcome that they are.
    void report(state::Occasion const& when, state::Outlook const& outlook, bool is_last, state::Centre& centre) const;
    /// Multiplies the year's responses by guidance; after the conditions are cleared for the year.
    void advise(state::Centre const& centre, state::Conditions& conditions) const;

  private:
    Departments departments_;
    PsaLayer layer_;
    DeliveryBoards boards_;
    Parliament parliament_;
    double gatekeeping_{};
    state::AreaTable national_line_{};
    Eigen::Index indicators_{};
    Eigen::Index named_spillovers_{};
    Eigen::Index agreements_{};
};
}  // namespace concordat::whitehall
