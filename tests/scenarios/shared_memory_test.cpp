// What a round leaves in the memory that rounds share is nothing to the next one, whatever scenario it is of.
#include <gtest/gtest.h>

#include <cstring>

#include "models/cycle/history.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/scenario/catalogue.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/override.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "models/verification/switches.hpp"
#include "sim/config/parameter_file.hpp"
#include "tests/support/england.hpp"

namespace concordat
{
namespace
{
std::filesystem::path const root{CONCORDAT_SOURCE_DIR "/scenarios"};

/// All outcomes of the nation, of every round.
class Rows final : public cycle::RoundObserver
{
  public:
    explicit Rows(cycle::OutcomeTally const& tally) : tally_{tally} {}
    void see_round(std::size_t, cycle::Model const& model, cycle::World const& world) override
    {
        auto const at = values.size();
        values.resize(at + tally_.round_columns());
        tally_.tally(model, world, std::span{values}.subspan(at));
    }
    void see_state(std::size_t, cycle::CarriedState&) override {}
    std::vector<double> values{};

  private:
    cycle::OutcomeTally const& tally_;
};

class SharedMemory : public testing::TestWithParam<int>
{
  protected:
    SharedMemory()
    {
        core::Problems problems;
        catalogue = std::make_unique<scenario::Catalogue>(root, problems);
        parameters = config::load_parameters(root / "parameters", problems);
        EXPECT_TRUE(problems.empty()) << problems.text();
    }

    cycle::History build(std::string const& expression, std::vector<std::string> const& settings) const
    {
        core::Problems problems;
        std::vector<scenario::Override> overrides;
        for (auto const& text : settings) overrides.push_back(*scenario::parse_override(text, problems));
        auto const parsed = scenario::parse_expression(expression, *catalogue, problems);
        auto const resolved = scenario::resolve_scenario(*parsed, *catalogue, parameters, overrides, problems);
        EXPECT_TRUE(problems.empty()) << problems.text();
        std::vector<scenario::ModelParams> rounds;
        for (auto const& round : resolved->rounds) {
            config::ParameterReader reader{round.parameters};
            rounds.push_back(scenario::bind_model(reader));
        }
        return {support::england(), rounds};
    }

    std::vector<double> run(cycle::History const& history, cycle::HistoryWorld& world) const
    {
        Rows rows{tally};
        history.run({.master_seed = 7, .replicate = 3, .population_seed = 7}, cycle::History::Ending::closed, world, rows);
        return rows.values;
    }

    /// A round in memory of its own, and one in `used`, which other rounds have been in.
    void expect_same(std::string const& name, cycle::History const& history, std::vector<cycle::BlockMemory>& used) const
    {
        cycle::HistoryWorld fresh, second;
        history.furnish(fresh);
        second.blocks = std::move(used);
        history.furnish(second);
        auto const expected = run(history, fresh);
        auto const got = run(history, second);
        used = std::move(second.blocks);
        ASSERT_EQ(expected.size(), got.size());
        EXPECT_EQ(std::memcmp(expected.data(), got.data(), got.size() * sizeof(double)), 0) << name;
    }

    std::unique_ptr<scenario::Catalogue> catalogue{};
    config::ParameterTable parameters{};
    cycle::OutcomeTally tally{*support::england(), {}};
};

constexpr int parts = 4;

TEST_P(SharedMemory, TellsARoundNothingOfTheSwitchesOfTheRoundBefore)
{
    core::Problems problems;
    auto const cases = verification::read_switches(root / "switches.yaml", problems);
    ASSERT_TRUE(problems.empty()) << problems.text();
    std::vector<cycle::BlockMemory> used;
    for (std::size_t c = static_cast<std::size_t>(GetParam()); c < cases.size(); c += parts) {
        auto const& one = cases[c];
        for (auto const& value : {one.steps.front().from, one.steps.front().to}) {
            auto settings = one.settings;
            settings.push_back(one.path + "=" + value);
            expect_same(one.path + "=" + value, build(one.scenario, settings), used);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Quarter, SharedMemory, testing::Range(0, parts));
}  // namespace
}  // namespace concordat
