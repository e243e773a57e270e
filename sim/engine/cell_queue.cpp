#include "sim/engine/cell_queue.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "sim/core/check.hpp"

namespace concordat::engine
{
namespace
{
constexpr std::uint64_t cells_ahead_per_thread = 4;  ///< room for cells that take longer than others

/// [replicates] Enough for every thread to have some cells ahead of the slowest.
std::uint64_t window_size(RunPlan const& plan)
{
    if (plan.order == CellOrder::shuffled) return std::max<std::uint64_t>(1, plan.replicates);
    auto const ahead = cells_ahead_per_thread * static_cast<std::uint64_t>(plan.threads);
    return std::min<std::uint64_t>(std::max(1U, plan.replicates), (ahead + plan.scenarios - 1) / plan.scenarios + 1);
}

/// SplitMix64's finaliser (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195): a bijection, so that
/// sorting by it gives a permutation without a generator.
std::uint64_t scramble(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}
}  // namespace

CellQueue::CellQueue(RunPlan const& plan, std::atomic<bool> const* stop)
    : plan_{plan}, stop_{stop}, total_{std::uint64_t{plan.replicates} * plan.scenarios}, limit_{total_}, workers_{plan.threads}
{
    core::require(plan.scenarios > 0 && plan.columns > 0 && plan.threads > 0, "a run has scenarios, columns and threads");
    core::require(plan.replicates <= UINT32_MAX - plan.first_replicate, "replicate numbers have 32 bits");
    slots_.resize(window_size(plan));
    rows_.resize(slots_.size() * plan.scenarios * plan.columns);
    if (plan.order == CellOrder::shuffled) make_order();
}

void CellQueue::make_order()
{
    order_.resize(total_);
    std::iota(order_.begin(), order_.end(), std::uint64_t{0});
    auto const seed = scramble(plan_.shuffle_seed);
    std::sort(order_.begin(), order_.end(),
              [seed](auto a, auto b) { return scramble(a ^ seed) < scramble(b ^ seed); });
}

std::uint64_t CellQueue::cell_at(std::uint64_t position) const { return order_.empty() ? position : order_[position]; }

void CellQueue::note_stop_request()
{
    if (stop_noted_ || stop_ == nullptr || !stop_->load(std::memory_order_relaxed)) return;
    stop_noted_ = true;
    limit_to_those_begun();
}

void CellQueue::limit_to_those_begun()
{
    // In order, the replicate under way is finished in all scenarios. Shuffled, many are under way:
    // those that are not yet drained are given up.
    auto const replicates = order_.empty() ? (position_ + plan_.scenarios - 1) / plan_.scenarios : drained_;
    limit_ = std::min(limit_, replicates * plan_.scenarios);
    news_.notify_one();
}

std::optional<Cell> CellQueue::take()
{
    std::unique_lock lock{mutex_};
    for (;;) {
        note_stop_request();
        while (position_ < total_ && cell_at(position_) >= limit_) ++position_;
        if (error_ || position_ >= total_) return std::nullopt;
        auto const cell = cell_at(position_);
        auto const replicate = cell / plan_.scenarios;
        if (replicate < drained_ + slots_.size()) {
            ++position_;
            ++taken_;
            most_rows_held_ = std::max(most_rows_held_, taken_ - drained_ * plan_.scenarios);
            return Cell{static_cast<std::uint32_t>(plan_.first_replicate + replicate),
                        static_cast<std::uint32_t>(cell % plan_.scenarios)};
        }
        room_.wait(lock);
    }
}

std::span<double> CellQueue::row(Cell cell)
{
    auto const slot = (cell.replicate - plan_.first_replicate) % slots_.size();
    return std::span{rows_}.subspan((slot * plan_.scenarios + cell.scenario) * plan_.columns, plan_.columns);
}

void CellQueue::note_done(Cell cell)
{
    ++slot_of(cell.replicate - plan_.first_replicate).cells_done;
    ++cells_done_;
    news_.notify_one();
}

void CellQueue::finish(Cell cell)
{
    std::lock_guard const lock{mutex_};
    note_done(cell);
}

void CellQueue::fail(Cell cell, std::string message)
{
    std::lock_guard const lock{mutex_};
    auto const replicate = cell.replicate - plan_.first_replicate;
    auto& failures = slot_of(replicate).failures;
    failures.push_back({cell.replicate, cell.scenario, std::move(message)});
    std::sort(failures.begin(), failures.end(), [](auto const& a, auto const& b) { return a.scenario < b.scenario; });
    if (plan_.failure_policy == FailurePolicy::stop_at_once) {
        // The replicate itself is finished: which of its cells fail must not depend on timing.
        limit_ = std::min(limit_, (std::uint64_t{replicate} + 1) * plan_.scenarios);
        room_.notify_all();
    }
    note_done(cell);
}

void CellQueue::leave()
{
    std::lock_guard const lock{mutex_};
    --workers_;
    news_.notify_one();
}

void CellQueue::abort(std::exception_ptr error)
{
    std::lock_guard const lock{mutex_};
    if (!error_) error_ = std::move(error);
    room_.notify_all();
    news_.notify_one();
}

CellQueue::News CellQueue::wait_for_news()
{
    std::unique_lock lock{mutex_};
    auto const ready = [&] { return slot_of(drained_).cells_done == plan_.scenarios; };
    auto const ended = [&] { return error_ != nullptr || (workers_ == 0 && !ready()); };
    news_.wait(lock, [&] { return ready() || ended() || cells_done_ > cells_told_; });
    cells_told_ = cells_done_;
    News news{.cells_done = cells_done_, .ended = ended()};
    if (!news.ended && ready()) {
        auto const slot = drained_ % slots_.size();
        auto const size = std::size_t{plan_.scenarios} * plan_.columns;
        news.replicate = ReplicateResult{static_cast<std::uint32_t>(plan_.first_replicate + drained_),
                                         std::span{rows_}.subspan(slot * size, size), slots_[slot].failures};
    }
    return news;
}

void CellQueue::release()
{
    std::lock_guard const lock{mutex_};
    auto& slot = slot_of(drained_);
    slot.cells_done = 0;
    slot.failures.clear();
    ++drained_;
    room_.notify_all();
}

void CellQueue::stop_after_those_begun()
{
    std::lock_guard const lock{mutex_};
    limit_to_those_begun();
    room_.notify_all();
}

void CellQueue::end()
{
    std::lock_guard const lock{mutex_};
    limit_ = 0;
    room_.notify_all();
}

bool CellQueue::stopped_on_request() const
{
    std::lock_guard const lock{mutex_};
    return stop_noted_;
}

std::exception_ptr CellQueue::error() const
{
    std::lock_guard const lock{mutex_};
    return error_;
}

std::uint64_t CellQueue::most_rows_held() const
{
    std::lock_guard const lock{mutex_};
    return most_rows_held_;
}
}  // namespace concordat::engine
