#include <fmt/format.h>

#include <csignal>
#include <cstdio>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/machine.hpp"
#include "cli/model_set.hpp"
#include "cli/option_values.hpp"
#include "cli/progress_display.hpp"
#include "cli/study_session.hpp"
#include "cli/validation_plan.hpp"
#include "cli/validation_text.hpp"
#include "models/scenario/pack_reader.hpp"
#include "sim/engine/study_sink.hpp"
#include "sim/store/file.hpp"
#include "sim/store/storage_error.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;

/// Where the tables are kept; empty: they are not.
struct Targets
{
    fs::path table{};
    fs::path page{};
};

Targets choose_targets(ValidateModelCommand const& command, core::Problems& problems)
{
    if (command.folder.empty()) return {};
    fs::path const folder{command.folder};
    Targets targets{.table = folder / "validation.csv", .page = folder / "validation.md"};
    std::error_code ignored;
    if (fs::exists(folder, ignored) && !fs::is_directory(folder, ignored)) problems.add({.file = command.folder}, "is a file", "name a folder");
    for (auto const& file : {targets.table, targets.page}) {
        if (command.replace || !fs::exists(file, ignored)) continue;
        problems.add({.file = file.generic_string()}, "exists already; nothing is overwritten", "choose another folder, or give --force");
    }
    return targets;
}

store::StudyPlan make_study(ValidationPlan const& plan, ModelSet const& models)
{
    store::StudyPlan study{.schema = models.schema(), .seed = plan.seed, .replicates = plan.replicates, .request = request_to_json(plan.request)};
    for (auto const& scenario : plan.request.scenarios) study.scenarios.push_back({scenario.name, scenario.design_point});
    return study;
}

engine::RunReport run_all(store::StudyPlan const& study, ModelSet const& models, fs::path const& folder, SessionSettings const& settings,
                          std::atomic<bool> const* stop)
{
    auto const writer = store::StudyWriter::create(folder, study, store::Existing::replace);
    engine::RunPlan const cells{.replicates = study.replicates,
                                .scenarios = static_cast<std::uint32_t>(study.scenarios.size()),
                                .columns = static_cast<std::uint32_t>(study.row_size()),
                                .threads = settings.threads,
                                .failure_policy = engine::FailurePolicy::finish_and_report};
    engine::StudySink sink{*writer, read_clock};
    ProgressDisplay display{choose_progress_style(settings.quiet)};
    auto const executor = engine::make_tbb_executor();
    auto report = engine::run_cells(cells, make_worker_factory(models, study.seed), sink, *executor,
                                    {.stop = stop, .progress = &display, .clock = read_clock, .time_limit = settings.time_limit});
    writer->flush();
    return report;
}

void keep(ValidationAnswer const& answer, Targets const& targets)
{
    if (targets.table.empty()) return;
    auto const folder = targets.table.parent_path();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) store::throw_system_error(folder, "make the folder", error.value());
    store::write_file_durably(targets.table, write_validation_table(answer));
    store::write_file_durably(targets.page, write_validation_page(answer) + write_series_page(answer.plan.series));
}

ExitCode tell(ValidationPlan const& plan, store::StudyReader const& study, state::Pack const& pack, Targets const& targets)
{
    auto const replicates = study.replicates().size();
    if (replicates == 0) throw RunFailure{"no replicate is complete: there is nothing to score"};
    auto const findings = score(plan, study, pack);
    ValidationAnswer const answer{.plan = plan, .findings = findings, .replicates = replicates};
    keep(answer, targets);
    fmt::print("{}{}", write_series_text(plan.series), write_validation_text(answer));
    if (!targets.table.empty()) fmt::print("Tables: {} and {}\n", targets.table.string(), targets.page.string());
    if (!study.failures().empty()) fmt::print(stderr, "{} rounds failed; their replicates are left out\n", study.failures().size());
    return study.failures().empty() ? ExitCode::success : ExitCode::failure;
}

ExitCode run_validation(ValidationPlan const& plan, Targets const& targets, SessionSettings const& settings)
{
    ModelSet const models{plan.request};
    auto const pack = scenario::read_pack(plan.request.pack.folder);
    core::Problems problems;
    check_groups(plan, models.schema(), pack, problems);
    problems.throw_if_any();
    ScratchFolder const scratch;
    InterruptGuard const guard;
    auto const folder = scratch.path() / "study";
    auto const report = run_all(make_study(plan, models), models, folder, settings, guard.stop_flag());
    if (report.status == engine::RunStatus::stopped) {
        fmt::print(stderr, "stopped after {} of {} replicates\n", report.replicates, plan.replicates);
        return guard.signal() == SIGTERM ? ExitCode::terminated : ExitCode::interrupted;
    }
    store::StudyReader const study{store::StudyFolder{folder}.partial()};
    return tell(plan, study, pack, targets);
}
}  // namespace

ExitCode validate_model(ValidateModelCommand const& command)
{
    core::Problems problems;
    auto const plan = plan_validation(command, problems);
    auto const targets = choose_targets(command, problems);
    SessionSettings const settings{.threads = read_threads(command.controls.threads, problems),
                                   .time_limit = read_duration("--time-limit", command.controls.time_limit, problems),
                                   .quiet = command.controls.quiet};
    problems.throw_if_any();
    try {
        return run_validation(plan, targets, settings);
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
}
}  // namespace concordat::cli
