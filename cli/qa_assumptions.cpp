#include <fmt/format.h>

#include <algorithm>
#include <variant>

#include "cli/document_tables.hpp"
#include "cli/qa_influence.hpp"
#include "cli/qa_papers.hpp"
#include "cli/source_text.hpp"
#include "cli/study_words.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
using config::ParameterRecord;

config::ParameterTable const& table_of(StudyRequest const& request, NamedRound const& one)
{
    return request.scenarios[one.scenario].rounds[one.round].parameters;
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

/// Numbers by their ends, words one by one, each once.
std::string write_values(StudyRequest const& request, std::vector<NamedRound> const& rounds, RoundFamily const& family,
                         std::string const& path)
{
    std::vector<config::Value> values;
    for (auto const member : family.members) {
        auto const& value = table_of(request, rounds[member]).at(path).value;
        if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
    }
    auto const is_number = [](config::Value const& value) { return std::holds_alternative<double>(value); };
    if (values.size() > 1 && std::all_of(values.begin(), values.end(), is_number)) {
        auto const [low, high] = std::minmax_element(values.begin(), values.end());
        return fmt::format("{} to {}", config::show(*low), config::show(*high));
    }
    std::string text;
    for (auto const& value : values) text += (text.empty() ? "" : ", ") + config::show(value);
    return text;
}

std::vector<std::string> write_row(QaStudy const& qa, std::vector<NamedRound> const& rounds,
                                   std::vector<RoundFamily> const& families, ParameterRecord const& record)
{
    bool const assumed = !record.source.assumption.empty();
    std::vector<std::string> row{record.path, record.description, record.unit, config::show(record.value)};
    for (auto const& family : families) row.push_back(write_values(qa.request, rounds, family, record.path));
    row.insert(row.end(), {config::describe_allowed(record), record.off ? config::show(*record.off) : "",
                           assumed ? "assumption" : "source",
                           assumed ? record.source.assumption : write_source(record.source),
                           std::string{config::show(record.reliability)}, list_changers(qa.request, rounds, record.path)});
    return row;
}

std::string find_note(InfluenceNotes const& notes, std::string const& path)
{
    auto const found = notes.find(path);
    return found == notes.end() ? std::string{} : found->second;
}
}  // namespace

std::string write_assumptions_table(QaStudy const& qa)
{
    auto const rounds = name_rounds(qa.request);
    auto const families = group_rounds(qa.request, rounds);
    auto const switches = list_switch_effects();
    auto const effects = list_study_effects(qa);
    store::Table table{.header = {"path", "description", "unit", "default"}};
    for (auto const& family : families) table.header.push_back("value in " + family.name);
    for (char const* const name : {"allowed", "off", "basis", "source_or_reason", "reliability", "changed_by",
                                   "effect_in_this_study", "theory_says_of_its_switch"}) {
        table.header.emplace_back(name);
    }
    for (auto const& [path, record] : qa.request.parameters) {
        auto row = write_row(qa, rounds, families, record);
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
