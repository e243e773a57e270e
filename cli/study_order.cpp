#include "cli/study_order.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "analysis/compare/precision_rule.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/record_option.hpp"
#include "models/cycle/outcomes.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
std::vector<std::string> list_outcomes()
{
    std::vector<std::string> names;
    for (auto const& outcome : cycle::outcome_list()) names.push_back(outcome.name);
    return names;
}

void check_outcomes(std::vector<scenario::Reference> const& given, core::Problems& problems)
{
    auto const known = list_outcomes();
    for (auto const& one : given) {
        if (std::find(known.begin(), known.end(), one.text) != known.end()) continue;
        auto hint = suggest(one.text, known);
        if (hint.empty()) hint = "concordat explain lists the outcomes";
        problems.add(one.where, fmt::format("unknown outcome {}", config::quote(one.text)), std::move(hint));
    }
}

/// The rule and the limit are checked as --until and --time-limit are, and reported where they stand.
void check_stopping(scenario::StudyFile const& file, core::Problems& problems)
{
    if (file.until) (void)compare::parse_precision_rule(file.until->text, list_outcomes(), file.until->where, problems);
    if (!file.time_limit) return;
    core::Problems found;
    (void)read_duration("'time_limit'", file.time_limit->text, found);
    for (auto const& problem : found.list()) problems.add(file.time_limit->where, problem.message, problem.hint);
}

/// Groupings are checked as --record's are, and reported where they stand.
void check_record(std::vector<scenario::Reference> const& given, core::Problems& problems)
{
    for (auto const& one : given) {
        core::Problems found;
        static_cast<void>(read_record({one.text}, found));
        for (auto const& problem : found.list()) problems.add(one.where, problem.message, problem.hint);
    }
}

std::string join(std::vector<scenario::Reference> const& words)
{
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : ",") + word.text;
    return text;
}

/// What the file says where nothing was typed.
void fill(std::string& typed, std::optional<scenario::Reference> const& said)
{
    if (typed.empty() && said) typed = said->text;
}

void fill(StudyCommand& command, scenario::StudyFile const& file)
{
    fill(command.until, file.until);
    fill(command.controls.time_limit, file.time_limit);
    fill(command.replicates, file.replicates);
    fill(command.seed, file.seed);
    if (command.groupings.empty()) command.groupings = join(file.record);
}
}  // namespace

StudyOrder take_order(StudyCommand const& given, core::Problems& problems)
{
    StudyOrder order{given, {}};
    if (!given.file.empty()) {
        auto const problems_before = problems.size();
        auto const library = load_library(given.library, problems);
        if (auto const path = library.catalogue.find_study(given.file, problems)) {
            order.file = scenario::read_study(*path, library.parameters, problems);
        }
        if (order.file) {
            check_outcomes(order.file->outcomes, problems);
            check_record(order.file->record, problems);
            check_stopping(*order.file, problems);
        }
        if (order.file && problems.size() == problems_before) fill(order.command, *order.file);
    }
    if (order.command.groupings.empty()) order.command.groupings = given.decomposition || given.sensitivity ? "nation" : default_record(!given.folder.empty());
    return order;
}
}  // namespace concordat::cli
