#include "cli/record_option.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <sstream>

#include "cli/option_values.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
constexpr char const* headlines = "headlines";
constexpr char const* years = "years";

void refuse(std::string const& what, std::string const& word, std::vector<std::string> const& known, core::Problems& problems)
{
    auto hint = suggest(word, known);
    if (hint.empty()) hint = fmt::format("there are {}", fmt::join(known, ", "));
    problems.add({.file = "--record"}, fmt::format("{} {}", what, config::quote(word)), std::move(hint));
}

/// [index] in a list; its size where the word is not there.
std::size_t find(std::vector<std::string> const& list, std::string const& word)
{
    return static_cast<std::size_t>(std::find(list.begin(), list.end(), word) - list.begin());
}

void add_headlines(std::vector<std::string> const& exist, std::vector<std::string>& outcomes)
{
    for (auto const& name : exist) {
        if (cycle::outcome_list()[static_cast<std::size_t>(cycle::find_outcome(name))].headline) outcomes.push_back(name);
    }
}

/// Names of outcomes joined by plus signs; "headlines" stands for those of the short table.
std::vector<std::string> read_outcomes(std::string const& text, cycle::Grouping grouping, core::Problems& problems)
{
    auto known = cycle::list_outcomes(grouping);
    for (auto const& name : cycle::list_year_outcomes(grouping)) {
        if (find(known, name) == known.size()) known.push_back(name);
    }
    std::vector<std::string> outcomes;
    std::istringstream words{text};
    for (std::string word; std::getline(words, word, '+');) {
        if (word == headlines) {
            add_headlines(known, outcomes);
        } else if (find(known, word) < known.size()) {
            outcomes.push_back(word);
        } else if (cycle::find_outcome(word) >= 0) {
            problems.add({.file = "--record"},
                         fmt::format("the outcome {} is not counted by {}", config::quote(word), cycle::name_of(grouping)));
        } else {
            refuse("unknown outcome", word, known, problems);
        }
    }
    if (outcomes.empty() && problems.empty()) {
        problems.add({.file = "--record"}, fmt::format("no outcome follows '{}:'", cycle::name_of(grouping)),
                     fmt::format("'{}' alone records them all", cycle::name_of(grouping)));
    }
    return outcomes;
}
}  // namespace

std::string default_record(bool kept)
{
    return kept ? "nation,region:headlines,area:headlines,indicator:picks" : "nation,region:headlines";
}

cycle::ResultRequest read_record(std::vector<std::string> const& words, core::Problems& problems)
{
    auto const& names = cycle::grouping_names();
    cycle::ResultRequest request;
    for (auto const& word : words) {
        if (word == years) {
            request.years_of_groups = true;
            continue;
        }
        auto const colon = word.find(':');
        auto const index = find(names, word.substr(0, colon));
        if (index == names.size()) {
            auto known = names;
            known.emplace_back(years);
            refuse("unknown grouping", word.substr(0, colon), known, problems);
            continue;
        }
        auto const grouping = static_cast<cycle::Grouping>(index);
        bool const all = colon == std::string::npos;
        if (!all && grouping == cycle::Grouping::nation) {
            problems.add({.file = "--record"}, "outcomes of the nation cannot be chosen", "all of them are always recorded");
            continue;
        }
        request.groupings.push_back({grouping, all ? std::vector<std::string>{} : read_outcomes(word.substr(colon + 1), grouping, problems)});
    }
    std::stable_sort(request.groupings.begin(), request.groupings.end(),
                     [](auto const& a, auto const& b) { return a.grouping < b.grouping; });
    auto const twice = std::adjacent_find(request.groupings.begin(), request.groupings.end(),
                                          [](auto const& a, auto const& b) { return a.grouping == b.grouping; });
    if (twice != request.groupings.end()) {
        problems.add({.file = "--record"}, fmt::format("the grouping {} is named twice", cycle::name_of(twice->grouping)),
                     "join its outcomes by plus signs: area:welfare+trust");
    }
    return request;
}
}  // namespace concordat::cli
