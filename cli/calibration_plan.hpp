#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "analysis/calibration/implausibility.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "models/scenario/calibration_file.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// Everything that decides the result of a calibration.
struct CalibrationPlan
{
    scenario::CalibrationFile file{};
    std::vector<calibration::Fact> facts{};  ///< of the file, as the mathematics takes them
    StudyRequest request{};                  ///< the file's scenarios in its order, at fixed assumptions
    std::size_t waves{};                     ///< [count]
    std::size_t points{};                    ///< [count] of a wave
    std::uint32_t replicates{};              ///< [count] of a point
    std::size_t size{};                      ///< [count] points of the ensemble
    double cutoff{};                         ///< [standard deviations]
    std::uint64_t seed{};

    /// Everything as one text, by which a stopped calibration is known.
    [[nodiscard]] std::string describe() const;
    /// [index] of a scenario by its name in the file
    [[nodiscard]] std::size_t find_scenario(std::string const& name) const;
    /// Values of all assumptions, in the order of the file, each in its parameter's unit.
    /// \param u coordinates in the unit cube
    [[nodiscard]] std::vector<double> values_at(std::vector<double> const& u) const;
    /// Points as an ensemble has them: paths in alphabetical order.
    [[nodiscard]] scenario::Ensemble make_ensemble(std::string name, std::vector<std::vector<double>> const& units) const;
};

/// Reads facts, assumptions and scenarios; all that is wrong is added to `problems`.
[[nodiscard]] CalibrationPlan plan_calibration(CalibrateCommand const& command, core::Problems& problems);
}  // namespace concordat::cli
