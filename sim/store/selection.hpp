#pragma once

#include <string>
#include <vector>

#include "sim/store/schema.hpp"

namespace concordat::store
{
/// What of a study's results is wanted; an empty list stands for all.
struct Selection
{
    std::vector<std::string> outcomes{};
    std::vector<std::string> groupings{};

    [[nodiscard]] bool wants_outcome(std::string const& name) const;
    [[nodiscard]] bool wants_grouping(std::string const& name) const;
};
}  // namespace concordat::store
