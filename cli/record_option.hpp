#pragma once

#include <string>
#include <vector>

#include "models/cycle/result_request.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// What `--record` stands for where it is not given: what the report of a study shows. Without a folder
/// nothing is kept but the answer.
[[nodiscard]] std::string default_record(bool kept);

/// Reads words such as "region", "area:headlines", "indicator:picks+hit_share" and "years".
/// Adds a problem for every word that is not understood.
[[nodiscard]] cycle::ResultRequest read_record(std::vector<std::string> const& words, core::Problems& problems);
}  // namespace concordat::cli
