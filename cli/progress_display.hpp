#pragma once

#include "sim/engine/progress.hpp"

namespace concordat::cli
{
enum class ProgressStyle
{
    silent,
    lines,  ///< for files and pipes: a line now and then
    bar     ///< for terminals: one line that is written over
};

/// Silent if asked; else a bar where standard error is a terminal.
[[nodiscard]] ProgressStyle choose_progress_style(bool quiet);

/// Shows on standard error how far a run is, its rate and the time left.
class ProgressDisplay final : public engine::ProgressObserver
{
  public:
    explicit ProgressDisplay(ProgressStyle style) : style_{style} {}
    ~ProgressDisplay() override;
    void on_progress(engine::Progress const& progress) override;

  private:
    [[nodiscard]] bool is_due(engine::Progress const& progress) const;

    ProgressStyle style_;
    bool shown_{false};
    double last_time_{};   ///< [s] of the last display
    double last_share_{};  ///< [share] done at the last display
};
}  // namespace concordat::cli
