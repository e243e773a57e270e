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
    request.study = set_up_study(study, {}, problems);
    return request;
}

/// Records one area of every round as it ends.
class AreaRecorder final : public cycle::RoundObserver
{
  public:
    AreaRecorder(int area, story::Standpoint const& start) : area_{area}, stand_{start} {}

    void see_round(std::size_t, cycle::Model const&, cycle::World const& world) override
    {
        auto record = story::record_area({.bargain = world.bargain,
                                          .agreement = world.agreement,
                                          .targets = world.targets,
                                          .performance = world.performance,
                                          .transcript = world.transcript,
                                          .gaming = &world.gaming,
                                          .diary = &world.diary},
                                         area_);
        record.ending = story::record_standpoint(world.population, world.standing, area_);
        record.beginning = story::begin_where(stand_, record.ending);
        stand_ = record.ending;
        records_.push_back(std::move(record));
    }
    void see_state(std::size_t, cycle::CarriedState&) override {}

    [[nodiscard]] std::vector<story::AreaRecord> take() { return std::move(records_); }

  private:
    int area_;
    story::Standpoint stand_;  ///< where the last round left the area
    std::vector<story::AreaRecord> records_{};
};

/// Runs every round with the record of moves on for one area.
std::vector<story::AreaRecord> trace_history(cycle::History const& history, TraceRequest const& request, int area)
{
    auto const world = std::make_unique<cycle::HistoryWorld>();
    history.furnish(*world);
    auto& first = world->rounds.front();
    history.round(0).draw_population({request.seed, request.replicate, 0}, first);
    AreaRecorder recorder{area, story::record_standpoint(first.population, first.standing, area)};
    for (auto& round : world->rounds) {
        round.transcript = {.on = true, .only_area = area};
        round.diary.area = area;
    }
    history.run({request.seed, request.replicate, request.seed, 0}, cycle::History::Ending::closed, *world, recorder);
    return recorder.take();
}

using Records = std::vector<std::vector<story::AreaRecord>>;  ///< per scenario, per round

void write_table(TraceCommand const& command, TraceRequest const& request, Records const& records,
                 state::Pack const& pack)
{
    store::Table table{.header = list_move_columns()};
    for (std::size_t s = 0; s < records.size(); ++s) {
        for (std::size_t k = 0; k < records[s].size(); ++k) {
            add_moves(table, {request.study.scenarios[s].name, request.replicate, k + 1}, records[s][k].moves, pack);
        }
    }
    store::write_file_durably(command.table, store::write_csv(table));
    fmt::print("\n{} moves written to {}\n", table.rows.size(), command.table);
}

void print_heading(TraceRequest const& request, std::string const& area)
{
    auto const& scenarios = request.study.scenarios;
    fmt::print("{} under {}, replicate {}, seed {}\n", area, scenarios.front().name, request.replicate, request.seed);
    if (scenarios.size() > 1) {
        fmt::print("beside it {} under the same luck: what is the same stands once, what differs\n"
                   "in two columns, {} on the left\n",
                   scenarios.back().name, scenarios.front().name);
    }
    fmt::print("Values are in standard deviations of local taste, levels in sigma. A story shows how the\n"
               "model works; it is not what happened in the place that bears the name.\n");
}

void print_rounds(TraceRequest const& request, Records const& records, story::Names const& names)
{
    auto const& scenarios = request.study.scenarios;
    auto const& rounds = scenarios.front().rounds;
    for (std::size_t k = 0; k < records.front().size(); ++k) {
        auto const& left = records.front()[k];
        if (rounds.size() > 1) fmt::print("\nRound {}: {} ({})\n", k + 1, rounds[k].name, rounds[k].from);
        auto const story = story::tell_round(left, names);
        if (records.size() == 1 || k >= records.back().size()) {
            fmt::print("\n{}", write_story(story));
            continue;
        }
        auto const& right = records.back()[k];
        fmt::print("\n{}\n", write_stories(story, story::tell_round(right, names)));
        fmt::print("{}", write_story({story::tell_differences(left, scenarios.front().name, right,
                                                              scenarios.back().name, names)}));
    }
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

    Records records;
    for (std::size_t s = 0; s < request.study.scenarios.size(); ++s) {
        records.push_back(trace_history(models.history(s), request, area));
    }
    story::Names const names{pack, area};
    print_heading(request, names.area());
    print_rounds(request, records, names);
    if (!command.table.empty()) write_table(command, request, records, pack);
    return ExitCode::success;
}
}  // namespace concordat::cli
