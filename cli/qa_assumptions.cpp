#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/document_tables.hpp"
#include "cli/findings.hpp"
#include "cli/library.hpp"
#include "cli/number_format.hpp"
#include "cli/qa_papers.hpp"
#include "cli/source_text.hpp"
#include "cli/study_view.hpp"
#include "cli/study_words.hpp"
#include "models/verification/switches.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
using config::ParameterRecord;
using Notes = std::map<std::string, std::string>;  ///< by path of a parameter

void add_note(Notes& notes, std::string const& path, std::string const& words)
{
    auto& text = notes[path];
    text += (text.empty() ? "" : "; ") + words;
}

config::ParameterTable const& table_of(StudyRequest const& request, NamedRound const& one)
{
    return request.scenarios[one.scenario].rounds[one.round].parameters;
}

/// "level -> level" of a declared switch and what theory says of the outcomes near to it.
std::string describe_switch(verification::SwitchCase const& one)
{
    static constexpr std::array<char const*, 4> senses{"rises", "falls", "moves", "stays"};
    std::string text;
    for (auto const& step : one.steps) text += (text.empty() ? "" : " and ") + fmt::format("{} to {}", step.from, step.to);
    text += ":";
    for (auto const& link : one.chain) {
        text += fmt::format(" {} {},", link.outcome, senses.at(static_cast<std::size_t>(link.sense)));
    }
    text.pop_back();
    return text;
}

/// What the model's switches must move; nothing where their file is not at hand.
Notes list_switches()
{
    Notes notes;
    core::Problems problems;
    auto const file = find_scenarios({}) / "switches.yaml";
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return notes;
    auto const cases = verification::read_switches(file, problems);
    for (auto const& one : cases) add_note(notes, one.path, describe_switch(one));
    return problems.empty() ? notes : Notes{};
}

/// The only path in which a scenario differs from its baseline, in all rounds; empty where there are more.
std::string find_only_change(StudyRequest const& request, std::size_t scenario)
{
    auto const& one = request.scenarios[scenario];
    auto const& baseline = request.scenarios[one.baseline];
    std::string path;
    for (std::size_t k = 0; k < one.rounds.size(); ++k) {
        for (auto const& change : scenario::list_differences(baseline.rounds[k].parameters, one.rounds[k].parameters)) {
            if (!path.empty() && path != change.path) return {};
            path = change.path;
        }
    }
    return path;
}

std::string describe_effect(StudyRequest const& request, StudyView const& view, std::size_t scenario,
                            std::string const& path)
{
    auto const& one = request.scenarios[scenario];
    auto const& before = request.scenarios[one.baseline].rounds.front().parameters.at(path);
    auto const& after = one.rounds.front().parameters.at(path);
    auto text = fmt::format("{} to {}:", config::show(before.value), config::show(after.value));
    for (char const* const name : {"true_gain", "welfare"}) {
        auto const& outcome = view.outcome(name);
        auto const paired = view.compare(one.baseline, scenario, name);
        text += fmt::format(" {} {} (s.e. {}) {},", outcome.name, write_change(paired.difference.mean, outcome.decimals),
                            write_error(paired.difference.standard_error, outcome.decimals), outcome.unit);
    }
    text.pop_back();
    return text;
}

/// What the study itself shows of a parameter: scenarios that change nothing else.
Notes list_effects(QaStudy const& qa)
{
    Notes notes;
    StudyView const view{qa.study};
    for (std::size_t s = 0; s < qa.request.scenarios.size(); ++s) {
        if (qa.request.scenarios[s].baseline == s || qa.study.replicates().empty()) continue;
        auto const path = find_only_change(qa.request, s);
        if (!path.empty()) add_note(notes, path, describe_effect(qa.request, view, s, path));
    }
    return notes;
}

/// Who changed the parameter, in any scenario, each once.
std::string list_changers(StudyRequest const& request, std::vector<NamedRound> const& rounds, std::string const& path)
{
    std::vector<std::string> names;
    for (auto const& one : rounds) {
        for (auto const& change : table_of(request, one).at(path).history) {
            auto const name = std::filesystem::path{change.who}.filename().string();
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
    }
    std::string text;
    for (auto const& name : names) text += (text.empty() ? "" : "; ") + name;
    return text;
}

std::vector<std::string> write_row(QaStudy const& qa, std::vector<NamedRound> const& rounds, ParameterRecord const& record)
{
    bool const assumed = !record.source.assumption.empty();
    std::vector<std::string> row{record.path, record.description, record.unit, config::show(record.value)};
    for (auto const& one : rounds) row.push_back(config::show(table_of(qa.request, one).at(record.path).value));
    row.insert(row.end(), {config::describe_allowed(record), record.off ? config::show(*record.off) : "",
                           assumed ? "assumption" : "source",
                           assumed ? record.source.assumption : write_source(record.source),
                           std::string{config::show(record.reliability)}, list_changers(qa.request, rounds, record.path)});
    return row;
}

std::string find_note(Notes const& notes, std::string const& path)
{
    auto const found = notes.find(path);
    return found == notes.end() ? std::string{} : found->second;
}
}  // namespace

std::string write_assumptions_table(QaStudy const& qa)
{
    auto const rounds = name_rounds(qa.request);
    auto const switches = list_switches();
    auto const effects = list_effects(qa);
    store::Table table{.header = {"path", "description", "unit", "default"}};
    for (auto const& one : rounds) table.header.push_back("value in " + one.name);
    for (char const* const name : {"allowed", "off", "basis", "source_or_reason", "reliability", "changed_by",
                                   "effect_in_this_study", "theory_says_of_its_switch"}) {
        table.header.emplace_back(name);
    }
    for (auto const& [path, record] : qa.request.parameters) {
        auto row = write_row(qa, rounds, record);
        row.push_back(find_note(effects, path));
        row.push_back(find_note(switches, path));
        table.rows.push_back(std::move(row));
    }
    return store::write_csv(table);
}

std::string write_assumptions_page(QaStudy const& qa)
{
    auto const& settled = qa.request.scenarios.front().rounds.front().parameters;
    std::size_t judged = 0, low = 0;
    for (auto const& [path, record] : settled) {
        bool const assumed = !record.source.assumption.empty();
        if (assumed || record.reliability == config::Reliability::low) ++judged;
        if (record.reliability == config::Reliability::low) ++low;
    }
    return fmt::format("# Assumptions of {}\n\n"
                       "Of {} parameters {} stand on a judgement, or are rated low; {} are rated low. They are listed here, least "
                       "reliable first, with their values in {}. All parameters, with their values in every scenario, their sources and "
                       "what is known of their influence, are in `assumptions_log.csv`; what the scenarios change is in `changes.md`.\n\n"
                       "*Low*: judged alone, or one case stands behind it. *Medium*: documents give the sign or, roughly, the size. "
                       "*High*: published or measured for what it stands for here, or a convention that fixes a scale.\n\n{}",
                       name_study(qa.request), settled.size(), judged, low, name_rounds(qa.request).front().name,
                       write_assumption_rows(settled, &qa.request.parameters));
}
}  // namespace concordat::cli
