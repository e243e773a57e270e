#include "cli/model_set.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "cli/option_values.hpp"
#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/scenario/pack_reader.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
std::vector<cycle::Grouping> find_groupings(std::vector<std::string> const& words)
{
    auto const& names = cycle::grouping_names();
    std::vector<cycle::Grouping> groupings;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::find(words.begin(), words.end(), names[i]) == words.end()) continue;
        groupings.push_back(static_cast<cycle::Grouping>(i));
    }
    return groupings;
}

std::unique_ptr<cycle::Model> build_model(std::shared_ptr<state::Pack const> const& pack,
                                          config::ParameterTable const& parameters)
{
    config::ParameterReader reader{parameters};
    return std::make_unique<cycle::Model>(pack, scenario::bind_model(reader));
}

/// Runs cells in worlds of its own: one for each model while they are few, else the worlds take
/// turns, so that memory does not grow with a design.
class RoundWorker final : public engine::CellWorker
{
  public:
    RoundWorker(ModelSet const& models, std::uint64_t seed) : models_{models}, seed_{seed} {}

    void run(engine::Cell cell, std::span<double> row) override
    {
        auto const& model = models_.model(cell.scenario);
        auto& world = find_world(cell.scenario, model);
        model.run_round({seed_, cell.replicate, 0}, world);
        models_.tally().tally(model, world, row);
    }

  private:
    static constexpr std::size_t most_worlds = 16;
    struct Seat
    {
        std::size_t scenario{};
        std::unique_ptr<cycle::World> world{};
    };

    cycle::World& find_world(std::size_t scenario, cycle::Model const& model)
    {
        auto& seat = seats_[scenario % most_worlds];
        if (seat.world == nullptr || seat.scenario != scenario) {
            seat = {scenario, std::make_unique<cycle::World>()};
            model.furnish(*seat.world);
        }
        return *seat.world;
    }

    ModelSet const& models_;
    std::uint64_t seed_;
    std::map<std::size_t, Seat> seats_{};
};
}  // namespace

ModelSet::ModelSet(StudyRequest const& request)
{
    auto const pack = std::make_shared<state::Pack const>(scenario::read_pack(request.pack.folder));
    core::Problems problems;
    for (auto const& scenario : request.scenarios) {
        try {
            models_.push_back(build_model(pack, scenario.parameters));
        } catch (core::InputError const& error) {
            problems.append(error.problems());
        }
    }
    problems.throw_if_any();
    tally_ = std::make_unique<cycle::OutcomeTally>(*pack, find_groupings(request.groupings));
}

ModelSet::~ModelSet() = default;

cycle::Model const& ModelSet::model(std::size_t scenario) const
{
    return *models_.at(scenario);
}
store::Schema const& ModelSet::schema() const
{
    return tally_->schema();
}

engine::WorkerFactory make_worker_factory(ModelSet const& models, std::uint64_t master_seed)
{
    return [&models, master_seed] { return std::make_unique<RoundWorker>(models, master_seed); };
}

void check_groupings(std::vector<std::string> const& groupings, core::Problems& problems)
{
    auto const& names = cycle::grouping_names();
    for (auto const& word : groupings) {
        if (std::find(names.begin(), names.end(), word) != names.end()) continue;
        auto hint = suggest(word, names);
        if (hint.empty()) hint = fmt::format("there are {}", fmt::join(names, ", "));
        problems.add({.file = "--record"}, fmt::format("unknown grouping {}", config::quote(word)),
                     std::move(hint));
    }
}
}  // namespace concordat::cli
