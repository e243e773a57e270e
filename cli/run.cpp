#include <limits>

#include "cli/commands.hpp"
#include "cli/model_set.hpp"
#include "cli/option_values.hpp"
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

ExitCode run_study(StudyCommand const& command)
{
    constexpr std::int64_t most_replicates = 100'000'000;
    core::Problems problems;
    auto const replicates =
        read_count("--replicates", command.replicates, 1, most_replicates, problems);
    auto const seed = read_seed(command.seed, problems);
    SessionSettings const settings{.threads = read_threads(command.controls.threads, problems),
                                   .json = command.controls.json,
                                   .quiet = command.controls.quiet,
                                   .command_line = command.command_line};
    check_groupings(split_words(command.groupings), problems);
    auto request = set_up_study(command, problems);
    problems.throw_if_any();
    request.repeat_with = list_repeating_arguments(command, seed);

    ModelSet const models{request};
    auto const plan = make_plan(request, models, seed, static_cast<std::uint32_t>(replicates));
    if (!command.folder.empty()) {
        auto writer = store::StudyWriter::create(
            command.folder, plan,
            command.replace ? store::Existing::replace : store::Existing::keep);
        return run_session(request, models, std::move(writer), command.folder, Keeping::kept,
                           settings);
    }
    ScratchFolder const scratch;
    auto const folder = scratch.path() / "study";
    return run_session(request, models, store::StudyWriter::create(folder, plan), folder,
                       Keeping::discarded, settings);
}
}  // namespace concordat::cli
