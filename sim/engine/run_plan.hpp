#pragma once

#include <cstdint>

namespace concordat::engine
{
/// What happens when a cell throws.
enum class FailurePolicy
{
    stop_at_once,      ///< the first replicate that fails ends the run; those before it are kept
    finish_and_report  ///< the replicate is listed as failed, and the run goes on
};

/// In which order workers take cells. Results do not depend on it.
enum class CellOrder
{
    in_order,  ///< replicate-major: all scenarios of a replicate, then the next
    shuffled   ///< for tests: any order over the whole run, all rows held in memory
};

/// Which cells are run and how. Cell c is scenario c % n_scenarios of replicate c / n_scenarios.
struct RunPlan
{
    std::uint32_t first_replicate{};  ///< [index] where a resumed run goes on
    std::uint32_t replicates{};       ///< [count]
    std::uint32_t scenarios{};        ///< [count]
    std::uint32_t columns{};          ///< [doubles per cell]
    int threads{1};                   ///< [count] >= 1
    FailurePolicy failure_policy{FailurePolicy::finish_and_report};
    CellOrder order{CellOrder::in_order};
    std::uint64_t shuffle_seed{};     ///< used by `shuffled` only
};
}  // namespace concordat::engine
