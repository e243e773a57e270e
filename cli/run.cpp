#include <optional>

#include "cli/commands.hpp"
#include "cli/model_set.hpp"
#include "cli/option_values.hpp"
#include "cli/record_option.hpp"
#include "cli/state_files.hpp"
#include "cli/stopping.hpp"
#include "cli/study_order.hpp"
#include "cli/study_session.hpp"
#include "cli/study_setup.hpp"

namespace concordat::cli
{
namespace
{
store::StudyPlan make_plan(StudyRequest const& request, ModelSet const& models, std::uint64_t seed,
                           std::uint32_t replicates)
{
    store::StudyPlan plan{.schema = models.schema(),
                          .seed = seed,
                          .replicates = replicates,
                          .request = request_to_json(request)};
    for (auto const& scenario : request.scenarios) {
        plan.scenarios.push_back({scenario.name, scenario.design_point});
    }
    return plan;
}
}  // namespace

ExitCode run_study(StudyCommand const& given)
{
    constexpr std::int64_t most_replicates = 100'000'000;
    core::Problems problems;
    auto order = take_order(given, problems);
    auto& command = order.command;
    if (command.replicates.empty()) command.replicates = command.until.empty() ? "200" : "10000";
    auto const until = read_until(command, problems);
    if (!command.until.empty()) command.at_least = std::to_string(until.at_least);
    auto const replicates =
        read_count("--replicates", command.replicates, 1, most_replicates, problems);
    auto const state = find_state(command, problems);
    bool const same_luck = state && command.seed.empty();
    auto const seed = same_luck ? state->origin.master_seed : read_seed(command.seed, problems);
    SessionSettings const settings{.threads = read_threads(command.controls.threads, problems),
                                   .time_limit = read_duration("--time-limit", command.controls.time_limit, problems),
                                   .json = command.controls.json,
                                   .quiet = command.controls.quiet,
                                   .no_report = command.controls.no_report,
                                   .command_line = command.command_line};
    static_cast<void>(read_record(split_words(command.groupings), problems));
    auto request = set_up_study(command, order.file, problems);
    request.until = until;
    if (state) {
        request.from_state = state->use;
        check_state(*state, request, replicates, problems);
    }
    auto const save_after = read_saving(command, request, problems);
    problems.throw_if_any();
    request.repeat_with = list_repeating_arguments(command, request, seed);

    ModelSet const models{request};
    auto const count = static_cast<std::uint32_t>(replicates);
    auto const plan = make_plan(request, models, seed, count);
    bool const kept = !command.folder.empty();
    std::optional<ScratchFolder> scratch;
    if (!kept) scratch.emplace();
    auto const folder = kept ? std::filesystem::path{command.folder} : scratch->path() / "study";
    auto const states =
        save_after == 0 ? nullptr : make_state_writer(command, request, models, save_after, seed, count);
    auto writer = store::StudyWriter::create(
        folder, plan, kept && command.replace ? store::Existing::replace : store::Existing::keep);
    return run_session(request, models, std::move(writer), folder,
                       kept ? Keeping::kept : Keeping::discarded, settings, {states.get(), save_after});
}
}  // namespace concordat::cli
