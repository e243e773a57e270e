#pragma once

#include <cstddef>
#include <filesystem>

#include "sim/store/selection.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::store
{
/// Writes the results as people read them in a spreadsheet: a row per scenario, replicate, group and
/// period, a column per outcome. Header: scenario, (design_point,) replicate, seed, grouping, group,
/// period, then the outcomes in the order of the schema; a missing value is an empty field.
/// Replaces what is there in one step; the memory needed is that of one replicate.
/// \return [count] rows without the header
/// \throws StorageError
std::size_t write_wide_csv(StudyReader const& study, std::filesystem::path const& path, Selection const& wanted = {});
}  // namespace concordat::store
