#include "cli/progress_display.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>

namespace concordat::cli
{
namespace
{
constexpr double bar_interval = 0.1;       // [s]
constexpr double shortest_interval = 1.0;  // [s] between lines
constexpr double longest_interval = 30.0;  // [s] between lines
constexpr double share_per_line = 0.1;
constexpr int bar_width = 30;

double share_of(engine::Progress const& progress)
{
    return progress.total == 0
               ? 1.0
               : static_cast<double>(progress.done) / static_cast<double>(progress.total);
}

std::string write_time(double seconds)
{
    auto const whole = static_cast<long>(seconds + 0.5);
    if (whole < 60) return fmt::format("{} s", whole);
    if (whole < 3600) return fmt::format("{}:{:02} min", whole / 60, whole % 60);
    return fmt::format("{}:{:02} h", whole / 3600, whole / 60 % 60);
}

std::string describe(engine::Progress const& progress)
{
    double const rate =
        progress.elapsed > 0.0 ? static_cast<double>(progress.done) / progress.elapsed : 0.0;
    auto text = fmt::format("{:3.0f} %  {} of {} rounds", 100.0 * share_of(progress), progress.done,
                            progress.total);
    if (rate <= 0.0) return text;
    text += fmt::format("  {:.{}f} a second", rate, rate < 10.0 ? 1 : 0);
    if (progress.done == progress.total) return text;
    auto const left = static_cast<double>(progress.total - progress.done) / rate;
    return text + fmt::format("  {} left", write_time(left));
}
}  // namespace

ProgressStyle choose_progress_style(bool quiet)
{
    if (quiet) return ProgressStyle::silent;
    return ::isatty(STDERR_FILENO) != 0 ? ProgressStyle::bar : ProgressStyle::lines;
}

ProgressDisplay::~ProgressDisplay()
{
    if (style_ == ProgressStyle::bar && shown_) fmt::print(stderr, "\r\033[K");
}

bool ProgressDisplay::is_due(engine::Progress const& progress) const
{
    double const waited = progress.elapsed - last_time_;
    if (style_ == ProgressStyle::bar) {
        return !shown_ || waited >= bar_interval || progress.done == progress.total;
    }
    if (progress.done == progress.total) return true;
    double const gained = share_of(progress) - last_share_;
    return waited >= longest_interval || (gained >= share_per_line && waited >= shortest_interval);
}

void ProgressDisplay::on_progress(engine::Progress const& progress)
{
    if (style_ == ProgressStyle::silent || !is_due(progress)) return;
    auto const text = describe(progress);
    if (style_ == ProgressStyle::bar) {
        auto const filled =
            std::clamp(static_cast<int>(share_of(progress) * bar_width), 0, bar_width);
        auto const n = static_cast<std::size_t>(filled);
        fmt::print(stderr, "\r[{}{}] {}\033[K", std::string(n, '#'),
                   std::string(static_cast<std::size_t>(bar_width) - n, '.'), text);
        std::fflush(stderr);
    } else {
        fmt::print(stderr, "{}\n", text);
    }
    shown_ = true;
    last_time_ = progress.elapsed;
    last_share_ = share_of(progress);
}
}  // namespace concordat::cli
