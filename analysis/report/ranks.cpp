#include <nlohmann/json.hpp>

#include "analysis/compare/ranking.hpp"
#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
using Json = nlohmann::ordered_json;

Json write_scenario(std::size_t scenario, compare::ScenarioRank const& rank)
{
    Json json{{"scenario", scenario},
              {"best", number(rank.best)},
              {"best_error", number(rank.best_error)},
              {"mean_rank", number(rank.mean_rank)},
              {"regret", number(rank.regret)},
              {"regret_error", number(rank.regret_error)},
              {"ranks", Json::array()}};
    for (double const share : rank.ranks) json["ranks"].push_back(short_number(share));
    return json;
}
}  // namespace

Json write_ranks(StudyValues const& values, ReportFacts const&, Shown const& shown)
{
    if (shown.detailed.size() < 2) return nullptr;
    auto list = Json::array();
    for (int const outcome : shown.main) {
        auto const direction = values.schema().outcomes[static_cast<std::size_t>(outcome)].direction;
        Place const place{.outcome = outcome};
        if (direction == store::Direction::neither || !values.has(place)) continue;
        std::vector<std::vector<double>> all;
        for (auto const s : shown.detailed) all.push_back(values.read(s, place));
        auto const ranks = compare::rank_scenarios(all, direction);
        Json json{{"outcome", outcome}, {"replicates", ranks.replicates}, {"scenarios", Json::array()}};
        for (auto const k : ranks.order) {
            json["scenarios"].push_back(write_scenario(shown.detailed[k], ranks.scenarios[k]));
        }
        list.push_back(std::move(json));
    }
    return list.empty() ? Json(nullptr) : list;
}
}  // namespace concordat::report
