#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/library.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/override.hpp"

namespace concordat::cli
{
/// Whether scenarios may be given as bare reforms, which then act on the first one.
enum class BareReforms
{
    refused,
    act_on_first
};

/// The expressions behind the names, in order; what is wrong with any of them goes to `problems`.
[[nodiscard]] std::vector<scenario::Expression> parse_scenarios(
    std::vector<std::string> const& given, Library const& library, BareReforms bare,
    core::Problems& problems);

/// The overrides of --set.
[[nodiscard]] std::vector<scenario::Override> parse_sets(std::vector<std::string> const& given,
                                                         core::Problems& problems);
}  // namespace concordat::cli
