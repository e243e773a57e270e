#pragma once

#include <memory>

#include "models/cycle/world.hpp"
#include "models/scenario/model_params.hpp"
#include "models/state/occasion.hpp"
#include "models/state/pack.hpp"

namespace concordat::cycle
{
/// One scenario, ready to run: every mechanism built from its parameters. Immutable; shared by
/// threads, each with its own World.
class Model
{
  public:
    /// \throws core::InputError where the pack cannot serve the parameters
    Model(std::shared_ptr<state::Pack const> pack, scenario::ModelParams params);
    ~Model();
    Model(Model&&) noexcept;

    /// Gives a world its sizes: the only call that allocates.
    void furnish(World& world) const;
    /// Draws a replicate's population and puts what areas carry at its neutral start.
    /// \param when its round is the first one (0)
    void draw_population(state::Occasion const& when, World& world) const;
    /// Runs one round (the steps of `step_list`). The first round (0) draws its population; a later one
    /// starts from what stands in the world (see `CarriedState::give`).
    void run_round(state::Occasion const& when, World& world) const;
    /// The stages up to the signed agreement, for calibration on selections.
    void agree(state::Occasion const& when, World& world) const;
    /// Books what the finished round changed for the rounds that follow: levels and needs.
    /// \pre the world's `is_followed` was set before the round
    void end_round(World& world) const;
    /// How areas change between rounds.
    [[nodiscard]] population::Evolution const& evolution() const;

    [[nodiscard]] state::Pack const& pack() const;
    [[nodiscard]] scenario::ModelParams const& params() const;

    struct Parts;  ///< the mechanisms, in mechanisms.hpp

  private:
    // round.cpp: the parts of a round
    void form_centre(state::Occasion const& when, World& world) const;
    void draw_luck(state::Occasion const& when, World& world) const;
    void begin_year(state::Occasion const& when, int year, World& world) const;
    void end_year(state::Occasion const& when, int year, World& world) const;
    void count_reporting(int year, World& world) const;
    void look_out(double remaining, World& world) const;
    void settle(state::Occasion const& when, World& world) const;
    void learn_habits(World& world) const;

    std::unique_ptr<Parts> parts_;
};

/// A step of a round, for people to read.
struct Step
{
    char const* title;
    char const* what;
    char const* section;  ///< folder that does it
};
/// The numbered steps of a round, in the order in which they run.
[[nodiscard]] std::vector<Step> const& step_list();
}  // namespace concordat::cycle
