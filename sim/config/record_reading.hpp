#pragma once

#include <optional>
#include <string>

#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::config
{
/// Reads and checks one parameter record.
/// \param where of its key, for what is missing
/// \returns the record if it has no problem at all
[[nodiscard]] std::optional<ParameterRecord> read_record(std::string path,
                                                         core::Position const& where,
                                                         Node const& node,
                                                         core::Problems& problems);
}  // namespace concordat::config
