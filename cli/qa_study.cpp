#include "cli/qa_study.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "cli/findings.hpp"

namespace concordat::cli
{
std::vector<NamedRound> name_rounds(StudyRequest const& request)
{
    std::vector<NamedRound> list;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& one = request.scenarios[s];
        auto name = short_name(request, s);
        if (!one.design_point.empty()) name += fmt::format(" at point {}", one.design_point);
        for (std::size_t k = 0; k < one.rounds.size(); ++k) {
            auto const round = one.rounds.size() == 1 ? std::string{} : fmt::format(", round {}: {}", k + 1, one.rounds[k].name);
            list.push_back({name + round, s, k});
        }
    }
    return list;
}

std::vector<RoundFamily> group_rounds(StudyRequest const& request, std::vector<NamedRound> const& rounds)
{
    constexpr std::size_t most_columns = 24;
    std::vector<RoundFamily> families;
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        auto const& scenario = request.scenarios[rounds[i].scenario];
        if (rounds.size() <= most_columns || scenario.design_point.empty()) {
            families.push_back({rounds[i].name, {i}});
            continue;
        }
        // Without the point, scenario and round are the same for the whole family.
        auto const key = fmt::format("{}, round {}", scenario.name, rounds[i].round + 1);
        auto const [place, is_new] = places.emplace(key, families.size());
        if (is_new) {
            auto name = fmt::format("{} over {} points", short_name(request, rounds[i].scenario), request.design.points.size());
            if (scenario.rounds.size() > 1) name += fmt::format(", round {}: {}", rounds[i].round + 1, scenario.rounds[rounds[i].round].name);
            families.push_back({std::move(name), {}});
        }
        families[place->second].members.push_back(i);
    }
    return families;
}
}  // namespace concordat::cli
