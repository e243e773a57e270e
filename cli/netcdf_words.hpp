#pragma once

#include "cli/study_request.hpp"
#include "sim/store/netcdf_export.hpp"

namespace concordat::cli
{
/// What a netCDF file says of a study besides its results: the question and the command that gives
/// the same numbers again, titles and baselines of scenarios, and the parameters that a design varies.
[[nodiscard]] store::NetcdfWords make_netcdf_words(StudyRequest const& request);
}  // namespace concordat::cli
