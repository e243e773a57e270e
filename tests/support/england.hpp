#pragma once

#include <memory>
#include <vector>

#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"
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
        std::vector<double> row(tally.schema().columns.size());
        tally.tally(model, world, row);
        return row;
    }

    cycle::Model model;
    cycle::World world{};
};
}  // namespace concordat::support
