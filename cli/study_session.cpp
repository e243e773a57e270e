#include "cli/study_session.hpp"

#include <fmt/format.h>
#include <signal.h>
#include <stdlib.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "analysis/compare/comparison_table.hpp"
#include "analysis/compare/study_comparison.hpp"
#include "analysis/report/page_bundle.hpp"
#include "cli/answer.hpp"
#include "cli/interrupt.hpp"
#include "cli/machine.hpp"
#include "cli/manifest.hpp"
#include "cli/netcdf_words.hpp"
#include "cli/null_test.hpp"
#include "cli/progress_display.hpp"
#include "cli/report_file.hpp"
#include "cli/stopping.hpp"
#include "cli/study_tables.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/state_file.hpp"
#include "sim/engine/study_sink.hpp"
#include "sim/engine/together.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
namespace
{
engine::RunReport run_rest(StudyRequest const& request, ModelSet const& models,
                           store::StudyWriter& writer, SessionSettings const& settings,
                           StateSaving saving, std::atomic<bool> const* stop,
                           compare::StoppingRule* rule)
{
    auto const& plan = writer.plan();
    if (rule != nullptr && rule->met()) {
        return {.status = engine::RunStatus::enough, .next_replicate = writer.next_replicate()};
    }
    engine::RunPlan const cells{.first_replicate = writer.next_replicate(),
                                .replicates = plan.end_replicate() - writer.next_replicate(),
                                .scenarios = static_cast<std::uint32_t>(plan.scenarios.size()),
                                .columns = static_cast<std::uint32_t>(plan.row_size()),
                                .threads = settings.threads,
                                .failure_policy = request.stop_on_failure
                                                      ? engine::FailurePolicy::stop_at_once
                                                      : engine::FailurePolicy::finish_and_report};
    engine::StudySink sink{writer, read_clock};
    if (rule != nullptr) {
        sink.set_judge([rule](engine::ReplicateResult const& result) {
            if (result.failures.empty()) rule->feed(result.values);
            return rule->met();
        });
    }
    ProgressDisplay display{choose_progress_style(settings.quiet)};
    PrecisionProgress progress{display, rule, plan.scenarios.size()};
    auto const executor = engine::make_tbb_executor();
    return engine::run_cells(cells, make_worker_factory(models, plan.seed, saving), sink, *executor,
                             {.stop = stop,
                              .progress = &progress,
                              .clock = read_clock,
                              .time_limit = settings.time_limit});
}

/// Gives the study its tables and its name.
void put_away(StudyRequest const& request, store::StudyWriter& writer, std::string manifest, bool enough, int threads)
{
    auto const baselines = request.baselines();
    store::Ending ending{.manifest = std::move(manifest), .enough = enough};
    ending.summary = [&](store::StudyReader const& study) { return compare::make_summary_table(study, baselines); };
    ending.extras = [&](store::StudyReader const& study) { return write_extras(request, study); };
    if (has_comparison(request)) {
        ending.comparison = [&](store::StudyReader const& study) { return compare::make_comparison_table(study, baselines); };
    }
    if (request.netcdf) {
        ending.netcdf = [&](store::StudyReader const& study, store::FinishedStudy const& done, auto const& path) {
            store::write_netcdf(study, path, make_netcdf_words(request), {.results_hash = store::write_results_hash(done)});
        };
    }
    if (threads > 1) {
        ending.together = [](auto const& tasks) { engine::run_together(*engine::make_tbb_executor(), tasks); };
    }
    writer.finish(ending);
}

/// Those that the study holds, and the one that ended the run.
std::vector<store::CellFailure> list_failures(store::StudyReader const& study,
                                              engine::RunReport const& report)
{
    auto failures = study.failures();
    if (report.status == engine::RunStatus::failed) {
        failures.insert(failures.end(), report.failures.begin(), report.failures.end());
    }
    return failures;
}

void report_failures(std::vector<store::CellFailure> const& failures, store::StudyPlan const& plan)
{
    if (failures.empty()) return;
    auto const& first = failures.front();
    fmt::print(
        stderr,
        "{} {} failed, and no scenario has {} replicate; the first is replicate {} of {}: {}\n",
        failures.size(), failures.size() == 1 ? "round" : "rounds",
        failures.size() == 1 ? "its" : "their", first.replicate,
        plan.scenarios[first.scenario].name, first.message);
}

bool is_complete(engine::RunReport const& report)
{
    return report.status == engine::RunStatus::complete || report.status == engine::RunStatus::enough;
}

ExitCode code_of(engine::RunReport const& report, bool any_failed, int signal)
{
    if (report.status == engine::RunStatus::stopped) {
        return signal == SIGTERM ? ExitCode::terminated : ExitCode::interrupted;
    }
    return any_failed ? ExitCode::failure : ExitCode::success;
}

void say_how_to_go_on(engine::RunReport const& report, store::StudyPlan const& plan,
                      std::filesystem::path const& folder, Keeping keeping)
{
    if (is_complete(report)) return;
    auto const done = report.next_replicate - plan.first_replicate;
    fmt::print(stderr, "stopped{} after {} of {} replicates, each run in every scenario\n",
               report.status == engine::RunStatus::out_of_time ? " by the time limit" : "", done,
               plan.replicates);
    if (keeping == Keeping::kept) {
        fmt::print(stderr, "go on with: concordat resume {}\n", folder.string());
    } else {
        fmt::print(stderr, "nothing was kept: give --out DIR to be able to go on\n");
    }
}
}  // namespace

ScratchFolder::ScratchFolder()
{
    auto pattern = (std::filesystem::temp_directory_path() / "concordat-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) {
        throw RunFailure{fmt::format("{}: cannot make a temporary folder: {}", pattern,
                                     std::generic_category().message(errno))};
    }
    path_ = pattern;
}

ScratchFolder::~ScratchFolder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

namespace
{
/// A comparison that is kept has its report beside it.
void leave_report(StudyRequest const& request, store::StudyReader const& study, std::filesystem::path const& folder,
                  SessionSettings const& settings)
{
    bool const wanted = has_comparison(request) && !settings.no_report && report::page_is_built();
    if (!wanted || study.replicates().empty()) return;
    auto const written = write_report(request, study, folder);
    if (!settings.json) fmt::print("{}Report: {}\n", wrap(written.answer, ""), written.file.string());
}

/// The file of states appears once all replicates are in it.
void finish_states(StateSaving saving)
{
    if (saving.writer == nullptr || saving.writer->finish()) return;
    fmt::print(stderr, "the states were not saved: not every replicate is complete\n");
}

ExitCode run_and_answer(StudyRequest const& request, ModelSet const& models,
                        std::unique_ptr<store::StudyWriter> writer,
                        std::filesystem::path const& folder, Keeping keeping,
                        SessionSettings const& settings, StateSaving saving)
{
    InterruptGuard const interrupt;
    ManifestFacts facts{.request = request, .settings = settings, .started = write_time_of_day()};
    double const start = read_clock();
    auto const plan = writer->plan();
    auto const partial = store::StudyFolder{folder}.partial();
    auto rule = make_stopping_rule(request, partial);
    auto const report = run_rest(request, models, *writer, settings, saving, interrupt.stop_flag(),
                                 rule ? &*rule : nullptr);
    facts.seconds = read_clock() - start;
    facts.out_of_time = report.status == engine::RunStatus::out_of_time;
    writer->flush();
    facts.null_reform = test_null_reform(request, store::StudyReader{partial});
    facts.rule = rule ? &*rule : nullptr;
    if (keeping == Keeping::kept) {
        put_away(request, *writer, write_manifest(facts), report.status == engine::RunStatus::enough, settings.threads);
    }
    store::StudyReader const study{keeping == Keeping::kept ? folder : partial};
    auto const failures = list_failures(study, report);
    report_failures(failures, plan);
    Answer const answer{.request = request,
                        .study = study,
                        .models = models,
                        .folder = keeping == Keeping::kept ? folder : std::filesystem::path{},
                        .complete = is_complete(report),
                        .rule = facts.rule,
                        .null_reform = facts.null_reform};
    auto const text = settings.json ? write_json_answer(answer) : write_text_answer(answer);
    if (std::fputs(text.c_str(), stdout) < 0 || std::fflush(stdout) != 0) {
        store::throw_system_error("standard output", "write", errno);
    }
    say_how_to_go_on(report, plan, folder, keeping);
    if (keeping == Keeping::kept) leave_report(request, study, folder, settings);
    finish_states(saving);
    bool const null_failed = facts.null_reform && !facts.null_reform->passed();
    if (null_failed) fmt::print(stderr, "{}", describe_failure(*facts.null_reform));
    return code_of(report, !failures.empty() || null_failed, interrupt.signal());
}
}  // namespace

ExitCode run_session(StudyRequest const& request, ModelSet const& models,
                     std::unique_ptr<store::StudyWriter> writer,
                     std::filesystem::path const& folder, Keeping keeping,
                     SessionSettings const& settings, StateSaving saving)
{
    try {
        return run_and_answer(request, models, std::move(writer), folder, keeping, settings,
                              saving);
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
}
}  // namespace concordat::cli
