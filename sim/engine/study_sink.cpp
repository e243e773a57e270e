#include "sim/engine/study_sink.hpp"

#include <utility>

namespace concordat::engine
{
StudySink::StudySink(store::StudyWriter& writer, Clock clock, double flush_interval)
    : writer_{writer}, clock_{std::move(clock)}, flush_interval_{flush_interval}, last_flush_{clock_ ? clock_() : 0}
{
}

void StudySink::accept(ReplicateResult const& result)
{
    writer_.add(result.replicate, result.values, result.failures);
    if (judge_) enough_ = judge_(result);
    auto const now = clock_ ? clock_() : 0;
    if (clock_ && now - last_flush_ < flush_interval_) return;
    writer_.flush();
    last_flush_ = now;
}
}  // namespace concordat::engine
