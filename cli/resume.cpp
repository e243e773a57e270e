#include <fmt/format.h>

#include <cstdio>
#include <optional>

#include "cli/commands.hpp"
#include "cli/model_set.hpp"
#include "cli/option_values.hpp"
#include "cli/stopping.hpp"
#include "cli/stored_study.hpp"
#include "cli/study_session.hpp"
#include "sim/store/state_file.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::int64_t most_replicates = 100'000'000;

store::StudyPlan read_plan(std::filesystem::path const& given)
{
    store::StudyFolder const folder{given};
    auto const& place = folder.has_partial() ? folder.partial() : folder.finished();
    auto const file = place / store::plan_name;
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
        (void)store::StudyWriter::resume(given);  // says what is there instead
    }
    return store::plan_from_json(store::read_file(file), file);
}

void check_version(StudyRequest const& request, std::filesystem::path const& folder)
{
    if (request.version == CONCORDAT_VERSION) return;
    throw store::StorageError{
        folder,
        fmt::format("was begun by version {} of the program, this is version {}", request.version,
                    CONCORDAT_VERSION),
        "resume it with the version that began it, or run it anew"};
}

/// The study goes on with the scenarios that it began with; the user should know if the files on
/// the disk say something else by now.
void mention_changed_files(StudyRequest const& request)
{
    for (auto const& file : request.files) {
        std::error_code ignored;
        if (!std::filesystem::exists(file.path, ignored)) continue;
        if (store::read_file(file.path) == file.text) continue;
        fmt::print(stderr, "{}: has changed since; the study goes on with what it began with\n",
                   file.path);
    }
}
/// A study that has reached its precision is complete, though its plan allows more replicates.
void check_unfinished(StudyRequest const& request, std::filesystem::path const& given)
{
    store::StudyFolder const folder{given};
    if (request.until.rule.empty() || folder.has_partial()) return;
    std::optional<compare::StoppingRule> rule;
    try {
        rule = make_stopping_rule(request, folder.finished());
    } catch (store::StorageError const&) {
        return;  // damaged: what is lost is computed anew
    }
    if (!rule->met()) return;
    throw store::StorageError{folder.finished(), "is complete: " + describe_stopping(request, *rule),
                              "--replicates N goes on to N replicates in all"};
}

void check_states(StudyRequest const& request, ModelSet const& models, std::uint32_t replicates)
{
    auto const* const state = models.state();
    if (state == nullptr || replicates <= state->origin().replicates) return;
    core::Problems problems;
    problems.add({.file = request.from_state->file.generic_string()},
                 fmt::format("holds {} replicates; {} are asked for", state->origin().replicates, replicates),
                 fmt::format("give --replicates {}", state->origin().replicates));
    problems.throw_if_any();
}
}  // namespace

ExitCode resume_study(ResumeCommand const& command)
{
    core::Problems problems;
    SessionSettings const settings{.threads = read_threads(command.controls.threads, problems),
                                   .time_limit = read_duration("--time-limit", command.controls.time_limit, problems),
                                   .json = command.controls.json,
                                   .quiet = command.controls.quiet,
                                   .no_report = command.controls.no_report,
                                   .command_line = command.command_line};
    auto const wanted = command.replicates.empty()
                            ? 0
                            : static_cast<std::uint32_t>(read_count("--replicates", command.replicates, 1, most_replicates, problems));
    problems.throw_if_any();
    auto plan = read_plan(command.folder);
    auto request = read_stored_request(plan, command.folder);
    check_version(request, command.folder);
    check_pack(request.pack);
    mention_changed_files(request);
    std::optional<store::PlanChange> change;
    if (wanted > 0) {
        request = grow_request(std::move(request), wanted);
        plan.replicates = wanted;
        change = {wanted, request_to_json(request)};
    } else {
        check_unfinished(request, command.folder);
    }
    ModelSet const models{request};
    check_states(request, models, plan.replicates);
    auto writer = store::StudyWriter::resume(command.folder, change);
    if (!writer->dropped().empty()) {
        fmt::print(stderr, "the last results are dropped and computed anew: {}\n",
                   writer->dropped());
    }
    if (!settings.quiet) {
        fmt::print(stderr, "going on after {} of {} replicates\n",
                   writer->next_replicate() - plan.first_replicate, plan.replicates);
    }
    return run_session(request, models, std::move(writer), command.folder, Keeping::kept, settings);
}
}  // namespace concordat::cli
