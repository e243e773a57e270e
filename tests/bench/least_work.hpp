#pragma once

#include "models/cycle/model.hpp"
#include "tests/bench/reference_kernels.hpp"

namespace concordat::bench
{
/// How much the delivery solver did in a round, summed over blocks of areas.
struct SolverWork
{
    double blocks{};
    double passes{};       ///< Newton passes
    double sweeps{};       ///< updates of the multipliers
    double residuals{};    ///< evaluations of a slot of one area in the bracketing solver
    double area_sweeps{};  ///< updates of the multipliers of one area in the bracketing solver
};

/// Reads the counters of the blocks and sets them to zero.
[[nodiscard]] SolverWork take_solver_work(cycle::World& world);

/// Arithmetic that a round cannot do without, by the model's equations and the passes that the solver took:
/// no reading, writing, sorting, gathering or branching.
struct LeastWork
{
    double normals{};
    double uniforms{};
    double roots{};
    double divisions{};
    double exponentials{};
    double multiply_adds{};

    /// [ms] at the costs of the reference kernels
    [[nodiscard]] double floor(KernelCosts const& costs) const;
};

/// \pre the world holds a finished round that took `solver`
[[nodiscard]] LeastWork count_least_work(cycle::Model const& model, cycle::World const& world, SolverWork const& solver);
}  // namespace concordat::bench
