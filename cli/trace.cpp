#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "cli/area_choice.hpp"
#include "cli/commands.hpp"
#include "cli/model_set.hpp"
#include "cli/option_values.hpp"
#include "cli/story_text.hpp"
#include "cli/study_setup.hpp"
#include "cli/transcript_table.hpp"
#include "models/cycle/history.hpp"
#include "models/cycle/model.hpp"
#include "models/story/comparison.hpp"
#include "models/story/recording.hpp"
#include "models/story/teller.hpp"
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
    request.study = set_up_study(study, problems);
    return request;
}

/// Runs the round with the transcript on for one area.
story::AreaRecord trace_round(cycle::Model const& model, state::Occasion const& when, int area)
{
    auto const world = std::make_unique<cycle::World>();
    model.furnish(*world);
    model.draw_population(when, *world);  // a round changes trust and beliefs: this is how they were
    auto const beginning = story::record_standpoint(world->population, world->standing, area);
    world->transcript = {.on = true, .only_area = area};
    world->diary.area = area;
    model.run_round(when, *world);
    auto record = story::record_area({.bargain = world->bargain,
                                      .agreement = world->agreement,
                                      .targets = world->targets,
                                      .performance = world->performance,
                                      .transcript = world->transcript,
                                      .gaming = &world->gaming,
                                      .diary = &world->diary},
                                     area);
    record.ending = story::record_standpoint(world->population, world->standing, area);
    record.beginning = story::begin_where(beginning, record.ending);
    return record;
}

void write_table(TraceCommand const& command, TraceRequest const& request,
                 std::vector<story::AreaRecord> const& records, state::Pack const& pack)
{
    store::Table table{.header = list_move_columns()};
    for (std::size_t s = 0; s < records.size(); ++s) {
        add_moves(table, {request.study.scenarios[s].name, request.replicate, 1}, records[s].moves, pack);
    }
    store::write_file_durably(command.table, store::write_csv(table));
    fmt::print("\n{} moves written to {}\n", table.rows.size(), command.table);
}

void print_heading(TraceRequest const& request, std::string const& area)
{
    auto const& scenarios = request.study.scenarios;
    fmt::print("{}: one round under {}, replicate {}, seed {}\n", area, scenarios.front().name,
               request.replicate, request.seed);
    if (scenarios.size() > 1) {
        fmt::print("beside it {} under the same luck: what is the same stands once, what differs\n"
                   "in two columns, {} on the left\n",
                   scenarios.back().name, scenarios.front().name);
    }
    fmt::print("Values are in standard deviations of local taste, levels in sigma. A story shows how the\n"
               "model works; it is not what happened in the place that bears the name.\n\n");
}
}  // namespace

ExitCode trace(TraceCommand const& command)
{
    core::Problems problems;
    auto const request = read_request(command, problems);
    problems.throw_if_any();
    ModelSet const models{request.study};
    auto const& pack = models.history(0).round(0).pack();
    int const area = find_area(pack, command.area, problems);
    problems.throw_if_any();

    std::vector<story::AreaRecord> records;
    for (std::size_t s = 0; s < request.study.scenarios.size(); ++s) {
        records.push_back(trace_round(models.history(s).round(0), {request.seed, request.replicate, 0}, area));
    }
    story::Names const names{pack, area};
    print_heading(request, names.area());
    auto const first = story::tell_round(records.front(), names);
    if (records.size() == 1) {
        fmt::print("{}", write_story(first));
    } else {
        fmt::print("{}\n", write_stories(first, story::tell_round(records.back(), names)));
        auto const& scenarios = request.study.scenarios;
        fmt::print("{}", write_story({story::tell_differences(records.front(), scenarios.front().name,
                                                              records.back(), scenarios.back().name, names)}));
    }
    if (!command.table.empty()) write_table(command, request, records, pack);
    return ExitCode::success;
}
}  // namespace concordat::cli
