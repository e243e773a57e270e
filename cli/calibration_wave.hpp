#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/calibration_plan.hpp"
#include "cli/study_session.hpp"
#include "sim/engine/run_cells.hpp"

namespace concordat::cli
{
/// What the facts' quantities were at the points of a wave.
struct WaveRuns
{
    std::vector<std::vector<double>> units{};  ///< shape [point][assumption], in the unit cube
    std::uint32_t replicates{};                ///< [count] of each point
    /// Shape [quantity][point * replicates]: of every fact, then the balanced one if there is one. NaN where a
    /// round failed or the quantity does not exist.
    std::vector<std::vector<double>> values{};

    /// Mean of a quantity over each point's replicates, shape [point]; NaN where any of them is missing.
    [[nodiscard]] std::vector<double> means(std::size_t quantity) const;
    /// Variance of luck of such a mean, pooled over points; 0 with one replicate, where luck is not seen.
    [[nodiscard]] double luck_of_means(std::size_t quantity) const;
};

/// How a wave ended.
struct WaveEnd
{
    WaveRuns runs{};
    engine::RunStatus status{engine::RunStatus::complete};
    std::size_t failed{};  ///< [count] rounds that failed
    std::size_t rounds{};  ///< [count] run now, none where the wave was there already
    double seconds{};      ///< [s] that they took
};

/// Runs a wave, or reads what an earlier run left of it. Its results are kept in FOLDER/NAME.csv once it is
/// complete, in FOLDER/NAME.partial until then. Replicates of a point and different points have luck of their
/// own, which a regression over points averages.
/// \param first_replicate [index] of the luck of the wave's first run: no two waves share any
/// \throws RunFailure where the disk fails or the folder holds something else
[[nodiscard]] WaveEnd run_wave(CalibrationPlan const& plan, std::string const& name, std::vector<std::vector<double>> const& units,
                               std::uint32_t replicates, std::uint32_t first_replicate, std::filesystem::path const& folder,
                               SessionSettings const& settings, std::atomic<bool> const* stop);
}  // namespace concordat::cli
