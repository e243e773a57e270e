#include <fmt/format.h>

#include <filesystem>

#include "cli/area_choice.hpp"
#include "cli/area_story.hpp"
#include "cli/commands.hpp"
#include "cli/model_set.hpp"
#include "cli/option_values.hpp"
#include "cli/study_setup.hpp"
#include "models/cycle/history.hpp"
#include "sim/store/file.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::int64_t last_replicate = 999'999'999;

/// What the command line asks for, checked.
struct TraceRequest
{
    StudyRequest study{};
    std::uint64_t seed{};
    std::uint32_t replicate{};
};

TraceRequest read_request(TraceCommand const& command, core::Problems& problems)
{
    StudyCommand study{.compares = !command.against.empty(),
                       .library = command.library,
                       .scenarios = {command.scenario},
                       .sets = command.sets,
                       .assumptions = "fixed",
                       .groupings = "nation"};
    if (study.compares) study.scenarios.push_back(command.against);
    TraceRequest request;
    request.seed = read_seed(command.seed, problems);
    request.replicate = static_cast<std::uint32_t>(
        read_count("--replicate", command.replicate, 0, last_replicate, problems));
    std::error_code ignored;
    if (!command.table.empty() && std::filesystem::exists(command.table, ignored)) {
        problems.add({.file = command.table}, "this file is there already",
                     "choose another name for --csv");
    }
    request.study = set_up_study(study, {}, problems);
    return request;
}

void write_table(TraceCommand const& command, AreaStory const& story)
{
    auto const table = story.moves();
    store::write_file_durably(command.table, store::write_csv(table));
    fmt::print("\n{} moves written to {}\n", table.rows.size(), command.table);
}
}  // namespace

ExitCode trace(TraceCommand const& command)
{
    core::Problems problems;
    auto const request = read_request(command, problems);
    problems.throw_if_any();
    ModelSet const models{request.study};
    int const area = find_area(models.history(0).round(0).pack(), command.area, problems);
    problems.throw_if_any();

    AreaStory const story{request.study, models, {request.seed, request.replicate}, area};
    fmt::print("{}", story.text());
    if (!command.table.empty()) write_table(command, story);
    return ExitCode::success;
}
}  // namespace concordat::cli
