#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/store/netcdf_layout.hpp"
#include "sim/store/selection.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::store
{
/// What the caller knows about a study that its plan does not tell.
struct NetcdfWords
{
    std::vector<std::pair<std::string, std::string>> attributes{};  ///< of the file, in order: title, command, ...
    std::vector<NetcdfCoordinate> coordinates{};  ///< further ones; those along no dimension of the file are left out
    std::map<std::string, std::string> detail_names{};  ///< grouping -> what Grouping::details are: area -> code
};

/// How far a study is when its results are written.
struct NetcdfState
{
    bool under_way{};
    std::string results_hash{};  ///< of results.csv; may be empty
};

/// Writes the results as one netCDF-4 file, replacing what is there in one step.
///
/// One variable per outcome and grouping, of shape (scenario, replicate, ...): `true_gain`,
/// `true_gain_by_area`; with a design, design_point comes first. No dimension is unlimited and the
/// order is fixed, so that the same study gives the same bytes with the same libraries. Blocks are
/// read once and in order; memory grows with the number of variables but not with replicates.
/// \pre the study has replicates
/// \throws StorageError
void write_netcdf(StudyReader const& study, std::filesystem::path const& path, NetcdfWords const& words,
                  NetcdfState const& state, Selection const& wanted = {});
}  // namespace concordat::store
