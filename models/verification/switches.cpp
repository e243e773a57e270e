#include "models/verification/switches.hpp"

#include <fmt/format.h>

#include <algorithm>
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
#include "sim/config/value.hpp"

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
        rows.emplace_back(tally_.schema().column_count());
        tally_.tally(model, world, rows.back());
    }

    Rows rows{};

  private:
    cycle::OutcomeTally const& tally_;
    std::size_t rounds_;
};

/// What a scenario comes down to: every parameter of every round.
std::string key_of(scenario::ResolvedScenario const& resolved)
{
    std::string key;
    for (auto const& round : resolved.rounds) {
        for (auto const& [path, record] : round.parameters) key += config::show(record.value) + ';';
    }
    return key;
}

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
                    std::size_t column, std::size_t replicates)
{
    LinkFinding found{.step = step, .link = link};
    double sum = 0.0, squares = 0.0;
    double const n = static_cast<double>(replicates);
    bool identical = true;
    for (std::size_t r = 0; r < replicates; ++r) {
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

struct SwitchLaboratory::Parts
{
    scenario::Catalogue const& catalogue;
    std::shared_ptr<state::Pack const> pack;
    std::uint64_t seed;
    cycle::OutcomeTally tally;
    config::ParameterTable parameters{};
    std::map<std::string, Rows> known{};  ///< by the parameters of all rounds

    [[nodiscard]] std::size_t find_column(SwitchCase const& one, std::string const& outcome) const
    {
        auto const& schema = tally.schema();
        for (std::size_t c = 0; c < schema.column_count(); ++c) {
            if (schema.outcome_of(c).name == outcome) return c;
        }
        core::Problems problems;
        problems.add(one.where, fmt::format("there is no outcome '{}'", outcome));
        problems.throw_if_any();
        return 0;
    }

    [[nodiscard]] scenario::ResolvedScenario resolve(SwitchCase const& one, std::string const& value) const
    {
        core::Problems problems;
        std::vector<scenario::Override> overrides;
        auto settings = one.settings;
        settings.push_back(one.path + "=" + value);
        for (auto const& text : settings) {
            if (auto setting = scenario::parse_override(text, problems)) {
                setting->where = one.where;
                overrides.push_back(std::move(*setting));
            }
        }
        auto const expression = scenario::parse_expression(one.scenario, catalogue, problems);
        problems.throw_if_any();
        auto resolved = scenario::resolve_scenario(*expression, catalogue, parameters, overrides, problems);
        problems.throw_if_any();
        return std::move(*resolved);
    }

    /// At least the wanted number of replicates of the case's scenario with the switch at `value`.
    Rows const& at(SwitchCase const& one, std::string const& value)
    {
        auto const resolved = resolve(one, value);
        auto& rows = known[key_of(resolved)];
        auto const wanted = static_cast<std::size_t>(one.replicates);
        if (rows.size() >= wanted) return rows;
        std::vector<scenario::ModelParams> rounds;
        for (auto const& round : resolved.rounds) {
            config::ParameterReader reader{round.parameters};
            rounds.push_back(scenario::bind_model(reader));
        }
        cycle::History const history{pack, rounds};
        cycle::HistoryWorld world;
        history.furnish(world);
        LastRound last{tally, history.round_count()};
        for (auto r = rows.size(); r < wanted; ++r) {
            history.run({.master_seed = seed, .replicate = static_cast<std::uint32_t>(r), .population_seed = seed},
                        cycle::History::Ending::closed, world, last);
        }
        rows.insert(rows.end(), last.rows.begin(), last.rows.end());
        return rows;
    }
};

SwitchLaboratory::SwitchLaboratory(scenario::Catalogue const& catalogue, std::shared_ptr<state::Pack const> pack,
                                   std::uint64_t master_seed)
{
    cycle::OutcomeTally tally{*pack, {}};
    parts_ = std::make_unique<Parts>(Parts{catalogue, std::move(pack), master_seed, std::move(tally)});
    core::Problems problems;
    parts_->parameters = config::load_parameters(catalogue.root() / "parameters", problems);
    problems.throw_if_any();
}

SwitchLaboratory::~SwitchLaboratory() = default;

std::vector<LinkFinding> SwitchLaboratory::check(SwitchCase const& one)
{
    std::vector<LinkFinding> findings;
    for (auto const& step : one.steps) {
        for (auto const& link : one.chain) {
            auto const column = parts_->find_column(one, link.outcome);
            auto const& before = parts_->at(one, step.from);
            auto const& after = parts_->at(one, step.to);
            findings.push_back(compare(step, link, before, after, column, static_cast<std::size_t>(one.replicates)));
        }
    }
    return findings;
}
}  // namespace concordat::verification
