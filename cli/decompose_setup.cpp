#include "cli/decompose_setup.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "analysis/decompose/attribution.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/outcome_choice.hpp"
#include "models/scenario/channel.hpp"
#include "models/scenario/mixture.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
using decompose::Coalition;
using Tables = std::vector<config::ParameterTable const*>;

constexpr std::size_t baseline = 0;
constexpr std::size_t reform = 1;

bool has(Coalition coalition, std::size_t part) { return ((coalition >> part) & 1U) != 0; }

Tables tables_of(StudyScenario const& scenario)
{
    Tables tables;
    for (auto const& round : scenario.rounds) tables.push_back(&round.parameters);
    return tables;
}

/// "40000 -> 80000", of the first round that differs.
std::string describe_change(std::string const& path, Tables const& before, Tables const& after)
{
    for (std::size_t k = 0; k < before.size(); ++k) {
        auto const& old_value = before[k]->at(path).value;
        auto const& new_value = after[k]->at(path).value;
        if (old_value != new_value) return fmt::format("{} -> {}", config::show(old_value), config::show(new_value));
    }
    return {};
}

std::vector<std::string> choose_names(std::vector<EffectPart> const& parts, Coalition coalition, bool present)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (has(coalition, i) == present) names.push_back(parts[i].name);
    }
    return names;
}

/// The reform with some of its changes.
StudyScenario take_changes(StudyRequest const& request, EffectSplit const& split, Coalition coalition)
{
    auto const present = choose_names(split.parts, coalition, true);
    auto const absent = choose_names(split.parts, coalition, false);
    auto scenario = request.scenarios[baseline];
    auto const& with = request.scenarios[reform];
    for (std::size_t k = 0; k < scenario.rounds.size(); ++k) {
        auto& round = scenario.rounds[k];
        round.parameters = scenario::mix_tables(std::move(round.parameters), with.rounds[k].parameters, present);
    }
    scenario.name = present.size() <= absent.size()
                        ? fmt::format("{} with {}", scenario.name, fmt::join(present, " and "))
                        : fmt::format("{} without {}", with.name, fmt::join(absent, " and "));
    scenario.title = scenario.name;
    scenario.baseline = baseline;
    return scenario;
}

void add_changes(StudyRequest& request, core::Problems& problems)
{
    auto const before = tables_of(request.scenarios[baseline]);
    auto const after = tables_of(request.scenarios[reform]);
    auto const paths = scenario::list_changed_paths(before, after);
    if (paths.size() < 2) return;  // a single change is the whole reform
    if (paths.size() > decompose::most_parts) {
        problems.add({}, fmt::format("{} changes {} parameters; a decomposition can tell {} apart",
                                     request.scenarios[reform].name, paths.size(), decompose::most_parts),
                     "--split mechanisms leaves the changes together");
        return;
    }
    EffectSplit split{.kind = "changes", .parts = {}, .runs = {}};
    for (auto const& path : paths) split.parts.push_back({path, path, describe_change(path, before, after)});
    auto const coalitions = decompose::list_coalitions(paths.size());
    for (auto const coalition : coalitions) {
        auto index = coalition == coalitions.front() ? baseline : reform;
        if (coalition != coalitions.front() && coalition != coalitions.back()) {
            index = request.scenarios.size();
            request.scenarios.push_back(take_changes(request, split, coalition));
        }
        split.runs.emplace_back(baseline, index);
    }
    request.decomposition->splits.push_back(std::move(split));
}

/// A scenario with the channels off that a coalition leaves out.
StudyScenario silence(StudyScenario scenario, std::vector<scenario::Channel> const& channels, Coalition coalition)
{
    std::vector<std::string> off, on;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        (has(coalition, i) ? on : off).push_back(channels[i].name);
        if (has(coalition, i)) continue;
        for (auto& round : scenario.rounds) scenario::switch_off(channels[i], round.parameters);
    }
    if (on.empty()) {
        scenario.name += fmt::format(", {} off", channels.size() == 1 ? channels.front().name : "all mechanisms");
    } else if (on.size() < off.size()) {
        scenario.name += fmt::format(", no mechanism but {}", fmt::join(on, " and "));
    } else {
        scenario.name += fmt::format(", {} off", fmt::join(off, " and "));
    }
    scenario.title = scenario.name;
    return scenario;
}

void add_mechanisms(std::vector<scenario::Channel> const& channels, StudyRequest& request)
{
    if (channels.empty()) return;
    EffectSplit split{.kind = "mechanisms", .parts = {}, .runs = {}};
    for (auto const& channel : channels) split.parts.push_back({channel.name, channel.title, channel.reason});
    auto const coalitions = decompose::list_coalitions(channels.size());
    for (auto const coalition : coalitions) {
        if (coalition == coalitions.back()) {
            split.runs.emplace_back(baseline, reform);
            continue;
        }
        auto const first = request.scenarios.size();
        request.scenarios.push_back(silence(request.scenarios[baseline], channels, coalition));
        request.scenarios.back().baseline = first;
        request.scenarios.push_back(silence(request.scenarios[reform], channels, coalition));
        request.scenarios.back().baseline = first;
        split.runs.emplace_back(first, first + 1);
    }
    request.decomposition->splits.push_back(std::move(split));
}

std::vector<scenario::Channel> choose_channels(std::vector<scenario::Channel> const& all, std::string const& wanted,
                                               core::Problems& problems)
{
    if (wanted.empty()) return all;
    std::vector<std::string> known;
    for (auto const& channel : all) known.push_back(channel.name);
    auto const words = split_words(wanted);
    std::vector<scenario::Channel> chosen;
    for (auto const& channel : all) {
        if (std::find(words.begin(), words.end(), channel.name) != words.end()) chosen.push_back(channel);
    }
    for (auto const& word : words) {
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        auto hint = suggest(word, known);
        if (hint.empty()) hint = fmt::format("there are {}", fmt::join(known, ", "));
        problems.add({.file = "--channels"}, fmt::format("unknown channel {}", config::quote(word)), std::move(hint));
    }
    return chosen;
}

bool wants(DecompositionWish const& wish, std::string const& kind, core::Problems& problems)
{
    if (wish.split == "both" || wish.split == kind) return true;
    if (wish.split != "changes" && wish.split != "mechanisms" && kind == "changes") {
        problems.add({.file = "--split"}, fmt::format("{} is not changes, mechanisms or both", config::quote(wish.split)));
    }
    return false;
}
}  // namespace

void expand_decomposition(DecompositionWish const& wish, LibraryRequest const& library, StudyRequest& request,
                          core::Problems& problems)
{
    request.command = "decompose";
    request.decomposition = DecompositionRecord{
        .baseline = baseline, .reform = reform, .outcomes = choose_outcome_names(wish.outcomes, problems), .splits = {}};
    auto const loaded = load_library(library, problems);
    auto const all =
        scenario::read_channels(loaded.catalogue.root() / "decomposition.yaml", loaded.parameters, problems);
    auto const channels = choose_channels(all, wish.channels, problems);
    bool const by_change = wants(wish, "changes", problems), by_mechanism = wants(wish, "mechanisms", problems);
    if (!problems.empty() || request.scenarios.size() != 2) return;
    if (by_change) add_changes(request, problems);
    if (by_mechanism) add_mechanisms(channels, request);
    if (!problems.empty() || !request.decomposition->splits.empty()) return;
    problems.add({}, fmt::format("{} makes fewer than two changes: there is nothing to take apart by them",
                                 request.scenarios[reform].name),
                 "--split mechanisms asks what it works through");
}
}  // namespace concordat::cli
