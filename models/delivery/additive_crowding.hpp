#pragma once

#include <limits>
#include <span>
#include <vector>

namespace concordat::delivery
{
/// Tasks of one agent that crowd each other: cost (c/2) [(1 - d) sum e_j^2 + d S^2], S = sum e_j.
struct TaskCosts
{
    double effort_cost{};   ///< c > 0
    double substitution{};  ///< d in [0, 1): 0 tasks do not touch each other, near 1 only the best
                            ///< is done
    double most_effort{std::numeric_limits<double>::infinity()};  ///< [effort points] limit on S
};

/// Exact best response to the motives of each task (water-filling):
/// e_j = max(0, M_j - m) / (c (1 - d)), with m = c d S, or larger where the limit on S binds.
/// For two tasks this is Holmstrom and Milgrom's model, corner included.
///
/// The planner does not use it: partners' tasks there compete through budgets. It is the benchmark
/// for that substitution (T13).
/// Source: Holmstrom and Milgrom (1991), J. Law Econ. Org. 7, 24-52, docs/methods/verification.md
class AdditiveCrowding
{
  public:
    /// \pre c > 0, 0 <= d < 1, limit > 0
    explicit AdditiveCrowding(TaskCosts params);

    struct Response
    {
        std::vector<double> effort{};  ///< [effort points] per task
        double price{};                ///< m, the motive that a task must exceed to be done
    };
    /// \param motives [effort points per unit] M_j, in any order
    [[nodiscard]] Response respond(std::span<double const> motives) const;

  private:
    /// m if the `active` tasks with the largest motives, of sum `sum`, are done.
    [[nodiscard]] double price(double sum, int active) const;
    TaskCosts params_;
};
}  // namespace concordat::delivery
