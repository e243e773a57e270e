#pragma once

#include <string>
#include <vector>

#include "analysis/discovery/box.hpp"
#include "cli/discovery_points.hpp"

namespace concordat::cli
{
/// Where a scenario does what was asked for.
struct DiscoveryAnswer
{
    StudyRequest const& request;
    DiscoveryQuestion const& question;
    DiscoveryPoints const& points;
    std::vector<discovery::Box> boxes{};  ///< none: no part of the ranges stands out
};

/// For a person: a sentence, and a table of ranges for each box.
[[nodiscard]] std::string write_discovery_text(DiscoveryAnswer const& answer);
/// For a program: one JSON object whose members docs/methods/program.md lists.
[[nodiscard]] std::string write_discovery_json(DiscoveryAnswer const& answer);
/// discovery.csv: a row for each restriction of each box.
[[nodiscard]] std::string write_discovery_table(DiscoveryAnswer const& answer);
/// discovery.svg
[[nodiscard]] std::string draw_discovery(DiscoveryAnswer const& answer);
}  // namespace concordat::cli
