#include <array>
#include <cmath>
#include <nlohmann/json.hpp>

#include "analysis/compare/study_comparison.hpp"
#include "cli/answer.hpp"
#include "cli/assumption_words.hpp"
#include "cli/decomposition_text.hpp"
#include "cli/findings.hpp"
#include "cli/json_number.hpp"
#include "cli/sensitivity_text.hpp"
#include "cli/stopping_json.hpp"
#include "cli/study_view.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr int format_version = 1;
constexpr std::array<char const*, 3> direction_names{"higher_is_better", "lower_is_better",
                                                     "neither"};

Json write_summary(stats::Summary const& values)
{
    return {{"n", values.count},
            {"mean", write_json_number(values.mean)},
            {"standard_error", write_json_number(values.standard_error)},
            {"q05", write_json_number(values.low)},
            {"median", write_json_number(values.median)},
            {"q95", write_json_number(values.high)}};
}

Json write_difference(compare::PairedDifference const& paired)
{
    auto json = write_summary(paired.difference);
    json["relative_change"] = write_json_number(paired.relative_change);
    json["probability_better"] = write_json_number(paired.probability_better);
    json["variance_reduction"] = write_json_number(paired.variance_reduction);
    json["finding"] = compare::name_of(paired.finding);
    return json;
}

Json write_outcomes(store::Schema const& schema)
{
    Json list = Json::array();
    for (auto const& outcome : schema.outcomes) {
        list.push_back(
            {{"name", outcome.name},
             {"label", outcome.label},
             {"unit", outcome.unit},
             {"direction", direction_names.at(static_cast<std::size_t>(outcome.direction))},
             {"headline", outcome.headline},
             {"how", outcome.how},
             {"caution", outcome.caution}});
    }
    return list;
}

Json write_scenarios(Answer const& answer)
{
    StudyView const view{answer.study};
    auto const& scenarios = answer.request.scenarios;
    bool const any = !answer.study.replicates().empty();
    Json list = Json::array();
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        auto const& one = scenarios[s];
        Json json{{"name", one.name}, {"title", one.title}};
        if (!one.design_point.empty()) json["design_point"] = std::stoi(one.design_point);
        json["baseline"] = one.baseline == s ? Json(nullptr) : Json(scenarios[one.baseline].name);
        if (any && one.baseline != s) {
            auto const budget = find_budget(view, one.baseline, s);
            json["budget_neutral"] = budget.neutral;
        }
        if (one.is_history()) {
            for (auto const& round : one.rounds) {
                json["rounds"].push_back({{"name", round.name}, {"title", round.title}, {"from", round.from}});
            }
        }
        list.push_back(json);
    }
    return list;
}

/// Of the nation's headlines over all rounds: what part of their variance comes from assumptions.
Json write_shares(Answer const& answer, StudyView const& view, compare::ComparisonRow const& row)
{
    auto const& schema = answer.study.plan().schema;
    auto const& outcome = schema.outcome_of(row.column);
    auto const place = schema.column(row.column);
    bool const is_nation = schema.groupings.at(static_cast<std::size_t>(place.grouping)).name == "nation";
    if (!outcome.headline || !is_nation || place.period != 0 || answer.request.round_count() > 1) return nullptr;
    auto const found = find_assumption_shares(answer.request, answer.study, view, row.scenario, outcome.name);
    if (!found) return nullptr;
    Json json{{"share_of_variance", write_json_number(found->share)}, {"is_lower_bound", found->is_lower_bound}};
    if (found->strongest) {
        json["strongest"] = answer.request.ensemble->paths[*found->strongest];
        json["strongest_share"] = write_json_number(found->strongest_share);
    }
    return json;
}

Json write_results(Answer const& answer)
{
    StudyView const view{answer.study};
    auto const& plan = answer.study.plan();
    auto const& scenarios = answer.request.scenarios;
    std::vector<std::size_t> baselines;
    for (auto const& scenario : scenarios) baselines.push_back(scenario.baseline);
    Json list = Json::array();
    // What stands in tables of a folder is not said here as well.
    auto const is_told = [&](store::Listing listing) {
        return listing == store::Listing::replicates || (listing == store::Listing::summary && answer.folder.empty());
    };
    for (auto const& row : compare::compare_study(answer.study, baselines)) {
        if (!is_told(plan.schema.listing_of(row.column))) continue;
        auto const& one = scenarios[row.scenario];
        Json json{{"scenario", one.name}};
        if (!one.design_point.empty()) json["design_point"] = std::stoi(one.design_point);
        json["group"] = plan.schema.group_text(row.column);
        json["period"] = plan.schema.period_name(row.column);
        json["outcome"] = plan.schema.outcome_of(row.column).name;
        json["values"] = write_summary(row.values);
        if (one.baseline != row.scenario) json["difference"] = write_difference(row.paired);
        if (auto shares = write_shares(answer, view, row); !shares.is_null()) json["assumptions"] = std::move(shares);
        list.push_back(json);
    }
    return list;
}

Json write_rankings(Answer const& answer)
{
    Json list = Json::array();
    if (answer.study.replicates().empty()) return list;
    auto const& scenarios = answer.request.scenarios;
    for (auto const& ranking : rank_by_welfare(answer.request, StudyView{answer.study})) {
        Json json;
        auto const& point = scenarios[ranking.low_cost.front()].design_point;
        if (!point.empty()) json["design_point"] = std::stoi(point);
        for (auto const s : ranking.low_cost)
            json["low_cost_of_funds"].push_back(scenarios[s].name);
        for (auto const s : ranking.high_cost)
            json["high_cost_of_funds"].push_back(scenarios[s].name);
        json["changes"] = ranking.changes();
        list.push_back(json);
    }
    return list;
}
/// Which scenario is best, by welfare, replicate by replicate.
Json write_ranks(Answer const& answer)
{
    Json list = Json::array();
    for (auto const& table : rank_scenarios(answer.request, StudyView{answer.study})) {
        for (std::size_t m = 0; m < table.members.size(); ++m) {
            auto const& one = answer.request.scenarios[table.members[m]];
            auto const& rank = table.ranks.scenarios[m];
            Json json{{"scenario", one.name}};
            if (!one.design_point.empty()) json["design_point"] = std::stoi(one.design_point);
            json["outcome"] = ranked_outcome;
            json["probability_best"] = write_json_number(rank.best);
            json["probability_best_error"] = write_json_number(rank.best_error);
            json["mean_rank"] = write_json_number(rank.mean_rank);
            json["regret"] = write_json_number(rank.regret);
            json["regret_error"] = write_json_number(rank.regret_error);
            json["rank_probabilities"] = rank.ranks;
            list.push_back(json);
        }
    }
    return list;
}
}  // namespace

std::string write_json_answer(Answer const& answer)
{
    if (answer.request.decomposition) return write_decomposition_json(answer);
    if (answer.request.sensitivity) return write_sensitivity_json(answer);
    auto const& plan = answer.study.plan();
    Json json{
        {"format", "concordat-summary"},
        {"version", format_version},
        {"program_version", CONCORDAT_VERSION},
        {"command", answer.request.command},
        {"seed", plan.seed},
        {"status", answer.complete ? "complete" : "stopped"},
        {"replicates", answer.study.replicates().size()},
        {"replicates_wanted", plan.replicates},
        {"failed_rounds", answer.study.failures().size()},
        {"folder", answer.folder.empty() ? Json(nullptr) : Json(answer.folder.string())},
        {"uncertainty", describe_uncertainty(answer.request)},
        {"scenarios", write_scenarios(answer)},
        {"outcomes", write_outcomes(plan.schema)},
        {"rankings_by_welfare", write_rankings(answer)},
        {"ranks", write_ranks(answer)},
        {"results", write_results(answer)}};
    if (answer.request.ensemble) {
        json["ensemble"] = {{"name", answer.request.ensemble->name}, {"points", answer.request.ensemble->points.size()}};
    }
    if (answer.request.study) json["study"] = description_to_json(*answer.request.study);
    if (!answer.request.design.points.empty()) json["design"] = design_to_json(answer.request.design);
    if (answer.rule != nullptr) json["precision"] = write_precision(answer.request, *answer.rule);
    if (answer.null_reform) json["null_reform"] = write_null_reform(*answer.null_reform);
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace concordat::cli
