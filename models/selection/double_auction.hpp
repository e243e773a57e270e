#pragma once

#include "models/selection/protocol.hpp"
#include "models/selection/table_facts.hpp"

namespace concordat::selection
{
/// Outcome of sealed offers about one item.
struct SealedOffers
{
    bool agreed{};
    double surplus{};  ///< what agreement is worth to both together, whether or not it comes about
};

/// Sealed offers of a side that would give up to `highest` and a side that wants at least `lowest`,
/// each known to itself alone and believed uniform on [0, width]: in the linear equilibrium they offer
/// 2 v/3 + width/12 and ask 2 c/3 + width/4, and meet where the offer reaches the ask. With revealed
/// values they agree wherever there is a surplus.
///
/// Source: Chatterjee and Samuelson (1983), Oper. Res. 31(5), 835-851; it is the best that any
/// mediation can do without evidence (Myerson and Satterthwaite 1983, J. Econ. Theory 29, 265-281).
[[nodiscard]] SealedOffers submit_offers(double highest, double lowest, double width, bool revealed);

/// Item by item under private information: an item enters where sealed offers meet, the best
/// surplus first while slots last. The council would give up its weighted gain (1 - tau) g^L, the
/// centre wants at least -tau g^C; evidence reveals both values of an item with a probability.
///
/// Source: docs/methods/selection.md
class DoubleAuction final : public Protocol
{
  public:
    DoubleAuction(state::Pack const& pack, SelectionParams const& params);

    [[nodiscard]] int max_slots() const override;
    [[nodiscard]] std::unique_ptr<ProtocolWork> make_work() const override;
    void resize(state::Agreement& agreement, state::Bargain& bargain) const override;
    void agree(Situation const& in, ProtocolWork& work, Settlement out) const override;

  private:
    struct Work;

    void agree_in_area(Situation const& in, int area, Work& work, state::Agreement& agreement) const;

    SelectionParams params_;
    TableFacts facts_;
    int indicator_count_{};
};
}  // namespace concordat::selection
