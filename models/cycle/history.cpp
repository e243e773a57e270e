#include "models/cycle/history.hpp"

#include <utility>

#include "sim/core/check.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::cycle
{
namespace
{
/// Lends the blocks to a round for as long as it lives.
class Turn
{
  public:
    Turn(std::vector<BlockMemory>& shared, std::vector<BlockMemory>& own) : shared_{shared}, own_{own} { shared_.swap(own_); }
    ~Turn() { shared_.swap(own_); }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;

  private:
    std::vector<BlockMemory>& shared_;
    std::vector<BlockMemory>& own_;
};

Turn take_turn(HistoryWorld& world, std::size_t round) { return {world.blocks, world.rounds[round].blocks}; }
}  // namespace

History::History(std::shared_ptr<state::Pack const> const& pack, std::vector<scenario::ModelParams> const& rounds)
{
    core::require(!rounds.empty(), "a history has a round");
    for (auto const& params : rounds) models_.emplace_back(pack, params);
}

void History::furnish(HistoryWorld& world) const
{
    world.rounds = std::vector<World>(models_.size());
    for (std::size_t k = 0; k < models_.size(); ++k) {
        auto const turn = take_turn(world, k);
        models_[k].furnish(world.rounds[k]);
    }
    furnish(world.carried);
}

void History::furnish(CarriedState& carried) const
{
    auto const& pack = models_.front().pack();
    carried.resize(static_cast<std::int64_t>(core::padded(pack.area_count())),
                   static_cast<std::int64_t>(pack.indicator_count()), static_cast<std::int64_t>(pack.departments.size()));
}

void History::run(Beginning const& beginning, Ending ending, HistoryWorld& world, RoundObserver& observer) const
{
    core::require(world.rounds.size() == models_.size(), "worlds are furnished");
    state::Occasion const first{beginning.population_seed, beginning.replicate, 0};
    for (std::size_t k = 0; k < models_.size(); ++k) {
        auto const& model = models_[k];
        auto& present = world.rounds[k];
        auto const turn = take_turn(world, k);
        state::Occasion const when{beginning.master_seed, beginning.replicate,
                                   beginning.rounds_done + static_cast<std::uint32_t>(k)};
        present.is_followed = k + 1 < models_.size() || ending == Ending::open;
        if (when.round > 0) world.carried.give(model, first, when, present);
        model.run_round(when, present);
        observer.see_round(k, model, present);
        if (!present.is_followed) continue;
        model.end_round(present);
        world.carried.take(present);
        observer.see_state(k, world.carried);
    }
}
}  // namespace concordat::cycle
