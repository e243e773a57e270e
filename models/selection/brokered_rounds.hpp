#pragma once

#include "models/selection/protocol.hpp"
#include "models/selection/table_facts.hpp"
#include "models/selection/talks.hpp"

namespace concordat::selection
{
/// The negotiation as it went, month by month: departments ask, councils draft, Government Offices
/// screen, bridge and offer, ministers sign. The rules of one area: `Negotiation`.
///
/// Source: docs/methods/brokered_rounds.md
class BrokeredRounds final : public Protocol
{
  public:
    BrokeredRounds(state::Pack const& pack, SelectionParams const& params);

    [[nodiscard]] int max_slots() const override;
    [[nodiscard]] bool reads_need() const override { return true; }
    [[nodiscard]] std::unique_ptr<ProtocolWork> make_work() const override;
    void resize(state::Agreement& agreement, state::Bargain& bargain) const override;
    /// Reads `centre_weight`, `slot_cost`, `trust`, `champion`, `capability`, `buy_in` and
    /// `missing_baseline` of the population, the habits of `standing`, and gatekeeping, `asks` and
    /// `late_demands` of the centre.
    void agree(Situation const& in, ProtocolWork& work, Settlement out) const override;

  private:
    struct Work;

    void gauge_pressure(Situation const& in, Work& work) const;
    void draw_regions(Situation const& in, Work& work) const;
    void gather(state::Values const& values, int first_area, Work& work) const;
    void agree_in_area(Situation const& in, int area, Work& work, Settlement out) const;
    [[nodiscard]] Parties list_parties(Situation const& in, int area, Work const& work) const;

    SelectionParams params_;
    TableFacts facts_;
    int indicator_count_{};
};
}  // namespace concordat::selection
