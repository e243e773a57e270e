#include "sim/store/selection.hpp"

#include <algorithm>

namespace concordat::store
{
namespace
{
bool wants(std::vector<std::string> const& list, std::string const& name)
{
    return list.empty() || std::find(list.begin(), list.end(), name) != list.end();
}
}  // namespace

bool Selection::wants_outcome(std::string const& name) const { return wants(outcomes, name); }
bool Selection::wants_grouping(std::string const& name) const { return wants(groupings, name); }
}  // namespace concordat::store
