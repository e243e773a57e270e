#pragma once

#include <memory>
#include <vector>

#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/scenario/override.hpp"
#include "models/scenario/pack_reader.hpp"
#include "tests/support/default_parameters.hpp"

namespace concordat::support
{
/// The shipped data pack, read once.
inline std::shared_ptr<state::Pack const> england()
{
    static auto const pack =
        std::make_shared<state::Pack const>(scenario::read_pack(CONCORDAT_SOURCE_DIR "/scenarios/england_2008"));
    return pack;
}

/// The shipped parameters: the baseline of 2008.
inline scenario::ModelParams baseline_params()
{
    static auto const table = load_default_parameters();
    config::ParameterReader reader{table};
    return scenario::bind_model(reader);
}

/// The baseline without learning, politics, gaming, changes of what is recorded, intervention and
/// placeholders, and with best responses at once: what a test of the bare round needs.
inline scenario::ModelParams quiet_params()
{
    auto table = load_default_parameters();
    core::Problems problems;
    std::vector<scenario::Override> overrides;
    for (char const* setting :
         {"behaviour.effort.rule=equilibrium", "behaviour.calendar.lag=0", "behaviour.innovation.rate=0",
          "gaming.manipulation.indicators=0", "measurement.recording.definition_hazard=0",
          "measurement.recording.drifting=0", "levels.placeholders.wait_for_baseline=false",
          "selection.council.park=0", "learning.trust.rate=0", "learning.trust.partner_rate=0",
          "learning.cooperation.dynamics=fixed", "learning.payment.rate=0", "learning.buy_in.rate=0",
          "learning.productivity.rule=none", "learning.diffusion.copying=0", "learning.diffusion.trial_rate=0",
          "politics.elections.flip=0", "politics.engagement.mode=none", "politics.decoupling.base=0",
          "politics.decoupling.if_rejecting=0", "politics.decoupling.per_forced=0", "inspection.standards.pressure=0",
          "inspection.standards.intervention=0", "inspection.scoring.annual=false"}) {
        auto override = scenario::parse_override(setting, problems);
        if (override) overrides.push_back(std::move(*override));
    }
    scenario::apply_overrides(table, overrides, problems);
    problems.throw_if_any();
    config::ParameterReader reader{table};
    return scenario::bind_model(reader);
}

/// A model of England with a world of its own.
class EnglandRun
{
  public:
    explicit EnglandRun(scenario::ModelParams const& params = baseline_params()) : model{england(), params}
    {
        model.furnish(world);
    }

    cycle::World const& run(std::uint32_t replicate)
    {
        model.run_round({.master_seed = 2008, .replicate = replicate, .round = 0}, world);
        return world;
    }

    /// One number per column of the given groupings.
    std::vector<double> outcomes(std::uint32_t replicate, cycle::OutcomeTally const& tally)
    {
        run(replicate);
        std::vector<double> row(tally.schema().column_count());
        tally.tally(model, world, row);
        return row;
    }

    cycle::Model model;
    cycle::World world{};
};
}  // namespace concordat::support
