#pragma once

#include <memory>

#include "models/selection/selection_params.hpp"
#include "models/state/agreement.hpp"
#include "models/state/bargain.hpp"
#include "models/state/centre.hpp"
#include "models/state/demands.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/transcript.hpp"

namespace concordat::selection
{
/// What the parties bring to the table.
struct Situation
{
    state::Occasion const& when;
    state::Population const& population;
    state::Standing const& standing;
    state::Centre const& centre;
    state::Values const& values;
};

/// What they leave behind.
struct Settlement
{
    state::Agreement& agreement;
    state::Bargain& bargain;
    state::Transcript& transcript;
};

/// Memory that a protocol reuses between replicates; belongs to one worker.
class ProtocolWork
{
  public:
    ProtocolWork() = default;
    ProtocolWork(ProtocolWork const&) = delete;
    ProtocolWork& operator=(ProtocolWork const&) = delete;
    virtual ~ProtocolWork() = default;
};

/// A way to negotiate which indicators enter an area's agreement. Immutable; shared by threads,
/// each with its own work. What every protocol must satisfy: tests/support/protocol_kit.hpp.
///
/// Source: docs/methods/selection.md
class Protocol
{
  public:
    Protocol() = default;
    Protocol(Protocol const&) = delete;
    Protocol& operator=(Protocol const&) = delete;
    virtual ~Protocol() = default;

    /// Most items of one agreement, statutory and chosen.
    [[nodiscard]] virtual int max_slots() const = 0;
    /// Does it read the tables of need in the values?
    [[nodiscard]] virtual bool reads_need() const { return false; }
    [[nodiscard]] virtual std::unique_ptr<ProtocolWork> make_work() const = 0;
    /// Gives agreement and record their sizes; with `make_work` the only call that allocates.
    virtual void resize(state::Agreement& agreement, state::Bargain& bargain) const = 0;
    /// Strikes the agreements of all areas. \pre `work` is of this protocol's `make_work`
    virtual void agree(Situation const& in, ProtocolWork& work, Settlement out) const = 0;
};

[[nodiscard]] std::unique_ptr<Protocol const> make_protocol(state::Pack const& pack, SelectionParams const& params);
}  // namespace concordat::selection
