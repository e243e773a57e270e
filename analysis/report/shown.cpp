#include <algorithm>
#include <nlohmann/json.hpp>

#include "analysis/report/sections.hpp"

namespace concordat::report
{
namespace
{
void add_once(std::vector<int>& list, int outcome)
{
    if (std::find(list.begin(), list.end(), outcome) == list.end()) list.push_back(outcome);
}

void add_named(std::vector<int>& list, store::Schema const& schema, std::vector<std::string> const& names)
{
    for (auto const& name : names) {
        if (auto const outcome = schema.find_outcome(name)) add_once(list, *outcome);
    }
}

/// The first scenario that is compared, or the first if none is.
std::size_t find_first_shown(ReportFacts const& facts)
{
    for (std::size_t s = 0; s < facts.scenarios.size(); ++s) {
        if (facts.scenarios[s].baseline != s) return s;
    }
    return 0;
}

/// A fixed baseline stands at no design point, but beside all of them.
std::vector<std::size_t> list_detailed(ReportFacts const& facts)
{
    auto const& first = facts.scenarios[find_first_shown(facts)];
    std::vector<std::size_t> list;
    for (std::size_t s = 0; s < facts.scenarios.size(); ++s) {
        if (facts.scenarios[s].design_point == first.design_point || s == first.baseline) list.push_back(s);
    }
    return list;
}

char const* name_of(store::Direction direction)
{
    switch (direction) {
        case store::Direction::higher_is_better: return "higher";
        case store::Direction::lower_is_better: return "lower";
        case store::Direction::neither: break;
    }
    return "neither";
}
}  // namespace

Shown choose_shown(StudyValues const& values, ReportFacts const& facts)
{
    auto const& schema = values.schema();
    Shown shown{.detailed = list_detailed(facts)};
    add_named(shown.main, schema, facts.outcomes);
    for (std::size_t o = 0; o < schema.outcomes.size(); ++o) {
        if (schema.outcomes[o].headline) add_once(shown.main, static_cast<int>(o));
    }
    shown.all = shown.main;
    for (auto const& theme : facts.themes) add_named(shown.all, schema, theme.outcomes);
    for (int o = 0; o < static_cast<int>(schema.outcomes.size()); ++o) {
        auto const& years = values.years();
        bool const yearly = std::any_of(years.begin(), years.end(),
                                        [&](int year) { return values.has({.outcome = o, .period = year}); });
        if (yearly) add_once(shown.all, o);
    }
    return shown;
}

nlohmann::ordered_json write_outcomes(StudyValues const& values, Shown const& shown)
{
    auto list = nlohmann::ordered_json::array();
    for (int const o : shown.all) {
        auto const& one = values.schema().outcomes[static_cast<std::size_t>(o)];
        bool const is_main = std::find(shown.main.begin(), shown.main.end(), o) != shown.main.end();
        list.push_back({{"name", one.name},
                        {"label", one.label},
                        {"unit", one.unit},
                        {"better", name_of(one.direction)},
                        {"how", one.how},
                        {"caution", one.caution},
                        {"decimals", one.decimals},
                        {"main", is_main}});
    }
    return list;
}

nlohmann::ordered_json write_scenarios(ReportFacts const& facts, Shown const& shown)
{
    auto list = nlohmann::ordered_json::array();
    for (std::size_t s = 0; s < facts.scenarios.size(); ++s) {
        auto const& one = facts.scenarios[s];
        nlohmann::ordered_json json{{"name", one.name},
                                    {"label", one.label},
                                    {"title", one.title},
                                    {"baseline", one.baseline},
                                    {"point", one.design_point},
                                    {"point_label", one.point_label}};
        bool const detailed = std::find(shown.detailed.begin(), shown.detailed.end(), s) != shown.detailed.end();
        json["detailed"] = detailed;
        if (detailed) {
            json["source"] = one.source;
            json["notes"] = one.notes;
        }
        json["changes"] = nlohmann::ordered_json::array();
        for (auto const& change : one.changes) {
            json["changes"].push_back({{"round", change.round},
                                       {"path", change.path},
                                       {"description", change.description},
                                       {"unit", change.unit},
                                       {"before", change.before},
                                       {"after", change.after},
                                       {"reason", change.reason}});
        }
        list.push_back(std::move(json));
    }
    return list;
}
}  // namespace concordat::report
