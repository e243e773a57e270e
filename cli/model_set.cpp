#include "cli/model_set.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "cli/record_option.hpp"
#include "models/cycle/history.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/cycle/saved_state.hpp"
#include "models/incentives/contest_tables.hpp"
#include "models/scenario/pack_reader.hpp"

namespace concordat::cli
{
namespace
{
/// \param tables of the rounds
std::unique_ptr<cycle::History> build_history(std::shared_ptr<state::Pack const> const& pack,
                                              std::shared_ptr<incentives::ContestLibrary> const& contests,
                                              std::vector<config::ParameterTable> const& tables)
{
    std::vector<scenario::ModelParams> rounds;
    for (auto const& table : tables) {
        config::ParameterReader reader{table};
        rounds.push_back(scenario::bind_model(reader, contests));
    }
    return std::make_unique<cycle::History>(pack, rounds);
}

std::vector<config::ParameterTable> list_tables(StudyScenario const& scenario)
{
    std::vector<config::ParameterTable> tables;
    for (auto const& round : scenario.rounds) tables.push_back(round.parameters);
    return tables;
}

/// Tallies the rounds of one cell and hands over states where they are wanted.
class CellObserver final : public cycle::RoundObserver
{
  public:
    CellObserver(cycle::OutcomeTally const& tally, StateSaving saving, std::uint32_t replicate, std::span<double> row)
        : tally_{tally}, saving_{saving}, replicate_{replicate}, row_{row}
    {
    }

    void see_round(std::size_t round, cycle::Model const& model, cycle::World const& world) override
    {
        auto const columns = tally_.round_columns();
        tally_.tally(model, world, row_.subspan(round * columns, columns));
    }

    void see_state(std::size_t round, cycle::CarriedState& carried) override
    {
        if (saving_.writer != nullptr && round + 1 == saving_.after) saving_.writer->put(replicate_, cycle::write_record(carried));
    }

  private:
    cycle::OutcomeTally const& tally_;
    StateSaving saving_;
    std::uint32_t replicate_;
    std::span<double> row_;
};

/// Runs cells in worlds of its own: one for each round of each scenario while they are few, else
/// the scenarios take turns, so that memory does not grow with a design. All share one set of blocks.
class HistoryWorker final : public engine::CellWorker
{
  public:
    HistoryWorker(ModelSet const& models, std::uint64_t seed, StateSaving saving)
        : models_{models}, seed_{seed}, saving_{saving}
    {
    }

    void run(engine::Cell cell, std::span<double> row) override
    {
        try {
            run_history(cell, row);
        } catch (...) {
            if (saving_.writer != nullptr) saving_.writer->abandon();
            throw;
        }
    }

  private:
    static constexpr std::size_t most_worlds = 16;
    struct Seat
    {
        std::size_t scenario{};
        std::unique_ptr<cycle::HistoryWorld> world{};
    };

    void run_history(engine::Cell cell, std::span<double> row)
    {
        auto const kept = models_.history(cell.scenario, cell.replicate);
        auto const& history = *kept;
        auto& world = find_world(cell.scenario, history);
        cycle::Beginning beginning{seed_, cell.replicate, seed_, 0};
        if (auto const* const state = models_.state()) {
            cycle::read_record(state->record(cell.replicate), world.carried);
            beginning.population_seed = state->origin().population_seed;
            beginning.rounds_done = static_cast<std::uint32_t>(state->origin().rounds.size());
        }
        bool const last_is_saved = saving_.writer != nullptr && saving_.after == history.round_count();
        CellObserver observer{models_.tally(), saving_, cell.replicate, row};
        history.run(beginning, last_is_saved ? cycle::History::Ending::open : cycle::History::Ending::closed, world,
                    observer);
        blocks_ = std::move(world.blocks);
    }

    cycle::HistoryWorld& find_world(std::size_t scenario, cycle::History const& history)
    {
        auto const seats = std::max<std::size_t>(1, most_worlds / history.round_count());
        auto& seat = seats_[scenario % seats];
        bool const is_new = seat.world == nullptr || models_.has_ensemble();
        if (seat.world == nullptr) seat.world = std::make_unique<cycle::HistoryWorld>();
        seat.world->blocks = std::move(blocks_);
        if (is_new || seat.scenario != scenario) {
            seat.scenario = scenario;
            history.furnish(*seat.world);
            for (auto& round : seat.world->rounds) models_.tally().furnish(round);
        }
        return *seat.world;
    }

    ModelSet const& models_;
    std::uint64_t seed_;
    StateSaving saving_;
    std::map<std::size_t, Seat> seats_{};
    std::vector<cycle::BlockMemory> blocks_{};  ///< with the world that is being run
};

/// The states that a study goes on from, and only these.
std::unique_ptr<store::StateFileReader const> open_state(StudyRequest const& request)
{
    if (!request.from_state) return nullptr;
    auto const& use = *request.from_state;
    auto state = std::make_unique<store::StateFileReader const>(use.file);
    core::Problems problems;
    if (state->hash() != use.hash) {
        problems.add({.file = use.file.generic_string()}, "has changed since the study began",
                     "put it back as it was, or run the study anew");
    }
    problems.throw_if_any();
    return state;
}

void check_tables(store::StateFileReader const& state, cycle::History const& history, std::filesystem::path const& file)
{
    cycle::CarriedState shape;
    history.furnish(shape);
    if (state.origin().fields == cycle::list_fields(shape)) return;
    core::Problems problems;
    problems.add({.file = file.generic_string()},
                 fmt::format("holds other tables than this version of the program ({}) carries between rounds; it was "
                             "saved by version {}",
                             CONCORDAT_VERSION, state.origin().program_version),
                 "save the state again");
    problems.throw_if_any();
}
}  // namespace

std::vector<std::string> name_periods(StudyRequest const& request, std::size_t rounds_done)
{
    auto const count = request.round_count();
    if (count == 1 && rounds_done == 0 && !request.scenarios.front().is_history()) return {"round"};
    std::vector<std::string> periods;
    for (std::size_t k = 0; k < count; ++k) {
        auto const& name = request.scenarios.front().rounds[k].name;
        bool const shared = std::all_of(request.scenarios.begin(), request.scenarios.end(),
                                        [&](StudyScenario const& one) { return one.rounds[k].name == name; });
        periods.push_back(fmt::format("round {}", rounds_done + k + 1) + (shared ? ": " + name : ""));
    }
    return periods;
}

ModelSet::ModelSet(StudyRequest const& request)
    : pack_{std::make_shared<state::Pack const>(scenario::read_pack(request.pack.folder))},
      contests_{std::make_shared<incentives::ContestLibrary>()},
      ensemble_{request.ensemble},
      state_{open_state(request)}
{
    core::Problems problems;
    for (auto const& scenario : request.scenarios) {
        try {
            auto tables = list_tables(scenario);
            histories_.push_back(build_history(pack_, contests_, tables));
            if (ensemble_) tables_.push_back(std::move(tables));
        } catch (core::InputError const& error) {
            problems.append(error.problems());
        }
    }
    problems.throw_if_any();
    contests_->close();
    if (state_ != nullptr) check_tables(*state_, *histories_.front(), request.from_state->file);
    auto const rounds_done = state_ == nullptr ? 0 : state_->origin().rounds.size();
    auto const record = read_record(request.groupings, problems);
    problems.throw_if_any();
    tally_ = std::make_unique<cycle::OutcomeTally>(*pack_, record, name_periods(request, rounds_done));
}

ModelSet::~ModelSet() = default;

std::shared_ptr<cycle::History const> ModelSet::history(std::size_t scenario, std::uint32_t replicate) const
{
    if (!ensemble_) return {std::shared_ptr<cycle::History const>{}, histories_.at(scenario).get()};
    auto tables = tables_.at(scenario);
    for (auto& table : tables) scenario::apply_point(table, *ensemble_, ensemble_->point_of(replicate));
    return build_history(pack_, contests_, tables);
}

cycle::History const& ModelSet::history(std::size_t scenario) const
{
    return *histories_.at(scenario);
}
store::Schema const& ModelSet::schema() const
{
    return tally_->schema();
}

engine::WorkerFactory make_worker_factory(ModelSet const& models, std::uint64_t master_seed,
                                          StateSaving saving)
{
    return [&models, master_seed, saving] {
        return std::make_unique<HistoryWorker>(models, master_seed, saving);
    };
}

}  // namespace concordat::cli
