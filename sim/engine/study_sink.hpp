#pragma once

#include <functional>
#include <utility>

#include "sim/engine/progress.hpp"
#include "sim/engine/row_sink.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::engine
{
/// Is shown every replicate in order and says whether the study has enough with it.
using Judge = std::function<bool(ReplicateResult const& result)>;

/// Puts replicates into a study, and on the disk every few seconds.
class StudySink final : public RowSink
{
  public:
    /// \param clock [s] may be empty: then every replicate goes to the disk at once
    /// \param flush_interval [s] what a kill can lose
    explicit StudySink(store::StudyWriter& writer, Clock clock = {}, double flush_interval = 2.0);
    void accept(ReplicateResult const& result) override;
    [[nodiscard]] bool has_enough() const override { return enough_; }
    /// From now on the judge says when the study has enough; without one it never has.
    void set_judge(Judge judge) { judge_ = std::move(judge); }

  private:
    store::StudyWriter& writer_;
    Clock clock_;
    double flush_interval_;
    double last_flush_;
    Judge judge_{};
    bool enough_{false};
};
}  // namespace concordat::engine
