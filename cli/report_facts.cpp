#include "cli/report_facts.hpp"

#include <fmt/format.h>

#include "cli/answer_sentence.hpp"
#include "cli/findings.hpp"
#include "cli/report_pack.hpp"
#include "cli/report_scenarios.hpp"
#include "cli/report_themes.hpp"
#include "cli/source_text.hpp"
#include "cli/study_words.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/manifest.hpp"

namespace concordat::cli
{
namespace
{
report::RunFact describe_run(StudyRequest const& request, std::filesystem::path const& folder)
{
    report::RunFact run{.version = request.version,
                        .command = write_repeating_command(request),
                        .folder = std::filesystem::absolute(folder).lexically_normal().filename().string(),
                        .results_hash = store::read_results_hash(folder),
                        .pack = request.pack.name,
                        .files = request.pack.files};
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

}  // namespace

report::ReportFacts collect_report_facts(StudyRequest const& request, store::StudyReader const& study,
                                         std::filesystem::path const& folder)
{
    StudyView const view{study};
    report::ReportFacts facts{.title = "Concordat report: " + name_study(request),
                              .question = request.study ? request.study->question : write_question(request),
                              .answer = write_answer_sentence(request, view, study.replicates().size()),
                              .uncertainty = describe_uncertainty(request),
                              .cautions = list_cautions(request, view),
                              .limits = list_limits(request),
                              .scenarios = describe_scenarios(request, view),
                              .themes = list_report_themes(),
                              .parameters = list_parameters(request),
                              .run = describe_run(request, folder)};
    facts.citation = write_citation(request, facts.run.folder, study.plan().seed, facts.run.results_hash);
    if (request.study) facts.outcomes = request.study->outcomes;
    add_pack_facts(request.pack, facts);
    return facts;
}
}  // namespace concordat::cli
