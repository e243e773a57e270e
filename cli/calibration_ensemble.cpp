#include "cli/calibration_ensemble.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "analysis/stats/interval.hpp"
#include "analysis/stats/summary.hpp"
#include "cli/number_format.hpp"
#include "cli/text_layout.hpp"
#include "sim/config/value.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
using calibration::FactKind;
using calibration::ParameterMove;

/// YAML text in double quotes.
std::string quote_yaml(std::string const& text)
{
    std::string quoted{"\""};
    for (char const c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + '"';
}

/// Four digits that matter.
std::string shorten(double value) { return std::isnan(value) ? ".nan" : config::show(std::stod(fmt::format("{:.4g}", value))); }

double value_at(CalibrationPlan const& plan, std::size_t assumption, double u)
{
    std::vector<double> units(plan.file.assumptions.size(), 0.0);
    units[assumption] = u;
    return plan.values_at(units)[assumption];
}

std::string describe_bound(calibration::Fact const& fact)
{
    if (fact.kind == FactKind::at_least) return fmt::format("at least {}", shorten(fact.observed));
    if (fact.kind == FactKind::at_most) return fmt::format("at most {}", shorten(fact.observed));
    double const half = stats::half_interval * fact.sampling_sd;
    return fmt::format("{} to {}", shorten(fact.observed - half), shorten(fact.observed + half));
}

std::string describe_facts(CalibrationPlan const& plan, CalibrationResult const& result)
{
    std::string text{"facts:\n"};
    for (std::size_t k = 0; k < plan.facts.size(); ++k) {
        auto const standing = judge(plan, result.members, k);
        text += fmt::format("  - name: {}\n    source: {}\n    observed: {}\n    interval: {}\n    discrepancy: {}\n"
                            "    ensemble: {{mean: {}, low: {}, high: {}}}\n    held: {}\n",
                            quote_yaml(plan.facts[k].name), quote_yaml(plan.file.facts[k].source), shorten(plan.facts[k].observed),
                            quote_yaml(describe_bound(plan.facts[k])), shorten(plan.facts[k].discrepancy_sd), shorten(standing.mean),
                            shorten(standing.low), shorten(standing.high), standing.held);
    }
    return text;
}

std::string describe_assumptions(CalibrationPlan const& plan, CalibrationResult const& result)
{
    std::string text{"assumptions:\n"};
    for (std::size_t d = 0; d < plan.file.assumptions.size(); ++d) {
        auto const& one = plan.file.assumptions[d];
        auto const& move = result.moves[d];
        text += fmt::format("  - path: {}\n    label: {}\n    range: [{}, {}]\n    median: {}\n    nine_in_ten: [{}, {}]\n"
                            "    shrinkage: {:.3f}\n    distance: {:.3f}\n    moved: {}\n",
                            one.space.path, quote_yaml(one.label), config::show(one.space.low), config::show(one.space.high),
                            shorten(value_at(plan, d, move.posterior[2])), shorten(value_at(plan, d, move.posterior[0])),
                            shorten(value_at(plan, d, move.posterior[4])), move.shrinkage, move.distance, move.moved);
        if (move.companions.empty()) continue;
        text += "    goes_with:\n";
        for (auto const& other : move.companions) {
            text += fmt::format("      - {{path: {}, rank_correlation: {:.2f}}}\n",
                                plan.file.assumptions[other.parameter].space.path, other.correlation);
        }
    }
    return text;
}

std::string describe_waves(CalibrationPlan const& plan, CalibrationResult const& result)
{
    std::string text{"waves:\n"};
    for (auto const& wave : result.waves) {
        text += fmt::format("  - points: {}\n    share_of_prior: {}\n    search: {}\n    explained:\n", wave.points, shorten(wave.share),
                            wave.method == calibration::SearchMethod::thinning ? "latin_hypercube" : "subset_simulation");
        for (std::size_t k = 0; k < wave.explained.size(); ++k) {
            text += fmt::format("      {}: {:.3f}\n", quote_yaml(plan.facts[k].name), wave.explained[k]);
        }
    }
    return text;
}

std::string tabulate_facts(CalibrationPlan const& plan, CalibrationResult const& result)
{
    TextTable table{{"fact", "known", "before", "ensemble", "its points", "holds"}};
    for (std::size_t k = 0; k < plan.facts.size(); ++k) {
        auto const standing = judge(plan, result.members, k);
        table.add({plan.facts[k].name, describe_bound(plan.facts[k]), shorten(result.waves.front().means[k]), shorten(standing.mean),
                   fmt::format("{} to {}", shorten(standing.low), shorten(standing.high)), standing.held ? "yes" : "NO"});
    }
    return table.text();
}

std::string tabulate_moves(CalibrationPlan const& plan, CalibrationResult const& result)
{
    std::vector<std::size_t> order;
    for (std::size_t d = 0; d < result.moves.size(); ++d) {
        if (result.moves[d].moved) order.push_back(d);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return result.moves[a].distance > result.moves[b].distance;
    });
    TextTable table{{"assumption that the facts moved", "range", "median now", "nine in ten", "with"}};
    for (auto const d : order) {
        auto const& move = result.moves[d];
        auto const& space = plan.file.assumptions[d].space;
        std::string with;
        for (auto const& other : move.companions) {
            if (!with.empty()) with += ", ";
            with += fmt::format("{} {:+.2f}", plan.file.assumptions[other.parameter].label, other.correlation);
        }
        table.add({plan.file.assumptions[d].label, fmt::format("{} to {}", shorten(space.low), shorten(space.high)),
                   shorten(value_at(plan, d, move.posterior[2])),
                   fmt::format("{} to {}", shorten(value_at(plan, d, move.posterior[0])), shorten(value_at(plan, d, move.posterior[4]))),
                   with});
    }
    return order.empty() ? std::string{} : table.text();
}

std::string list_unmoved(CalibrationPlan const& plan, CalibrationResult const& result)
{
    std::string names;
    for (std::size_t d = 0; d < result.moves.size(); ++d) {
        if (result.moves[d].moved) continue;
        if (!names.empty()) names += ", ";
        names += plan.file.assumptions[d].label;
    }
    return names.empty() ? names : wrap(fmt::format("Not moved by any fact: {}.", names), "");
}

std::string describe_balance(CalibrationPlan const& plan, CalibrationResult const& result)
{
    if (!plan.file.balance) return {};
    auto const standing = judge(plan, result.members, plan.facts.size());
    return wrap(fmt::format("The {} lies between {} and {} in nine of ten points; believed possible: {} to {}.", plan.file.balance->name,
                            shorten(standing.low), shorten(standing.high), shorten(plan.file.balance->low),
                            shorten(plan.file.balance->high)),
                "");
}
}  // namespace

FactStanding judge(CalibrationPlan const& plan, WaveRuns const& runs, std::size_t quantity)
{
    auto const summary = stats::summarise(runs.means(quantity));
    FactStanding standing{.mean = summary.mean, .low = summary.low, .high = summary.high};
    if (quantity >= plan.facts.size()) return standing;
    auto const& fact = plan.facts[quantity];
    double const away = summary.mean - fact.observed;
    if (fact.kind == FactKind::at_least) {
        standing.held = away >= 0.0;
    } else if (fact.kind == FactKind::at_most) {
        standing.held = away <= 0.0;
    } else {
        standing.held = std::abs(away) <= stats::half_interval * fact.sampling_sd;
    }
    return standing;
}

std::string write_ensemble(CalibrationPlan const& plan, CalibrationResult const& result)
{
    auto const ensemble = plan.make_ensemble({}, result.members.units);
    store::Table table{.header = ensemble.paths};
    for (auto const& point : ensemble.points) {
        std::vector<std::string> row;
        for (double const value : point) row.push_back(store::number_text(value));
        table.rows.push_back(std::move(row));
    }
    return store::write_csv(table);
}

std::string describe_ensemble(CalibrationPlan const& plan, CalibrationResult const& result)
{
    auto text = fmt::format("# What ensemble.csv was calibrated on (docs/methods/calibration.md).\nversion: {}\nseed: {}\n"
                            "points: {}\npoints_of_a_wave: {}\nreplicates_of_a_point: {}\ncutoff: {}\nshare_of_prior: {}\n"
                            "run_for_themselves: {}\nrefused_by_their_own_runs: {}\n",
                            CONCORDAT_VERSION, plan.seed, result.members.units.size(), plan.points, plan.replicates,
                            config::show(plan.cutoff), shorten(result.share), result.tried, result.refused);
    text += "scenarios:\n";
    for (auto const& one : plan.file.scenarios) text += fmt::format("  {}: {}\n", one.name, one.expression);
    text += describe_waves(plan, result) + describe_facts(plan, result);
    if (plan.file.balance) {
        auto const standing = judge(plan, result.members, plan.facts.size());
        text += fmt::format("balance:\n  name: {}\n  range: [{}, {}]\n  mean: {}\n  nine_in_ten: [{}, {}]\n",
                            quote_yaml(plan.file.balance->name), shorten(plan.file.balance->low), shorten(plan.file.balance->high),
                            shorten(standing.mean), shorten(standing.low), shorten(standing.high));
    }
    return text + describe_assumptions(plan, result);
}

std::string write_calibration_answer(CalibrationPlan const& plan, CalibrationResult const& result)
{
    auto text = fmt::format("{} points that no fact rules out, of {} assumptions; {} % of the prior survives {} wave{}\n\n",
                            result.members.units.size(), plan.file.assumptions.size(), shorten(100.0 * result.share), plan.waves,
                            plan.waves == 1 ? "" : "s");
    text += tabulate_facts(plan, result) + "\n" + tabulate_moves(plan, result) + "\n";
    text += list_unmoved(plan, result) + describe_balance(plan, result);
    if (result.refused > 0) {
        text += wrap(fmt::format("{} of {} points that the emulators let through were ruled out by their own runs.", result.refused,
                                 result.tried),
                     "");
    }
    return text;
}
}  // namespace concordat::cli
