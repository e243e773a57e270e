#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// Values of assumptions that go together, any of which may be true (docs/methods/ensemble.md). Replicate r
/// takes point r modulo the number of points, in every scenario.
struct Ensemble
{
    std::string name{};                        ///< file, as the record of a study names it
    std::vector<std::string> paths{};          ///< of numbers, in alphabetical order
    std::vector<std::vector<double>> points{};  ///< shape [point][path], each in its parameter's unit

    [[nodiscard]] std::vector<double> const& point_of(std::uint32_t replicate) const
    {
        return points[replicate % points.size()];
    }
};

/// Reads a table with a column for each path and a row for each point; every value is checked against its
/// parameter's range.
/// \returns nullopt after adding a problem
[[nodiscard]] std::optional<Ensemble> read_ensemble(std::filesystem::path const& file,
                                                    config::ParameterTable const& parameters, core::Problems& problems);

/// What a parameter would be if its file had `base`: regimes, overrides and reforms act on it as they did on
/// the file's own value, so that a setting stays and a factor is a factor of `base`.
/// \pre the record is a number
[[nodiscard]] double rebase(config::ParameterRecord const& record, double base);

/// Gives every parameter of the ensemble the value that it has at a point; what a factor or an addition would
/// carry out of the parameter's range stays at its end. May be repeated with other points.
/// \param table of a resolved scenario, with its history
void apply_point(config::ParameterTable& table, Ensemble const& ensemble, std::vector<double> const& point);

/// A parameter that a scenario's factors and additions carry to the end of its range.
struct CutParameter
{
    std::string path{};
    double share{};  ///< [share] of the points at which it stays there
};

/// Those of a resolved scenario, by path.
[[nodiscard]] std::vector<CutParameter> list_cut_parameters(config::ParameterTable const& table, Ensemble const& ensemble);
}  // namespace concordat::scenario
