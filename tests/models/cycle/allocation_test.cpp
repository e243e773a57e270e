#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>
#include <optional>

#include "tests/support/england.hpp"

/// Counts every allocation of this program while `counting` is set: a worker that has run once must
/// not allocate inside a replicate.
namespace
{
std::atomic<bool> counting{false};
std::atomic<long> allocations{0};

void* allocate(std::size_t size, std::size_t alignment)
{
    if (counting) ++allocations;
    std::size_t const rounded = (size + alignment - 1) / alignment * alignment;
    void* const place = std::aligned_alloc(alignment, rounded == 0 ? alignment : rounded);
    if (place == nullptr) throw std::bad_alloc{};
    return place;
}
}  // namespace

void* operator new(std::size_t size) { return allocate(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, std::align_val_t alignment)
{
    return allocate(size, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t size, std::nothrow_t const&) noexcept
{
    if (counting) ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* place) noexcept { std::free(place); }
void operator delete(void* place, std::nothrow_t const&) noexcept { std::free(place); }
void operator delete(void* place, std::size_t) noexcept { std::free(place); }
void operator delete(void* place, std::align_val_t) noexcept { std::free(place); }
void operator delete(void* place, std::size_t, std::align_val_t) noexcept { std::free(place); }

namespace concordat::cycle
{
namespace
{
long allocations_in_a_round(incentives::SchemeKind scheme, behaviour::EffortRule rule = {}, double lagged = 0.0,
                            selection::ProtocolKind protocol = selection::ProtocolKind::joint_package,
                            std::optional<behaviour::EffortRule> partners = {})
{
    auto params = support::baseline_params();
    params.incentives.scheme = scheme;
    params.behaviour.effort.rule = rule;
    params.behaviour.effort.partners = partners;
    params.behaviour.innovation.rate = lagged;
    params.population.indicators.lag_one = core::Share{lagged};
    params.selection.kind = protocol;
    support::EnglandRun run{params};
    OutcomeTally const tally{run.model.pack(), {Grouping::region}};
    std::vector<double> row(tally.schema().column_count());
    for (std::uint32_t r = 0; r < 3; ++r) {
        run.run(r);
        tally.tally(run.model, run.world, row);
    }
    allocations = 0;
    counting = true;
    run.run(0);
    tally.tally(run.model, run.world, row);
    counting = false;
    return allocations;
}
}  // namespace

TEST(Allocation, ThereIsNoneInsideAReplicateOnceAWorldIsFurnished)
{
    EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::threshold), 0);
    EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::pro_rata), 0);
    EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::pooled), 0);
    EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::tournament), 0);
    for (auto const protocol : {selection::ProtocolKind::brokered_rounds, selection::ProtocolKind::alternating_offers,
                                selection::ProtocolKind::double_auction, selection::ProtocolKind::dictator}) {
        EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::threshold, {}, 0.0, protocol), 0);
    }
}

TEST(Allocation, ThereIsNoneWhereEffortsFollowSlowly)
{
    for (auto const rule : {behaviour::EffortRule::adaptive, behaviour::EffortRule::aspiration}) {
        EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::threshold, rule, 0.1), 0);
        EXPECT_EQ(allocations_in_a_round(incentives::SchemeKind::threshold, rule, 0.1,
                                         selection::ProtocolKind::joint_package, behaviour::EffortRule::equilibrium),
                  0);
    }
}

TEST(Allocation, IsSeenByTheCounter)
{
    allocations = 0;
    counting = true;
    auto const* const something = new std::vector<double>(100);
    counting = false;
    delete something;
    EXPECT_GT(allocations, 1);
}
}  // namespace concordat::cycle
