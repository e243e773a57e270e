#include "cli/report_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/answer_sentence.hpp"
#include "cli/findings.hpp"
#include "cli/report_pack.hpp"
#include "cli/report_scenarios.hpp"
#include "cli/report_themes.hpp"
#include "cli/source_text.hpp"
#include "sim/store/file.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
/// As a shell takes it.
std::string quote_for_shell(std::string const& word)
{
    constexpr char const* plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/%@";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (char const c : word) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + "'";
}

/// Of results.csv, as the manifest has it; empty while the study is under way.
std::string read_results_hash(std::filesystem::path const& folder)
{
    std::error_code ignored;
    auto const file = folder / store::manifest_name;
    if (!std::filesystem::exists(file, ignored)) return {};
    auto const json = nlohmann::json::parse(store::read_file(file), nullptr, false);
    return json.is_object() ? json.value("results_hash", "") : std::string{};
}

report::RunFact describe_run(StudyRequest const& request, std::filesystem::path const& folder)
{
    report::RunFact run{.version = request.version,
                        .folder = std::filesystem::absolute(folder).lexically_normal().filename().string(),
                        .results_hash = read_results_hash(folder),
                        .pack = request.pack.name,
                        .files = request.pack.files};
    for (auto const& word : request.repeat_with) {
        if (!run.command.empty()) run.command += ' ';
        run.command += quote_for_shell(word);
    }
    for (auto const& file : request.files) {
        run.files.emplace_back(std::filesystem::path{file.path}.filename().string(), store::hash_text(file.text).hex());
    }
    return run;
}

std::vector<report::ParameterFact> list_parameters(StudyRequest const& request)
{
    std::vector<report::ParameterFact> list;
    for (auto const& [path, record] : request.scenarios.front().rounds.front().parameters) {
        bool const assumption = !record.source.assumption.empty();
        list.push_back({.path = path,
                        .description = record.description,
                        .value = config::show(record.value),
                        .unit = record.unit,
                        .allowed = config::describe_allowed(record),
                        .source = assumption ? record.source.assumption : write_source(record.source),
                        .assumption = assumption,
                        .reliability = std::string{config::show(record.reliability)}});
    }
    return list;
}

std::vector<std::string> list_limits()
{
    return {
        "The ranges show luck: the parameters are held at their values. What is not known about people, places and "
        "mechanisms is not in them; try other values with --set and --params.",
        "The Monte Carlo standard error says how precisely the mean over luck is computed, not how right the model is.",
        "Sigma measures how unusual an improvement is, not what it is worth; what it is worth to society is known for "
        "one of 198 indicators, so trust differences in welfare and their sign rather than levels.",
        "Targets met mostly measures how levels were set. Read it beside true improvement inside and outside the agreement.",
        "Mechanisms that the model leaves out are listed in docs/mechanisms.md; what it meets and misses of the known "
        "facts in docs/validation.md.",
    };
}

std::string write_citation(StudyRequest const& request, report::RunFact const& run, std::uint64_t seed)
{
    auto text = fmt::format("Concordat {}: an agent-based simulator of agreements between central and local government. "
                            "Study \u201c{}\u201d, seed {}", request.version, run.folder, seed);
    if (!run.results_hash.empty()) text += fmt::format(", results {}", run.results_hash);
    return text + ".";
}
}  // namespace

report::ReportFacts collect_report_facts(StudyRequest const& request, store::StudyReader const& study,
                                         std::filesystem::path const& folder)
{
    StudyView const view{study};
    auto const& title = request.study ? request.study->title : request.scenarios.front().title;
    report::ReportFacts facts{.title = "Concordat report: " + title,
                              .question = request.study ? request.study->question : write_question(request),
                              .answer = write_answer_sentence(request, view, study.replicates().size()),
                              .uncertainty = describe_uncertainty(),
                              .cautions = list_cautions(request, view),
                              .limits = list_limits(),
                              .scenarios = describe_scenarios(request, view),
                              .themes = list_report_themes(),
                              .parameters = list_parameters(request),
                              .run = describe_run(request, folder)};
    facts.citation = write_citation(request, facts.run, study.plan().seed);
    if (request.study) facts.outcomes = request.study->outcomes;
    add_pack_facts(request.pack, facts);
    return facts;
}
}  // namespace concordat::cli
