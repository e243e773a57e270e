#include "cli/rerun_choice.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>

#include "cli/findings.hpp"
#include "cli/option_values.hpp"
#include "cli/record_option.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::int64_t last_replicate = 4'294'967'295;

/// "0 to 199, without 7": what is stored and whole.
std::string list_stored(store::StudyReader const& study)
{
    auto const first = study.plan().first_replicate;
    if (study.stored_replicates() == 0) return "no replicate is stored yet";
    auto text = fmt::format("stored are {} to {}", first, first + study.stored_replicates() - 1);
    if (!study.failures().empty()) text += "; failures.csv lists those that failed";
    return text;
}

void find_replicate(RerunCommand const& command, StudyRequest const& request, store::StudyReader const& study,
                    RerunChoice& choice, core::Problems& problems)
{
    auto const before = problems.size();
    choice.replicate =
        static_cast<std::uint32_t>(read_count("--replicate", command.replicate, 0, last_replicate, problems));
    if (problems.size() != before) return;
    auto const& stored = study.replicates();
    auto const found = std::lower_bound(stored.begin(), stored.end(), choice.replicate);
    if (found != stored.end() && *found == choice.replicate) {
        choice.position = static_cast<std::size_t>(found - stored.begin());
        return;
    }
    for (auto const& failure : study.failures()) {
        if (failure.replicate != choice.replicate) continue;
        problems.add({.file = "--replicate"},
                     fmt::format("replicate {} failed in {}, so the study has no values of it: {}", choice.replicate,
                                 request.scenarios.at(failure.scenario).name, failure.message));
        return;
    }
    problems.add({.file = "--replicate"}, fmt::format("the study has no replicate {}", choice.replicate), list_stored(study));
}

/// Every scenario's full name, and its name without the baseline's.
std::vector<std::string> list_names(StudyRequest const& request)
{
    std::vector<std::string> names;
    auto const add = [&](std::string const& name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        add(request.scenarios[s].name);
        add(short_name(request, s));
    }
    return names;
}

/// The names that are, or else begin with, what was given.
std::vector<std::string> match_names(std::vector<std::string> const& names, std::string const& given)
{
    if (std::find(names.begin(), names.end(), given) != names.end()) return {given};
    std::vector<std::string> begun;
    for (auto const& name : names) {
        if (name.rfind(given, 0) == 0) begun.push_back(name);
    }
    return begun;
}

/// Scenarios at the point that was asked for; a baseline outside the design belongs to every point.
std::vector<std::size_t> list_at_point(std::string const& point, StudyRequest const& request, core::Problems& problems)
{
    std::vector<std::size_t> found;
    bool known = point.empty();
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& own = request.scenarios[s].design_point;
        known = known || own == point;
        if (point.empty() || own.empty() || own == point) found.push_back(s);
    }
    if (known) return found;
    auto const count = request.design.points.size();
    problems.add({.file = "--point"}, fmt::format("the study has no design point {}", config::quote(point)),
                 count == 0 ? "it has no design" : fmt::format("it has points 1 to {}", count));
    return {};
}

void choose_for_story(RerunCommand const& command, StudyRequest const& request, RerunChoice& choice,
                      std::vector<std::size_t> const& among, core::Problems& problems)
{
    if (command.scenario.empty() && !choice.scenarios.empty()) choice.scenarios = {choice.scenarios.front()};
    if (choice.scenarios.size() > 1) {
        problems.add({.file = "--trace"}, fmt::format("the scenario is run at {} design points", choice.scenarios.size()),
                     "choose one with --point");
    }
    if (command.against.empty()) return;
    auto const second = find_named_scenarios("--against", command.against, request, among, problems);
    if (second.size() > 1) problems.add({.file = "--against"}, "the scenario is run at several design points", "choose one with --point");
    for (auto const s : second) choice.scenarios.push_back(s);
}

void check_options(RerunCommand const& command, core::Problems& problems)
{
    bool const story = !command.area.empty();
    if (story && !command.groupings.empty()) {
        problems.add({.file = "--record"}, "a story has no values to count", "leave out --trace or --record");
    }
    if (!story && !command.against.empty()) {
        problems.add({.file = "--against"}, "names a second scenario for a story", "name the area with --trace");
    }
    if (!story && !command.groupings.empty() && command.table.empty()) {
        problems.add({.file = "--record"}, "says what a table holds", "name the table with --csv FILE.csv");
    }
    if (!command.groupings.empty()) static_cast<void>(read_record(split_words(command.groupings), problems));
    std::error_code ignored;
    if (command.table.empty()) return;
    if (std::filesystem::exists(command.table, ignored)) {
        problems.add({.file = command.table}, "this file is there already", "choose another name for --csv");
    } else if (auto const folder = std::filesystem::absolute(command.table).parent_path();
               !std::filesystem::is_directory(folder, ignored)) {
        problems.add({.file = command.table}, fmt::format("there is no folder {}", folder.string()));
    }
}
}  // namespace

std::vector<std::size_t> find_named_scenarios(std::string const& option, std::string const& given, StudyRequest const& request,
                                              std::vector<std::size_t> const& among, core::Problems& problems)
{
    auto const names = list_names(request);
    auto const matches = match_names(names, given);
    if (matches.size() != 1) {
        auto hint = matches.empty() ? suggest(given, names) : fmt::format("it could be {}", fmt::join(matches, ", "));
        if (hint.empty()) hint = fmt::format("there are {}", fmt::join(names, ", "));
        problems.add({.file = option}, fmt::format("the study has no scenario {}", config::quote(given)), std::move(hint));
        return {};
    }
    std::vector<std::size_t> found;
    for (auto const s : among) {
        if (request.scenarios[s].name == matches[0] || short_name(request, s) == matches[0]) found.push_back(s);
    }
    if (found.empty()) problems.add({.file = option}, fmt::format("{} is not run at this design point", matches[0]));
    return found;
}

StudyRequest RerunChoice::narrow(StudyRequest request) const
{
    std::vector<StudyScenario> chosen;
    for (auto const s : scenarios) {
        chosen.push_back(request.scenarios.at(s));
        chosen.back().baseline = chosen.size() - 1;
    }
    request.scenarios = std::move(chosen);
    return request;
}

RerunChoice choose_rerun(RerunCommand const& command, StudyRequest const& request, store::StudyReader const& study,
                         core::Problems& problems)
{
    RerunChoice choice;
    check_options(command, problems);
    find_replicate(command, request, study, choice, problems);
    auto const among = list_at_point(command.point, request, problems);
    choice.scenarios = command.scenario.empty()
                           ? among
                           : find_named_scenarios("--scenario", command.scenario, request, among, problems);
    if (!command.area.empty()) choose_for_story(command, request, choice, among, problems);
    return choice;
}
}  // namespace concordat::cli
