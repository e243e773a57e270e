#include "tests/bench/least_work.hpp"

#include <cmath>

#include "models/cycle/round_params.hpp"
#include "models/delivery/technology.hpp"

namespace concordat::bench
{
namespace
{
constexpr double years = cycle::years_per_round;

/// Items, their producers, and pairs of producers: of everything, of items with a reward, and without one.
struct Pairs
{
    double count{};
    double producers{};
    double squares{};

    void add(double times, double producing)
    {
        count += times;
        producers += times * producing;
        squares += times * producing * producing;
    }
};

struct Sizes
{
    Pairs all{}, paid{}, unpaid{};
    double falsifiable{};  ///< [items] with a reward that some shortfall would be reported away
};

Sizes measure(cycle::Model const& model, cycle::World const& world, delivery::Technology const& technology)
{
    auto const& pack = model.pack();
    Sizes out;
    for (int j = 0; j < technology.indicators(); ++j) {
        out.all.add(static_cast<double>(pack.area_count()), static_cast<double>(technology.producers(j).size()));
    }
    for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            bool const pays = world.performance.reward(i, k) > 0.0;
            auto const producing = static_cast<double>(technology.producers(world.agreement.item(i, k)).size());
            (pays ? out.paid : out.unpaid).add(1.0, producing);
            if (pays && std::isfinite(world.gaming.curvature(i, k))) out.falsifiable += 1.0;
        }
    }
    return out;
}

void count_draws(cycle::Model const& model, Sizes const& sizes, double partners, LeastWork& out)
{
    auto const& pack = model.pack();
    auto const areas = static_cast<double>(pack.area_count());
    auto const indicators = static_cast<double>(pack.indicator_count());
    double const items = sizes.paid.count + sizes.unpaid.count;
    // Need, trend, two signals, two tastes; partners' tastes; the broker's error about every item;
    // luck of the items in every year; cost of a false report
    out.normals = 6.0 * areas * indicators + areas * partners + areas * indicators + years * items + sizes.falsifiable;
    // Spillovers; participation; evidence and last moves of the talks, one per item that is signed
    out.uniforms = indicators * indicators + years * areas * partners + items;
    out.exponentials += 3.0 * years * areas * partners + sizes.falsifiable;
}

/// Motives, powers and couplings of what is outside the agreement, and of slots: in every year, since beliefs
/// change; slots with a reward in every pass.
void count_planning(Sizes const& sizes, SolverWork const& solver, double areas, double partners, LeastWork& out)
{
    double const passes = solver.passes / solver.blocks;  // per area
    double const sweeps = solver.sweeps / solver.passes;  // per pass
    double const raised = passes * sizes.paid.producers + years * sizes.unpaid.producers;
    double const coupled = passes * sizes.paid.squares + years * sizes.unpaid.squares;
    double const items = sizes.paid.count + sizes.unpaid.count;
    out.roots += 2.0 * (raised + years * sizes.all.producers);
    out.divisions += 2.0 * raised;
    out.exponentials += passes * (sizes.paid.count + 4.0 * sizes.falsifiable);
    out.multiply_adds += 2.0 * coupled + 10.0 * raised;  // coupling; motives and slopes
    double const summed = 4.0 * (sizes.paid.producers + sizes.unpaid.producers) + 12.0 * items;
    out.multiply_adds += passes * summed;  // gains
    out.multiply_adds += passes * sweeps * areas * (partners * partners + 4.0 * partners);
    out.roots += passes * sweeps * areas * 2.0 * partners;
    out.multiply_adds += (years + 1.0) * 2.0 * sizes.all.squares;  // with and without the agreement
    out.multiply_adds += years * 10.0 * sizes.all.producers;  // motives outside, spending by fence
}

/// The bracketing solver: three points of a slot for a Newton step, all departments of an area for a sweep.
void count_bracketing(Sizes const& sizes, SolverWork const& solver, double departments, double partners, LeastWork& out)
{
    if (sizes.paid.count == 0.0) return;
    double const points = 3.0 * solver.residuals;
    double const producing = sizes.paid.producers / sizes.paid.count;
    out.roots += points * 2.0 * producing;
    out.multiply_adds += points * 6.0 * producing;
    out.exponentials += points * (1.0 + 4.0 * sizes.falsifiable / sizes.paid.count);
    out.multiply_adds += solver.area_sweeps * departments * partners * (partners + 4.0);
    out.roots += solver.area_sweeps * 2.0 * partners;
}

/// Gains, spillovers, prospects and sums of every area and indicator.
void count_living(cycle::World const& world, Sizes const& sizes, LeastWork& out)
{
    double const areas = static_cast<double>(world.population.trust.size());
    double const cells = sizes.all.count;
    double const links = static_cast<double>(world.population.spillovers.from.size());
    double const items = sizes.paid.count + sizes.unpaid.count;
    out.multiply_adds += (years + 1.0) * 4.0 * sizes.all.producers;  // gains outside, true and measured
    out.multiply_adds += (years + 1.0) * areas * links;
    out.multiply_adds += (12.0 + 2.0 + 3.0 * years) * cells;         // values, selection, adding up
    out.multiply_adds += years * 3.0 * 4.0 * cells;                  // three efforts that follow their best response
    out.multiply_adds += (years + 1.0) * 6.0 * cells;                // outlook
    out.multiply_adds += years * 4.0 * cells;                        // practice that spreads
    out.multiply_adds += years * 20.0 * items;                       // living the year, and learning from it
}
}  // namespace

SolverWork take_solver_work(cycle::World& world)
{
    SolverWork out;
    for (auto& memory : world.blocks) {
        auto& work = memory.work;
        out.blocks += 1.0;
        out.passes += static_cast<double>(work.passes);
        out.sweeps += static_cast<double>(work.sweeps);
        out.residuals += static_cast<double>(work.residuals);
        out.area_sweeps += static_cast<double>(work.area_sweeps);
        work.passes = work.sweeps = work.residuals = work.area_sweeps = 0;
    }
    return out;
}

double LeastWork::floor(KernelCosts const& costs) const
{
    constexpr double ms_per_ns = 1e-6;
    return ms_per_ns * (normals * costs.normal + uniforms * costs.uniform + roots * costs.root +
                        divisions * costs.division + exponentials * costs.exponential +
                        multiply_adds * costs.multiply_add);
}

LeastWork count_least_work(cycle::Model const& model, cycle::World const& world, SolverWork const& solver)
{
    delivery::Technology const technology{model.pack(), model.params().delivery.motives.council_share};
    double const partners = technology.partners();
    Sizes const sizes = measure(model, world, technology);
    LeastWork out;
    count_draws(model, sizes, partners, out);
    count_planning(sizes, solver, static_cast<double>(model.pack().area_count()), partners, out);
    count_bracketing(sizes, solver, technology.departments(), partners, out);
    count_living(world, sizes, out);
    return out;
}
}  // namespace concordat::bench
