#include "models/verification/switches.hpp"

#include <fmt/format.h>

#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "models/cycle/history.hpp"
#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/scenario/catalogue.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/model_params.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/parameter_file.hpp"
#include "sim/config/parameter_reader.hpp"

namespace concordat::verification
{
namespace
{
/// Outcomes of the nation in one scenario, one row per replicate.
using Rows = std::vector<std::vector<double>>;

/// Keeps the outcomes of the last round of every replicate.
class LastRound final : public cycle::RoundObserver
{
  public:
    LastRound(cycle::OutcomeTally const& tally, std::size_t rounds) : tally_{tally}, rounds_{rounds} {}

    void see_state(std::size_t, cycle::CarriedState&) override {}
    void see_round(std::size_t round, cycle::Model const& model, cycle::World const& world) override
    {
        if (round + 1 != rounds_) return;
        rows.emplace_back(tally_.schema().columns.size());
        tally_.tally(model, world, rows.back());
    }

    Rows rows{};

  private:
    cycle::OutcomeTally const& tally_;
    std::size_t rounds_;
};

class Laboratory
{
  public:
    Laboratory(SwitchCase const& one, scenario::Catalogue const& catalogue, std::shared_ptr<state::Pack const> pack,
               std::uint64_t seed)
        : case_{one}, catalogue_{catalogue}, pack_{std::move(pack)}, seed_{seed}, tally_{*pack_, {}}
    {
        parameters_ = config::load_parameters(catalogue.root() / "parameters", problems_);
        expression_ = scenario::parse_expression(one.scenario, catalogue, problems_);
        problems_.throw_if_any();
    }

    /// The rows with the switch at `value`; run once.
    Rows const& at(std::string const& value)
    {
        auto const known = rows_.find(value);
        if (known != rows_.end()) return known->second;
        return rows_[value] = run(value);
    }

    [[nodiscard]] std::size_t column(std::string const& outcome)
    {
        auto const& schema = tally_.schema();
        for (std::size_t c = 0; c < schema.columns.size(); ++c) {
            if (schema.outcomes[static_cast<std::size_t>(schema.columns[c].outcome)].name == outcome) return c;
        }
        problems_.add(case_.where, fmt::format("there is no outcome '{}'", outcome));
        problems_.throw_if_any();
        return 0;
    }

  private:
    Rows run(std::string const& value)
    {
        std::vector<scenario::Override> overrides;
        auto settings = case_.settings;
        settings.push_back(case_.path + "=" + value);
        for (auto const& text : settings) {
            if (auto one = scenario::parse_override(text, problems_)) {
                one->where = case_.where;
                overrides.push_back(std::move(*one));
            }
        }
        auto const resolved = scenario::resolve_scenario(*expression_, catalogue_, parameters_, overrides, problems_);
        problems_.throw_if_any();
        std::vector<scenario::ModelParams> rounds;
        for (auto const& round : resolved->rounds) {
            config::ParameterReader reader{round.parameters};
            rounds.push_back(scenario::bind_model(reader));
        }
        cycle::History const history{pack_, rounds};
        cycle::HistoryWorld world;
        history.furnish(world);
        LastRound last{tally_, history.round_count()};
        for (int r = 0; r < case_.replicates; ++r) {
            history.run({.master_seed = seed_, .replicate = static_cast<std::uint32_t>(r), .population_seed = seed_},
                        cycle::History::Ending::closed, world, last);
        }
        Rows rows = std::move(last.rows);
        return rows;
    }

    SwitchCase const& case_;
    scenario::Catalogue const& catalogue_;
    std::shared_ptr<state::Pack const> pack_;
    std::uint64_t seed_;
    cycle::OutcomeTally tally_;
    core::Problems problems_{};
    config::ParameterTable parameters_{};
    std::optional<scenario::Expression> expression_{};
    std::map<std::string, Rows> rows_{};
};

bool agrees(Sense sense, LinkFinding const& found, bool identical)
{
    double const bar = decisive_errors * found.standard_error;
    switch (sense) {
        case Sense::up: return !identical && found.difference > bar;
        case Sense::down: return !identical && found.difference < -bar;
        case Sense::moves: return !identical && std::abs(found.difference) > bar;
        case Sense::stays: return identical;
    }
    return false;
}

LinkFinding compare(SwitchCase::Step const& step, ChainLink const& link, Rows const& before, Rows const& after,
                    std::size_t column)
{
    LinkFinding found{.step = step, .link = link};
    double sum = 0.0, squares = 0.0;
    double const n = static_cast<double>(before.size());
    bool identical = true;
    for (std::size_t r = 0; r < before.size(); ++r) {
        double const a = before[r][column], b = after[r][column];
        bool const both_missing = std::isnan(a) && std::isnan(b);
        identical = identical && (a == b || both_missing);
        double const d = both_missing ? 0.0 : b - a;
        sum += d;
        squares += d * d;
    }
    found.difference = sum / n;
    found.standard_error = std::sqrt(std::max(0.0, squares / n - found.difference * found.difference) / (n - 1.0));
    found.passed = agrees(link.sense, found, identical);
    return found;
}
}  // namespace

std::vector<LinkFinding> check_switch(SwitchCase const& one, scenario::Catalogue const& catalogue,
                                      std::shared_ptr<state::Pack const> const& pack, std::uint64_t master_seed)
{
    Laboratory laboratory{one, catalogue, pack, master_seed};
    std::vector<LinkFinding> findings;
    for (auto const& step : one.steps) {
        for (auto const& link : one.chain) {
            auto const column = laboratory.column(link.outcome);
            auto const& before = laboratory.at(step.from);
            auto const& after = laboratory.at(step.to);
            findings.push_back(compare(step, link, before, after, column));
        }
    }
    return findings;
}
}  // namespace concordat::verification
