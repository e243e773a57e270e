#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"
#include "models/cycle/round_params.hpp"
#include "models/delivery/technology.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/pack_reader.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/parameter_file.hpp"
#include "sim/engine/executor.hpp"
#include "sim/engine/run_cells.hpp"
#include "tests/bench/reference_kernels.hpp"

/// England rounds per second, and how far a round is from the least work that it must do.
namespace concordat::bench
{
namespace
{
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

std::shared_ptr<cycle::Model const> load(std::string const& name)
{
    core::Problems problems;
    std::string const root = CONCORDAT_SOURCE_DIR "/scenarios";
    scenario::Catalogue const catalogue{root, problems};
    auto const table = config::load_parameters(root + "/parameters", problems);
    auto const expression = scenario::parse_expression(name, catalogue, problems);
    problems.throw_if_any();
    auto const resolved = scenario::resolve_scenario(*expression, catalogue, table, {}, problems);
    problems.throw_if_any();
    config::ParameterReader reader{resolved->rounds.front().parameters};
    auto const pack = std::make_shared<state::Pack const>(scenario::read_pack(resolved->pack_folder));
    return std::make_shared<cycle::Model const>(pack, scenario::bind_model(reader));
}

/// A worker that runs rounds and keeps one number.
class RoundWorker final : public engine::CellWorker
{
  public:
    explicit RoundWorker(std::shared_ptr<cycle::Model const> model) : model_{std::move(model)} { model_->furnish(world_); }
    void run(engine::Cell cell, std::span<double> row) override
    {
        model_->run_round({1, cell.replicate, 0}, world_);
        row[0] = world_.performance.true_gain(0, 0);
    }

  private:
    std::shared_ptr<cycle::Model const> model_;
    cycle::World world_{};
};

class Discard final : public engine::RowSink
{
  public:
    void accept(engine::ReplicateResult const& result) override { sum_ += result.values[0]; }
    double sum_{};
};

double rounds_per_second(std::shared_ptr<cycle::Model const> const& model, int threads, std::uint32_t rounds)
{
    double best = 0.0;
    for (int run = 0; run < 3; ++run) {
        engine::RunPlan plan;
        plan.replicates = rounds;
        plan.scenarios = 1;
        plan.columns = 1;
        plan.threads = threads;
        auto const executor = engine::make_tbb_executor();
        Discard sink;
        auto const start = Clock::now();
        (void)engine::run_cells(plan, [&] { return std::make_unique<RoundWorker>(model); }, sink, *executor);
        best = std::max(best, rounds / seconds_since(start));
    }
    return best;
}

/// What a round cannot do without, counted from A, J, P, the years, the agreements, and the passes and
/// sweeps that the solver took (`solves` per area and round, `sweeps` per pass).
struct Counts
{
    double normals{};
    double uniforms{};
    double roots{};
    double exponentials{};
    double multiply_adds{};
};

Counts count_work(cycle::Model const& model, cycle::World const& world, double solves, double sweeps)
{
    auto const& pack = model.pack();
    delivery::Technology const technology{pack, 0.5};
    double const areas = static_cast<double>(pack.area_count());
    double const indicators = static_cast<double>(pack.indicator_count());
    double const partners = technology.partners();
    double const years = cycle::years_per_round;
    double items = 0.0, item_pairs = 0.0, item_squares = 0.0, pairs = 0.0, squares = 0.0;
    for (int j = 0; j < technology.indicators(); ++j) {
        double const producers = static_cast<double>(technology.producers(j).size());
        pairs += areas * producers;
        squares += areas * producers * producers;
        for (std::size_t i = 0; i < pack.area_count(); ++i) {
            if (world.agreement.selected(static_cast<Eigen::Index>(i), j) == 0) continue;
            items += 1.0;
            item_pairs += producers;
            item_squares += producers * producers;
        }
    }
    double const links = static_cast<double>(world.population.spillovers.from.size());
    Counts out;
    // need, trend, two signals, two tastes; luck of the items in every year
    out.normals = 6.0 * areas * indicators + years * items;
    out.uniforms = indicators * indicators + years * areas * partners;
    // A and D part of every producer's power: items every pass, the rest once
    out.roots = 2.0 * (solves * item_pairs + pairs);
    out.exponentials = solves * items;
    out.multiply_adds =
        solves * (2.0 * item_squares + 14.0 * item_pairs + 12.0 * items) +  // coupling, motives, gains and slopes
        solves * sweeps * areas * (partners * partners + 4.0 * partners) +  // multipliers
        2.0 * 2.0 * squares + 6.0 * pairs +                                 // constant part, with and without the agreement
        (years + 1.0) * 2.0 * pairs +                                       // gains outside
        (years + 1.0) * areas * links +                                     // spillovers
        (12.0 + 2.0 + 3.0 * years) * areas * indicators +                   // values, selection, adding up
        years * 10.0 * items;                                               // living the year
    return out;
}

double floor_of(Counts const& counts, KernelCosts const& costs)
{
    constexpr double ms_per_ns = 1e-6;
    return ms_per_ns * (counts.normals * costs.normal + counts.uniforms * costs.uniform + counts.roots * costs.root +
                        counts.exponentials * costs.exponential + counts.multiply_adds * costs.multiply_add);
}

template <class Work>
double best_ms(int runs, Work const& work)
{
    double best = 1e300;
    for (int run = 0; run < runs; ++run) {
        auto const start = Clock::now();
        work(static_cast<std::uint32_t>(run));
        best = std::min(best, 1e3 * seconds_since(start));
    }
    return best;
}

void report(std::string const& name, std::uint32_t rounds)
{
    auto const model = load(name);
    cycle::World world;
    model->furnish(world);
    constexpr int runs = 40;
    auto const& pack = model->pack();
    double const cells = static_cast<double>(pack.area_count() * pack.indicator_count()) * cycle::years_per_round;
    KernelCosts const costs = measure_kernels();
    double const negotiation = best_ms(runs, [&](std::uint32_t r) { model->agree({1, r, 0}, world); });
    measurement::ShockSampler const shocks{pack, model->params().shocks, cycle::years_per_round};
    double const measured =
        best_ms(runs, [&](std::uint32_t r) { shocks.draw({1, r, 0}, world.population, world.agreement, world.shocks); });
    double const round = best_ms(runs, [&](std::uint32_t r) { model->run_round({1, r, 0}, world); });
    for (auto& memory : world.blocks) memory.work.passes = memory.work.sweeps = 0;
    model->run_round({1, 0, 0}, world);
    double passes = 0.0, sweeps = 0.0;
    for (auto const& memory : world.blocks) {
        passes += static_cast<double>(memory.work.passes);
        sweeps += static_cast<double>(memory.work.sweeps);
    }
    double const blocks = static_cast<double>((pack.area_count() + core::lane_count - 1) / core::lane_count);
    double const solves = passes / blocks, mean_sweeps = sweeps / passes;
    cycle::OutcomeTally const tally{pack, {cycle::Grouping::region}};
    std::vector<double> row(tally.schema().columns.size());
    double const output = best_ms(runs, [&](std::uint32_t) { tally.tally(*model, world, row); });
    Counts const counts = count_work(*model, world, solves, mean_sweeps);
    double const floor = floor_of(counts, costs);

    fmt::print("{}\n", name);
    fmt::print("  reference kernel [ns]   normal {:.2f}, uniform {:.2f}, root {:.2f}, exp {:.2f} (libm {:.2f}, {:.1f} times), "
               "log {:.2f} (libm {:.2f}, {:.1f} times), multiply-add {:.3f}\n",
               costs.normal, costs.uniform, costs.root, costs.exponential, costs.libm_exponential,
               costs.libm_exponential / costs.exponential, costs.logarithm, costs.libm_logarithm,
               costs.libm_logarithm / costs.logarithm, costs.multiply_add);
    fmt::print("  least work of a round   {:.0f} k normals, {:.0f} k uniforms, {:.0f} k roots, {:.0f} k exps, {:.0f} k multiply-adds "
               "({:.1f} passes a round, {:.1f} sweeps a pass)\n",
               counts.normals / 1e3, counts.uniforms / 1e3, counts.roots / 1e3, counts.exponentials / 1e3,
               counts.multiply_adds / 1e3, solves, mean_sweeps);
    fmt::print("  one round               {:.2f} ms, floor {:.2f} ms: {:.2f} times its floor\n", round, floor, round / floor);
    double const solver = round - negotiation - measured;
    auto const line = [&](char const* what, double ms) {
        fmt::print("  {:<23} {:.2f} ms, {:.1f} ns per area-indicator-year\n", what, ms, 1e6 * ms / cells);
    };
    line("negotiation", negotiation);
    line("solver and settlement", solver);
    line("measurement", measured);
    line("output", output);
    double const one = rounds_per_second(model, 1, rounds);
    double const two = rounds_per_second(model, 2, rounds);
    fmt::print("  England rounds a second {:.0f} on 1 thread, {:.0f} on 2 threads: {:.2f} times\n", one, two, two / one);
}
}  // namespace
}  // namespace concordat::bench

int main(int argc, char** argv)
{
    try {
        std::uint32_t const rounds = argc > 2 ? static_cast<std::uint32_t>(std::atoi(argv[2])) : 200;
        concordat::bench::report(argc > 1 ? argv[1] : "laa_2008", rounds);
        return 0;
    } catch (std::exception const& error) {
        fmt::print(stderr, "{}\nusage: concordat_bench [SCENARIO] [ROUNDS]   for example: concordat_bench laa_2008 200\n",
                   error.what());
        return 2;
    }
}
