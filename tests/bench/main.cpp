#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

#include "models/cycle/model.hpp"
#include "models/cycle/round_params.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/pack_reader.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "sim/config/parameter_file.hpp"
#include "sim/engine/executor.hpp"
#include "sim/engine/run_cells.hpp"
#include "tests/bench/least_work.hpp"
#include "tests/bench/reference_kernels.hpp"
#include "tests/bench/stages.hpp"

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

void print_kernels(KernelCosts const& costs)
{
    fmt::print("  reference kernel [ns]   normal {:.2f}, uniform {:.2f}, root {:.2f}, division {:.2f}, "
               "exp {:.2f} (libm {:.2f}, {:.1f} times), log {:.2f} (libm {:.2f}, {:.1f} times), multiply-add {:.3f}\n",
               costs.normal, costs.uniform, costs.root, costs.division, costs.exponential, costs.libm_exponential,
               costs.libm_exponential / costs.exponential, costs.logarithm, costs.libm_logarithm,
               costs.libm_logarithm / costs.logarithm, costs.multiply_add);
}

void print_floor(LeastWork const& least, SolverWork const& solver, KernelCosts const& costs, double round)
{
    fmt::print("  least work of a round   {:.0f} k normals, {:.0f} k uniforms, {:.0f} k roots, {:.0f} k divisions, "
               "{:.0f} k exps, {:.0f} k multiply-adds ({:.1f} passes an area, {:.1f} sweeps a pass)\n",
               least.normals / 1e3, least.uniforms / 1e3, least.roots / 1e3, least.divisions / 1e3,
               least.exponentials / 1e3, least.multiply_adds / 1e3, solver.passes / solver.blocks,
               solver.sweeps / solver.passes);
    double const floor = least.floor(costs);
    fmt::print("  one round               {:.2f} ms, floor {:.2f} ms: {:.2f} times its floor\n", round, floor,
               round / floor);
}

void print_times(char const* title, std::vector<StageTime> const& times, double cells)
{
    fmt::print("  {}\n", title);
    for (auto const& stage : times) {
        fmt::print("    {:<21} {:6.2f} ms, {:6.1f} ns per area-indicator-year\n", stage.name, stage.ms,
                   1e6 * stage.ms / cells);
    }
}

void report(std::string const& name, std::uint32_t rounds)
{
    auto const model = load(name);
    auto const pack = std::make_shared<state::Pack const>(model->pack());
    constexpr int runs = 40;
    double const cells = static_cast<double>(pack->area_count() * pack->indicator_count()) * cycle::years_per_round;
    cycle::World world;
    model->furnish(world);
    KernelCosts const costs = measure_kernels();
    // The round whose least work is counted. Kernels take microseconds and find a quiet moment on any
    // machine; a round needs many tries.
    constexpr int tries = 120;
    state::Occasion const counted{1, 0, 0};
    double const round = time_round(*model, world, counted, tries);
    (void)take_solver_work(world);
    model->run_round(counted, world);
    auto const solver = take_solver_work(world);

    fmt::print("{}\n", name);
    print_kernels(costs);
    print_floor(count_least_work(*model, world, solver), solver, costs, round);
    print_times("stages", time_stages(*model, runs), cells);
    print_times("delivery by reward scheme", time_schemes(pack, model->params(), runs / 4), cells);
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
