#pragma once

#include "models/selection/protocol.hpp"
#include "models/selection/table_facts.hpp"

namespace concordat::selection
{
/// Item by item under private information: an item enters where sealed offers meet, the best
/// surplus first while slots last. The council would give up its weighted gain (1 - tau) g^L, the
/// centre wants at least -tau g^C, each believed uniform over a width; evidence reveals both values of
/// an item with a probability.
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
