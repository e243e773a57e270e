#include "cli/netcdf_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <variant>

#include "cli/findings.hpp"

namespace concordat::cli
{
namespace
{
constexpr char const* advice =
    "All scenarios of a replicate see the same random draws: subtract the baseline replicate by replicate. What then "
    "differs between replicates is luck; the parameters are held at their values.";

/// The first scenario [index] of every name stands for those of all design points.
std::vector<std::size_t> list_scenarios(StudyRequest const& request)
{
    std::vector<std::size_t> list;
    std::set<std::string> known;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        if (known.insert(request.scenarios[s].name).second) list.push_back(s);
    }
    return list;
}

/// "Agreements of 2008, compared with: Double the reward; Tournaments".
std::string write_title(StudyRequest const& request)
{
    std::string text;
    for (auto const s : list_scenarios(request)) {
        if (s > 0) text += s == 1 && request.compares() ? ", compared with: " : "; ";
        text += short_title(request, s);
    }
    return text;
}

/// As it would be typed: arguments with other than plain characters are quoted.
std::string write_command(std::vector<std::string> const& arguments)
{
    constexpr std::string_view plain{"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/"};
    std::string line;
    for (auto const& argument : arguments) {
        bool const is_plain = !argument.empty() && argument.find_first_not_of(plain) == std::string::npos;
        line += (line.empty() ? "" : " ") + (is_plain ? argument : fmt::format("'{}'", argument));
    }
    return line;
}

/// The first scenario of every design point: only the design tells its parameters from the others'.
std::vector<StudyScenario const*> list_points(StudyRequest const& request)
{
    std::vector<StudyScenario const*> list;
    for (auto const& one : request.scenarios) {
        if (list.empty() || one.design_point != list.back()->design_point) list.push_back(&one);
    }
    return list;
}

void add_point_values(config::ParameterRecord const& record, std::vector<StudyScenario const*> const& points,
                      std::vector<store::NetcdfCoordinate>& coordinates)
{
    store::NetcdfCoordinate made{.name = record.path,
                                 .dimension = "design_point",
                                 .long_name = record.description,
                                 .units = record.unit};
    for (auto const* point : points) {
        auto const& value = point->rounds.front().parameters.at(record.path).value;
        made.texts.push_back(config::show(value));
        if (auto const* const number = std::get_if<double>(&value)) made.numbers.push_back(*number);
        if (auto const* const count = std::get_if<std::int64_t>(&value)) made.numbers.push_back(static_cast<double>(*count));
    }
    bool const all_same = std::all_of(made.texts.begin(), made.texts.end(), [&](auto const& t) { return t == made.texts[0]; });
    if (all_same) return;
    if (made.numbers.size() == points.size()) made.texts.clear();
    if (!made.texts.empty()) made.numbers.clear();
    coordinates.push_back(std::move(made));
}

void add_scenario_words(StudyRequest const& request, std::vector<store::NetcdfCoordinate>& coordinates)
{
    store::NetcdfCoordinate titles{.name = "scenario_title", .dimension = "scenario", .long_name = "what the scenario is"};
    store::NetcdfCoordinate baselines{
        .name = "baseline", .dimension = "scenario", .long_name = "scenario that it is compared with"};
    for (auto const s : list_scenarios(request)) {
        auto const& one = request.scenarios[s];
        titles.texts.push_back(one.title);
        baselines.texts.push_back(request.scenarios[one.baseline].name);
    }
    coordinates.push_back(std::move(titles));
    if (request.compares()) coordinates.push_back(std::move(baselines));
}
}  // namespace

store::NetcdfWords make_netcdf_words(StudyRequest const& request)
{
    auto const command = write_command(request.repeat_with);
    store::NetcdfWords words;
    words.attributes = {{"title", write_title(request)},
                        {"source", fmt::format("Concordat {}, an agent-based policy simulator", request.version)},
                        {"history", command},
                        {"command", command},
                        {"program_version", request.version},
                        {"comment", advice}};
    words.detail_names = {{"area", "code"}, {"department", "name"}, {"indicator", "name"}};
    add_scenario_words(request, words.coordinates);
    auto const points = list_points(request);
    if (points.size() < 2) return words;
    for (auto const& [path, record] : points.front()->rounds.front().parameters) {
        add_point_values(record, points, words.coordinates);
    }
    return words;
}
}  // namespace concordat::cli
