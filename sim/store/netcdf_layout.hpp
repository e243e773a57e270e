#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/store/selection.hpp"
#include "sim/store/study_plan.hpp"

namespace concordat::store
{
/// What stands along a dimension: texts or numbers, as many as it is long.
struct NetcdfCoordinate
{
    std::string name{};
    std::string dimension{};
    std::string long_name{};
    std::string units{};  ///< may be empty
    std::vector<std::string> texts{};
    std::vector<double> numbers{};  ///< where there are no texts
};

struct NetcdfDimension
{
    std::string name{};
    std::size_t size{};
};

/// An outcome for all groups of a grouping: shape [(design point,) scenario, replicate, inner...].
struct NetcdfVariable
{
    std::string name{};
    int outcome{};             ///< [index] into Schema::outcomes
    int grouping{};            ///< [index] into Schema::groupings
    bool by_year{};            ///< a number for every year, else one for the round
    std::vector<int> inner{};  ///< [index] dimensions of groups, rounds and years
    std::size_t inner_size{};  ///< [count] numbers per cell
    std::size_t replicates_at_once{};
    std::vector<std::size_t> chunk{};  ///< one length per dimension
};

/// Where the columns of a block go.
struct NetcdfPart
{
    std::size_t block{};           ///< [index] into Schema::blocks
    std::vector<int> variables{};  ///< [index] one per outcome of the block; -1: not wanted
    std::size_t stride{};          ///< from a group to the next, within a cell's numbers
    std::size_t offset{};          ///< of the block's period
};

/// How a study is laid out in a netCDF file. It follows from the plan and the number of replicates alone.
struct NetcdfLayout
{
    std::vector<NetcdfDimension> dimensions{};  ///< the outer ones first
    std::size_t outer{};                        ///< [count] dimensions of every variable; replicate is the last of them
    std::vector<std::size_t> slots{};           ///< place of a plan's scenario among all combinations of the dimensions before replicate
    std::size_t slot_count{};
    std::vector<NetcdfCoordinate> coordinates{};  ///< of all dimensions but replicate
    std::vector<NetcdfVariable> variables{};
    std::vector<NetcdfPart> parts{};
};

/// \pre replicates > 0
[[nodiscard]] NetcdfLayout lay_out_netcdf(StudyPlan const& plan, std::size_t replicates, Selection const& wanted);
}  // namespace concordat::store
