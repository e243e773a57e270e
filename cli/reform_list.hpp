#pragma once

#include <string>
#include <vector>

#include "models/scenario/scenario_file.hpp"

namespace concordat::cli
{
/// Reforms that rest on one document.
struct ReformGroup
{
    std::string heading{};  ///< the document: what the titles of its passages have in common
    std::vector<scenario::ScenarioFile const*> reforms{};  ///< by line of the passage
};

/// Documents in the order of the first reform's name; reforms without a document come last.
[[nodiscard]] std::vector<ReformGroup> group_reforms(std::vector<scenario::ScenarioFile> const& files);

/// How much of a reform is told.
enum class Telling
{
    title,    ///< and the passage
    in_short  ///< what the source claims as well
};

/// Groups with name, title and passage of each reform.
[[nodiscard]] std::string write_reforms(std::vector<scenario::ScenarioFile> const& files, Telling telling);
}  // namespace concordat::cli
