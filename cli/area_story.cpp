#include "cli/area_story.hpp"

#include <fmt/format.h>

#include <memory>

#include "cli/story_text.hpp"
#include "cli/transcript_table.hpp"
#include "models/cycle/history.hpp"
#include "models/cycle/saved_state.hpp"
#include "models/story/comparison.hpp"
#include "models/story/recording.hpp"
#include "models/story/teller.hpp"
#include "sim/store/state_file.hpp"

namespace concordat::cli
{
namespace
{
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
                                          .diary = &world.diary,
                                          .joint = &world.joint},
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

/// Brings the first world to where the replicate starts: anew, or from saved states.
cycle::Beginning begin(cycle::History const& history, store::StateFileReader const* state, ToldLuck luck,
                       cycle::HistoryWorld& world)
{
    cycle::Beginning beginning{luck.seed, luck.replicate, luck.seed, 0};
    auto& first = world.rounds.front();
    if (state == nullptr) {
        history.round(0).draw_population({luck.seed, luck.replicate, 0}, first);
        return beginning;
    }
    cycle::read_record(state->record(luck.replicate), world.carried);
    beginning.population_seed = state->origin().population_seed;
    beginning.rounds_done = static_cast<std::uint32_t>(state->origin().rounds.size());
    world.carried.give(history.round(0), {beginning.population_seed, luck.replicate, 0},
                       {luck.seed, luck.replicate, beginning.rounds_done}, first);
    return beginning;
}

/// Runs every round with the record of moves on for one area.
std::vector<story::AreaRecord> trace_history(cycle::History const& history, store::StateFileReader const* state,
                                             ToldLuck luck, int area)
{
    auto const world = std::make_unique<cycle::HistoryWorld>();
    history.furnish(*world);
    auto const beginning = begin(history, state, luck, *world);
    auto const& first = world->rounds.front();
    AreaRecorder recorder{area, story::record_standpoint(first.population, first.standing, area)};
    for (auto& round : world->rounds) {
        round.transcript = {.on = true, .only_area = area};
        round.diary.area = area;
    }
    history.run(beginning, cycle::History::Ending::closed, *world, recorder);
    return recorder.take();
}
}  // namespace

AreaStory::AreaStory(StudyRequest const& request, ModelSet const& models, ToldLuck luck, int area)
    : request_{request}, pack_{models.history(0).round(0).pack()}, luck_{luck}, area_{area}
{
    auto const* const state = models.state();
    if (state != nullptr) rounds_done_ = state->origin().rounds.size();
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        records_.push_back(trace_history(*models.history(s, luck.replicate), state, luck, area));
    }
}

std::string AreaStory::text() const
{
    auto text = heading();
    for (std::size_t k = 0; k < records_.front().size(); ++k) text += round_text(k);
    return text;
}

store::Table AreaStory::moves() const
{
    store::Table table{.header = list_move_columns()};
    for (std::size_t s = 0; s < records_.size(); ++s) {
        for (std::size_t k = 0; k < records_[s].size(); ++k) {
            add_moves(table, {request_.scenarios[s].name, luck_.replicate, rounds_done_ + k + 1}, records_[s][k].moves, pack_);
        }
    }
    return table;
}

std::string AreaStory::heading() const
{
    auto const& scenarios = request_.scenarios;
    auto text = fmt::format("{} under {}, replicate {}, seed {}\n", story::Names{pack_, area_}.area(),
                            scenarios.front().name, luck_.replicate, luck_.seed);
    if (scenarios.size() > 1) {
        text += fmt::format("beside it {} under the same luck: what is the same stands once, what differs\n"
                            "in two columns, {} on the left\n",
                            scenarios.back().name, scenarios.front().name);
    }
    return text + "Values are in standard deviations of local taste, levels in sigma. A story shows how the\n"
                  "model works; it is not what happened in the place that bears the name.\n";
}

std::string AreaStory::round_text(std::size_t k) const
{
    auto const& scenarios = request_.scenarios;
    auto const& rounds = scenarios.front().rounds;
    story::Names const names{pack_, area_};
    auto const& left = records_.front()[k];
    std::string text;
    if (rounds.size() > 1) {
        text = fmt::format("\nRound {}: {} ({})\n", rounds_done_ + k + 1, rounds[k].name, rounds[k].from);
    }
    auto const story = story::tell_round(left, names);
    if (records_.size() == 1 || k >= records_.back().size()) return text + "\n" + write_story(story);
    auto const& right = records_.back()[k];
    return text + fmt::format("\n{}\n", write_stories(story, story::tell_round(right, names))) +
           write_story({story::tell_differences(left, scenarios.front().name, right, scenarios.back().name, names)});
}
}  // namespace concordat::cli
