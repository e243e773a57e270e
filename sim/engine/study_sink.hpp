#pragma once

#include "sim/engine/progress.hpp"
#include "sim/engine/row_sink.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::engine
{
/// Puts replicates into a study, and on the disk every few seconds.
class StudySink final : public RowSink
{
  public:
    /// \param clock [s] may be empty: then every replicate goes to the disk at once
    /// \param flush_interval [s] what a kill can lose
    explicit StudySink(store::StudyWriter& writer, Clock clock = {}, double flush_interval = 2.0);
    void accept(ReplicateResult const& result) override;

  private:
    store::StudyWriter& writer_;
    Clock clock_;
    double flush_interval_;
    double last_flush_;
};
}  // namespace concordat::engine
