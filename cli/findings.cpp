#include "cli/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "cli/number_format.hpp"
#include "cli/stopping.hpp"

namespace concordat::cli
{
namespace
{
constexpr double neutral_share = 0.05;  ///< [share] of the baseline's rewards

std::vector<std::size_t> rank(StudyView const& view, std::vector<std::size_t> scenarios,
                              char const* outcome)
{
    std::vector<std::pair<double, std::size_t>> means;
    for (auto const s : scenarios) means.emplace_back(view.summarise(s, outcome).mean, s);
    std::stable_sort(means.begin(), means.end(),
                     [](auto const& a, auto const& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < means.size(); ++i) scenarios[i] = means[i].second;
    return scenarios;
}

std::string write_order(StudyRequest const& request, std::vector<std::size_t> const& order)
{
    std::string text;
    for (auto const s : order) text += (text.empty() ? "" : " > ") + short_name(request, s);
    return text;
}

std::string describe_ranking(StudyRequest const& request, std::vector<Ranking> const& rankings)
{
    auto const changed = std::count_if(rankings.begin(), rankings.end(),
                                       [](Ranking const& one) { return one.changes(); });
    if (changed == 0) {
        return "The order of the scenarios by welfare is the same whatever taxes cost (low to high "
               "cost of public funds).";
    }
    if (rankings.size() > 1) {
        return fmt::format(
            "CAUTION: at {} of {} design points the order by welfare depends on the "
            "cost of public funds.",
            changed, rankings.size());
    }
    return fmt::format(
        "CAUTION: the order by welfare depends on the cost of public funds.\n"
        "  taxes cost nothing: {}\n  taxes cost more: {}",
        write_order(request, rankings[0].low_cost), write_order(request, rankings[0].high_cost));
}

/// Scenarios [index] that share a design point, in order.
std::vector<std::vector<std::size_t>> list_points(StudyRequest const& request)
{
    std::vector<std::vector<std::size_t>> points;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& point = request.scenarios[s].design_point;
        bool const is_new = points.empty() || request.scenarios[points.back().front()].design_point != point;
        if (is_new) points.emplace_back();
        points.back().push_back(s);
    }
    return points;
}

/// What stands behind the baseline's own text and a joint.
std::string without_baseline(std::string const& text, std::string const& baseline,
                             char const* joint)
{
    auto const prefix = baseline + joint;
    return text.rfind(prefix, 0) == 0 ? text.substr(prefix.size()) : text;
}
}  // namespace

std::string short_name(StudyRequest const& request, std::size_t scenario)
{
    auto const& one = request.scenarios[scenario];
    return without_baseline(one.name, request.scenarios[one.baseline].name, "+");
}

std::string short_title(StudyRequest const& request, std::size_t scenario)
{
    auto const& one = request.scenarios[scenario];
    return without_baseline(one.title, request.scenarios[one.baseline].title, " + ");
}

std::vector<store::Outcome const*> choose_outcomes(StudyRequest const& request, StudyView const& view)
{
    if (!request.study || request.study->outcomes.empty()) return view.headlines();
    std::vector<store::Outcome const*> chosen;
    for (auto const& name : request.study->outcomes) chosen.push_back(&view.outcome(name));
    return chosen;
}

BudgetFinding find_budget(StudyView const& view, std::size_t baseline, std::size_t scenario)
{
    double before = 0.0, change = 0.0;
    for (char const* const reward : {"reward_paid", "single_rewards_paid"}) {
        if (!view.has(reward)) continue;
        auto const paid = view.compare(baseline, scenario, reward);
        before += paid.baseline.mean;
        change += paid.difference.mean;
    }
    return {std::abs(change) <= neutral_share * std::abs(before), change, before};
}

std::string describe_budget(StudyView const& view, std::size_t baseline, std::size_t scenario)
{
    auto const found = find_budget(view, baseline, scenario);
    auto const& outcome = view.outcome("reward_paid");
    auto const change = write_change(found.change, outcome.decimals);
    auto const before = write_number(found.paid_before, outcome.decimals);
    return fmt::format("{}udget-neutral: rewards paid change by {} on {} {}.",
                       found.neutral ? "B" : "Not b", change, before, outcome.unit);
}

std::string describe_contest(StudyView const& view, std::size_t scenario)
{
    auto const picks = view.summarise(scenario, "contested_share").mean;
    if (!(picks > 0.0)) return {};
    auto const money = view.summarise(scenario, "contested_money_share").mean;
    return fmt::format(
        "Tournaments: {} of chosen targets and {} of the reward money are contested.",
        write_percent(picks), write_percent(money));
}

std::vector<RankTable> rank_scenarios(StudyRequest const& request, StudyView const& view)
{
    std::vector<RankTable> tables;
    if (!request.compares()) return tables;
    for (auto& members : list_points(request)) {
        if (members.size() < 3) continue;
        auto ranks = view.rank(members, ranked_outcome);
        if (ranks.replicates > 0) tables.push_back({std::move(members), std::move(ranks)});
    }
    return tables;
}

std::vector<Ranking> rank_by_welfare(StudyRequest const& request, StudyView const& view)
{
    std::vector<Ranking> rankings;
    for (auto const& members : list_points(request)) {
        if (members.size() < 2) continue;
        rankings.push_back({rank(view, members, "welfare_low_cost_of_funds"),
                            rank(view, members, "welfare_high_cost_of_funds")});
    }
    return rankings;
}

std::string describe_uncertainty(StudyRequest const& request)
{
    if (!request.ensemble) {
        return "Only luck is shown: assumptions are fixed, and how uncertain they are is not in the ranges "
               "(--assumptions ensemble).";
    }
    return fmt::format("Luck and assumptions: replicates take the {} points of {} in turn, the same in every scenario, so that "
                       "ranges hold what the known facts leave open (--assumptions fixed: luck alone).",
                       request.ensemble->points.size(), request.ensemble->name);
}

std::vector<std::string> list_cautions(StudyRequest const& request, StudyView const& view)
{
    auto const rankings = rank_by_welfare(request, view);
    if (rankings.empty()) return {};
    return {describe_ranking(request, rankings)};
}

namespace
{
/// Where a reform's factors and additions end at a parameter's range before they have acted in full.
std::vector<std::string> list_cuts(StudyRequest const& request)
{
    std::vector<std::string> notes;
    if (!request.ensemble) return notes;
    std::set<std::string> told;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& one = request.scenarios[s];
        if (one.baseline == s || !told.insert(one.name).second) continue;
        for (auto const& cut : scenario::list_cut_parameters(one.rounds.front().parameters, *request.ensemble)) {
            notes.push_back(fmt::format("{} cannot act in full on {} at {} of the ensemble's points: it stays at the end of its range.",
                                        short_name(request, s), cut.path, write_percent(cut.share)));
        }
    }
    return notes;
}
}  // namespace

std::vector<std::string> list_notes(Answer const& answer, StudyView const& view)
{
    auto const& request = answer.request;
    auto notes = list_cautions(request, view);
    if (answer.rule != nullptr) notes.push_back(describe_stopping(request, *answer.rule));
    for (auto& note : list_cuts(request)) notes.push_back(std::move(note));
    notes.push_back(describe_uncertainty(request));
    auto const seed = answer.study.plan().seed;
    notes.push_back(
        answer.folder.empty()
            ? fmt::format("Repeat with --seed {}; keep results with --out DIR.", seed)
            : fmt::format("Results in {} (repeat with --seed {}).", answer.folder.string(), seed));
    return notes;
}
}  // namespace concordat::cli
