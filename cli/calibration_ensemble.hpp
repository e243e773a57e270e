#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/calibration/history_match.hpp"
#include "cli/calibration_plan.hpp"
#include "cli/calibration_wave.hpp"

namespace concordat::cli
{
/// What a wave knew and what it left.
struct WaveFinding
{
    std::size_t points{};              ///< [count] tried
    double share{};                    ///< [share] of the prior that no wave before it ruled out
    calibration::SearchMethod method{};
    std::vector<double> explained{};   ///< [fact] cross-validated R^2 of the emulators
    std::vector<double> means{};       ///< [quantity] over the wave's points
};

/// The result of a calibration.
struct CalibrationResult
{
    std::vector<WaveFinding> waves{};
    double share{};                       ///< [share] of the prior that survives all waves
    std::vector<calibration::ParameterMove> moves{};  ///< [assumption] among all survivors
    WaveRuns members{};                   ///< the points of the ensemble, run for themselves
    std::size_t tried{};                  ///< [count] points that were run for themselves
    std::size_t refused{};                ///< [count] of them that their own runs ruled out
};

/// How a fact stands over the ensemble.
struct FactStanding
{
    double mean{};  ///< over points and luck [unit of the outcome]
    double low{};   ///< 5 and 95 per cent of points' means
    double high{};
    bool held{};    ///< the mean lies inside the fact's 90 per cent interval, or on the right side of its bound
};

/// \param quantity [index] of a fact, or one past the facts for the balanced quantity
[[nodiscard]] FactStanding judge(CalibrationPlan const& plan, WaveRuns const& runs, std::size_t quantity);

/// ensemble.csv: a column for each path, a row for each point.
[[nodiscard]] std::string write_ensemble(CalibrationPlan const& plan, CalibrationResult const& result);
/// ensemble.yaml: settings, facts and how they stand, what the facts moved and what they did not.
[[nodiscard]] std::string describe_ensemble(CalibrationPlan const& plan, CalibrationResult const& result);
/// The answer for a person.
[[nodiscard]] std::string write_calibration_answer(CalibrationPlan const& plan, CalibrationResult const& result);
}  // namespace concordat::cli
