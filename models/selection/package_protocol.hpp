#pragma once

#include "models/selection/joint_package.hpp"
#include "models/selection/protocol.hpp"

namespace concordat::selection
{
/// Protocols that end in one package: the centre's weight in its joint value is the area's own
/// (joint_package), what taking turns gives (alternating_offers), or all or nothing (dictator).
///
/// Source: docs/methods/selection.md
class PackageProtocol final : public Protocol
{
  public:
    /// \pre `params.kind` is one of the three
    PackageProtocol(state::Pack const& pack, SelectionParams const& params);

    [[nodiscard]] int max_slots() const override { return package_.max_slots(); }
    [[nodiscard]] std::unique_ptr<ProtocolWork> make_work() const override;
    void resize(state::Agreement& agreement, state::Bargain& bargain) const override;
    void agree(Situation const& in, ProtocolWork& work, Settlement out) const override;

  private:
    struct Work;

    JointPackage package_;
    std::int64_t areas_{};
    bool own_weights_{};       ///< the areas' own
    double centre_weight_{};   ///< [share] otherwise, everywhere
    bool waits_for_baseline_{};
};
}  // namespace concordat::selection
