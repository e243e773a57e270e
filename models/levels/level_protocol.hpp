#pragma once

#include <memory>

#include "models/levels/level_case.hpp"
#include "models/levels/level_params.hpp"

namespace concordat::levels
{
/// A way to strike a level between what the council offers and what the centre demands. Talks see
/// protocols through this interface only.
///
/// Source: docs/methods/levels.md; each protocol names its own.
class LevelProtocol
{
  public:
    LevelProtocol() = default;
    LevelProtocol(LevelProtocol const&) = delete;
    LevelProtocol& operator=(LevelProtocol const&) = delete;
    virtual ~LevelProtocol() = default;

    /// \param pace of the council, as `set_pace` gives it
    [[nodiscard]] virtual Settlement strike(LevelCase const& item, Pace const& pace) const = 0;
    /// How a council concedes whose exponent is `habit` times the ordinary one.
    [[nodiscard]] virtual Pace set_pace(double /*habit*/) const { return {}; }
    /// Both sides' limits are private and have to be drawn.
    [[nodiscard]] virtual bool draws_limits() const { return false; }
    /// Levels depend on need: `LevelCase::need` has to be filled.
    [[nodiscard]] virtual bool looks_at_need() const { return false; }
};

/// \param centre_weight tau_t, used by `nash`
[[nodiscard]] std::unique_ptr<LevelProtocol const> make_level_protocol(LevelProtocolParams const& params,
                                                                       double centre_weight);
}  // namespace concordat::levels
