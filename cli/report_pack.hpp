#pragma once

#include "analysis/report/report_facts.hpp"
#include "cli/study_request.hpp"

namespace concordat::cli
{
/// Adds the areas with their places on the map, the indicators and the attributions of a study's
/// data pack, or a caution where it is no longer what the study read.
void add_pack_facts(PackIdentity const& pack, report::ReportFacts& facts);
}  // namespace concordat::cli
