#include "cli/outcome_choice.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "cli/option_values.hpp"
#include "models/cycle/outcomes.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
std::vector<std::string> choose_outcome_names(std::string const& wanted, core::Problems& problems)
{
    std::vector<std::string> known;
    for (auto const& outcome : cycle::outcome_list()) known.push_back(outcome.name);
    auto const words = split_words(wanted);
    for (auto const& word : words) {
        if (std::find(known.begin(), known.end(), word) != known.end()) continue;
        auto hint = suggest(word, known);
        if (hint.empty()) hint = "concordat explain lists the outcomes";
        problems.add({.file = "--outcome"}, fmt::format("unknown outcome {}", config::quote(word)), std::move(hint));
    }
    return words;
}

std::vector<scenario::OutcomeName> list_outcome_names()
{
    std::vector<scenario::OutcomeName> names;
    for (auto const& outcome : cycle::outcome_list()) names.push_back({outcome.name, outcome.unit});
    return names;
}
}  // namespace concordat::cli
