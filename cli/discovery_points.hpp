#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/discovery/discovery_chart.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// What is asked of a stored study.
struct DiscoveryQuestion
{
    std::vector<std::size_t> scenarios{};  ///< [index] one scenario, at every design point
    store::Outcome const* outcome{};
    double threshold{};  ///< [unit of the outcome] change
    bool below{};        ///< changes below the threshold are of interest, and not those above
};

/// An assumption that differs between points.
struct DiscoveryAxis
{
    std::string path{};
    std::string unit{};      ///< of numbers; empty for words
    std::string word{};      ///< where the axis says whether the parameter is this one of three words or more
    discovery::Axis axis{};  ///< its name, range and words
};

/// What a study says at the points of its ensemble and its design.
struct DiscoveryPoints
{
    std::vector<DiscoveryAxis> axes{};
    std::vector<std::vector<double>> points{};  ///< shape [point][axis], in units or levels
    std::vector<double> changes{};              ///< [point] reform less baseline
    std::vector<char> of_interest{};            ///< [point]
    bool single_replicates{};  ///< each change is that of one replicate, luck included, and not a mean

    [[nodiscard]] double density() const;  ///< [share] of points that are of interest
};

/// Reads what the command asks for; what the study does not hold goes to `problems`.
[[nodiscard]] DiscoveryQuestion read_question(DiscoverCommand const& command, StudyRequest const& request,
                                              store::StudyReader const& study, core::Problems& problems);

/// Each replicate's point where the study has an ensemble, each design point where it has a design, and each
/// replicate at each design point where it has both. Changes that do not exist are left out.
/// \param library whose calibration.yaml and sensitivity.yaml say what assumptions are called
[[nodiscard]] DiscoveryPoints gather_points(DiscoveryQuestion const& question, StudyRequest const& request,
                                            store::StudyReader const& study, LibraryRequest const& library);
}  // namespace concordat::cli
