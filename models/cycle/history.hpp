#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "models/cycle/carried_state.hpp"
#include "models/cycle/model.hpp"
#include "models/cycle/world.hpp"

namespace concordat::cycle
{
/// The worlds of a history, one for each round: all that a worker owns for a scenario.
struct HistoryWorld
{
    std::vector<World> rounds{};  ///< without blocks, but for the one that is being lived
    /// The larger part of a world's memory, which every round fills anew: rounds take turns in it, and so
    /// may histories that are run one after another.
    std::vector<BlockMemory> blocks{};
    CarriedState carried{};  ///< what the last finished round left
};

/// Where a history of one replicate starts.
struct Beginning
{
    std::uint64_t master_seed{};      ///< of the luck of the rounds to run
    std::uint32_t replicate{};        ///< [index] 0-based
    std::uint64_t population_seed{};  ///< of the replicate's population; the master seed unless a state was saved
    std::uint32_t rounds_done{};      ///< [count] rounds behind it; then `HistoryWorld::carried` holds their end
};

/// Is told when a round is over; rounds are counted from 0 in their history.
class RoundObserver
{
  public:
    virtual ~RoundObserver() = default;
    /// The round as it was lived, before what follows from it for the next one.
    virtual void see_round(std::size_t round, Model const& model, World const& world) = 0;
    /// What the round leaves, where something follows.
    virtual void see_state(std::size_t round, CarriedState& carried) = 0;
};

/// The rounds of a scenario, run one after another: areas enter a round as the one before left them.
/// A history of one round is a plain round. Immutable; shared by threads.
class History
{
  public:
    /// \param rounds parameters of each round, in order; at least one
    /// \throws core::InputError where the pack cannot serve the parameters
    History(std::shared_ptr<state::Pack const> const& pack, std::vector<scenario::ModelParams> const& rounds);

    [[nodiscard]] std::size_t round_count() const { return models_.size(); }
    [[nodiscard]] Model const& round(std::size_t k) const { return models_.at(k); }

    /// Whether the state after the last round is wanted as well.
    enum class Ending { open, closed };

    /// Gives worlds their sizes: the only calls that allocate. Blocks that have room are kept as they are.
    void furnish(HistoryWorld& world) const;
    void furnish(CarriedState& carried) const;
    /// Runs all rounds of one replicate.
    void run(Beginning const& beginning, Ending ending, HistoryWorld& world, RoundObserver& observer) const;

  private:
    std::vector<Model> models_{};
};
}  // namespace concordat::cycle
