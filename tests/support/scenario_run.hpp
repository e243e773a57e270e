#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "models/cycle/history.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/scenario/catalogue.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/model_params.hpp"
#include "models/scenario/override.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/parameter_file.hpp"
#include "sim/config/parameter_reader.hpp"
#include "tests/support/england.hpp"

namespace concordat::support
{
/// A shipped scenario under settings of a test, run as users run it.
class ScenarioRun
{
  public:
    /// \param settings "path=value"
    /// \param times a scenario of a single round is lived through so often, round after round
    ScenarioRun(std::string const& name, std::vector<std::string> const& settings, std::size_t times = 1)
        : history_{england(), rounds_of(name, settings, times)}
    {
        history_.furnish(worlds_);
    }

    /// Calls `see(round, world)` at the end of every round.
    template <class See>
    void run(int replicates, See see)
    {
        run_models(replicates, [&](std::size_t round, cycle::Model const&, cycle::World const& world) { see(round, world); });
    }

    /// Means over replicates of all outcomes of the nation, round by round.
    std::vector<std::map<std::string, double>> means(int replicates)
    {
        cycle::OutcomeTally const tally{*england(), {}};
        auto const& schema = tally.schema();
        std::vector<double> row(schema.column_count());
        std::vector<std::map<std::string, double>> out(history_.round_count());
        run_models(replicates, [&](std::size_t round, cycle::Model const& model, cycle::World const& world) {
            tally.tally(model, world, row);
            for (std::size_t c = 0; c < row.size(); ++c) {
                if (schema.period_name(c) == "round") out[round][schema.outcome_of(c).name] += row[c] / replicates;
            }
        });
        return out;
    }

  private:
    template <class See>
    void run_models(int replicates, See see)
    {
        struct Observer final : cycle::RoundObserver
        {
            explicit Observer(See& told) : see{told} {}
            void see_round(std::size_t round, cycle::Model const& model, cycle::World const& world) override
            {
                see(round, model, world);
            }
            void see_state(std::size_t, cycle::CarriedState&) override {}
            See& see;
        } observer{see};
        for (int r = 0; r < replicates; ++r) {
            history_.run({.master_seed = 2008, .replicate = static_cast<std::uint32_t>(r), .population_seed = 2008},
                         cycle::History::Ending::closed, worlds_, observer);
        }
    }

    static std::vector<scenario::ModelParams> rounds_of(std::string const& name, std::vector<std::string> const& settings,
                                                        std::size_t times)
    {
        core::Problems problems;
        std::string const root = CONCORDAT_SOURCE_DIR "/scenarios";
        scenario::Catalogue const catalogue{root, problems};
        auto const table = config::load_parameters(root + "/parameters", problems);
        std::vector<scenario::Override> overrides;
        for (auto const& setting : settings) {
            if (auto one = scenario::parse_override(setting, problems)) overrides.push_back(std::move(*one));
        }
        auto const expression = scenario::parse_expression(name, catalogue, problems);
        problems.throw_if_any();
        auto const resolved = scenario::resolve_scenario(*expression, catalogue, table, overrides, problems);
        problems.throw_if_any();
        std::vector<scenario::ModelParams> rounds;
        for (auto const& round : resolved->rounds) {
            for (std::size_t n = 0; n < times; ++n) {
                config::ParameterReader reader{round.parameters};
                rounds.push_back(scenario::bind_model(reader));
            }
        }
        return rounds;
    }

    cycle::History history_;
    cycle::HistoryWorld worlds_{};
};
}  // namespace concordat::support
