#pragma once

#include <vector>

#include "models/cycle/delivery_run.hpp"
#include "tests/support/england.hpp"

namespace concordat::support
{
/// England's delivery alone, on agreements and luck that stay the same.
class EnglandDelivery
{
  public:
    static constexpr int areas = 150;
    static constexpr state::Occasion when{.master_seed = 2008, .replicate = 3, .round = 0};

    explicit EnglandDelivery(behaviour::BehaviourParams const& behaviour = {},
                             scenario::ModelParams const& params = quiet_params())
        : run{params},
          technology{*england(), params.delivery.motives.council_share},
          delivery{*england(), params.incentives, technology, params.delivery, behaviour}
    {
        run.run(when.replicate);
        world().keeps_years = true;
        delivery.furnish(world());
    }
    cycle::World& world() { return run.world; }
    void years(int count)
    {
        delivery.open(world());
        for (int t = 0; t < count; ++t) delivery.run_year(when, world(), t);
    }
    void round()
    {
        delivery.run(when, world());
    }
    /// True gains of the last year, every area and indicator [sigma per round].
    std::vector<double> gains()
    {
        std::vector<double> out;
        for (auto const& memory : world().blocks) {
            for (auto const& gain : memory.lived.gain) {
                for (std::size_t lane = 0; lane < core::lane_count; ++lane) {
                    if (memory.work.first_area + static_cast<int>(lane) < areas) out.push_back(gain[lane]);
                }
            }
        }
        return out;
    }
    double sum(state::PerArea const& column) { return column.head(areas).sum(); }

    EnglandRun run;
    delivery::Technology technology;
    cycle::DeliveryRun delivery;
};

/// All that a round of delivery leaves, as one list of numbers.
inline std::vector<double> outputs_of(cycle::World const& world)
{
    std::vector<double> out;
    auto const& done = world.performance;
    for (auto const* table : {&done.measured, &done.outcome, &done.reported, &done.payment, &done.true_gain,
                              &done.spillover, &done.baseline_gain, &done.expected_payment}) {
        out.insert(out.end(), table->data(), table->data() + table->size());
    }
    for (auto const* column : {&done.effort, &done.slack_effort, &done.agreement_effort, &done.partners_in}) {
        out.insert(out.end(), column->data(), column->data() + column->size());
    }
    return out;
}
}  // namespace concordat::support
