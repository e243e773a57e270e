#include <algorithm>
#include <nlohmann/json.hpp>

#include "cli/build_facts.hpp"
#include "cli/findings.hpp"
#include "cli/parameter_hash.hpp"
#include "cli/qa_papers.hpp"
#include "cli/report_scenarios.hpp"
#include "cli/study_words.hpp"
#include "cli/answer_sentence.hpp"
#include "sim/store/file.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/manifest.hpp"
#include "sim/store/sha256.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;

Json read_session(std::filesystem::path const& folder)
{
    auto const manifest = Json::parse(store::read_file(folder / store::manifest_name), nullptr, false);
    return manifest.is_object() ? manifest.value("session", Json::object()) : Json::object();
}

Json describe_study(QaStudy const& qa)
{
    auto const& plan = qa.study.plan();
    Json scenarios = Json::array();
    for (std::size_t s = 0; s < qa.request.scenarios.size(); ++s) {
        auto const& one = qa.request.scenarios[s];
        Json rounds = Json::array();
        for (auto const& round : one.rounds) rounds.push_back({{"name", round.name}, {"parameters", hash_parameters(round.parameters)}});
        scenarios.push_back({{"name", one.name},
                             {"title", one.title},
                             {"design_point", one.design_point},
                             {"baseline", qa.request.scenarios[one.baseline].name},
                             {"rounds", rounds}});
    }
    return {{"title", name_study(qa.request)},
            {"question", qa.request.study ? qa.request.study->question : write_question(qa.request)},
            {"command", write_repeating_command(qa.request)},
            {"seed", plan.seed},
            {"first_replicate", plan.first_replicate},
            {"replicates_wanted", plan.replicates},
            {"replicates_in_results", qa.study.replicates().size()},
            {"failed_rounds", qa.study.failures().size()},
            {"scenarios", scenarios}};
}

Json describe_program(QaStudy const& qa)
{
    auto const session = read_session(qa.folder);
    auto const build = list_build_facts();
    auto const program = find_program();
    return {{"ran_the_study", {{"version", qa.request.version}, {"hash", session.value("program_hash", "")}}},
            {"wrote_this_record",
             {{"version", build.version},
              {"hash", hash_program()},
              {"sha256", program.empty() ? "" : store::sha256_of_file(program)},
              {"compiler", build.compiler},
              {"build_type", build.build_type},
              {"options", build.options},
              {"system", build.system}}}};
}

Json describe_inputs(StudyRequest const& request)
{
    Json pack = Json::array(), files = Json::array();
    for (auto const& [name, hash] : request.pack.files) pack.push_back({{"name", name}, {"hash", "xxh3-128:" + hash}});
    for (auto const& file : request.files) {
        files.push_back({{"name", std::filesystem::path{file.path}.filename().string()},
                         {"hash", "xxh3-128:" + store::hash_text(file.text).hex()}});
    }
    Json set = Json::array();
    for (auto const& one : request.overrides) set.push_back((one.round.empty() ? "" : one.round + ":") + one.path + "=" + one.text);
    Json inputs{{"data_pack", {{"name", request.pack.name}, {"files", pack}}},
                {"scenario_files", files},
                {"set", set},
                {"parameter_files", hash_parameters(request.parameters)}};
    if (request.from_state) inputs["saved_states"] = "xxh3-128:" + request.from_state->hash;
    return inputs;
}

Json describe_results(std::filesystem::path const& folder)
{
    Json list = Json::array();
    auto files = store::hash_study_files(folder);
    files.push_back({store::manifest_name, store::hash_file(folder / store::manifest_name)});
    for (auto const& [name, hash] : files) {
        list.push_back({{"name", name},
                        {"bytes", std::filesystem::file_size(folder / name)},
                        {"hash", hash},
                        {"sha256", store::sha256_of_file(folder / name)}});
    }
    return {{"results_hash", store::read_results_hash(folder)}, {"files", list}};
}

Json describe_verification(std::vector<verification::CheckResult> const& checks)
{
    auto const passed = std::count_if(checks.begin(), checks.end(), [](auto const& one) { return one.passed(); });
    return {{"checks", checks.size()}, {"passed", passed}};
}
}  // namespace

std::string write_run_record(QaStudy const& qa)
{
    Json const record{{"format", "concordat-run-record"},
                      {"version", 1},
                      {"study", describe_study(qa)},
                      {"program", describe_program(qa)},
                      {"inputs", describe_inputs(qa.request)},
                      {"results", describe_results(qa.folder)},
                      {"verification", describe_verification(qa.verification)}};
    return record.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace concordat::cli
