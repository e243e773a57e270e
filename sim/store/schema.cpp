#include "sim/store/schema.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::store
{
namespace
{
template <class List>
bool has(List const& list, int index)
{
    return index >= 0 && static_cast<std::size_t>(index) < list.size();
}

template <class List>
auto const& at(List const& list, int index)
{
    return list.at(static_cast<std::size_t>(index));
}

template <class List>
std::optional<int> find_named(List const& list, std::string_view name)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.name == name; });
    if (found == list.end()) return std::nullopt;
    return static_cast<int>(found - list.begin());
}
}  // namespace

void Schema::add_block(int grouping, int period, std::vector<int> wanted)
{
    core::require(has(groupings, grouping) && has(periods, period), "a block has a grouping and a period");
    core::require(std::all_of(wanted.begin(), wanted.end(), [&](int o) { return has(outcomes, o); }),
                  "a block's outcomes are declared");
    auto const size = group_count(grouping) * wanted.size();
    blocks_.push_back({grouping, period, std::move(wanted), column_count(), size});
}

std::size_t Schema::column_count() const { return blocks_.empty() ? 0 : blocks_.back().first + blocks_.back().size; }

ColumnBlock const& Schema::block_of(std::size_t column) const
{
    core::require(column < column_count(), "the schema has such a column");
    auto const after = std::upper_bound(blocks_.begin(), blocks_.end(), column,
                                        [](std::size_t c, ColumnBlock const& block) { return c < block.first + block.size; });
    return *after;
}

Column Schema::column(std::size_t column) const
{
    auto const& block = block_of(column);
    auto const place = column - block.first;
    auto const count = block.outcomes.size();
    return {block.outcomes[place % count], block.grouping, static_cast<int>(place / count), block.period};
}

std::optional<std::size_t> Schema::find(Column const& wanted) const
{
    for (auto const& block : blocks_) {
        if (block.grouping != wanted.grouping || block.period != wanted.period) continue;
        auto const found = std::find(block.outcomes.begin(), block.outcomes.end(), wanted.outcome);
        if (found == block.outcomes.end()) continue;
        auto const group = static_cast<std::size_t>(wanted.group);
        if (wanted.group < 0 || group >= group_count(block.grouping)) return std::nullopt;
        return block.first + group * block.outcomes.size() + static_cast<std::size_t>(found - block.outcomes.begin());
    }
    return std::nullopt;
}

std::size_t Schema::group_count(int grouping) const
{
    auto const& one = at(groupings, grouping);
    if (one.crossed.empty()) return one.groups.size();
    std::size_t count = 1;
    for (int const other : one.crossed) {
        core::require(other >= 0 && other < grouping, "a grouping crosses earlier ones");
        count *= group_count(other);
    }
    return count;
}

std::string Schema::group_name(int grouping, int group) const
{
    auto const& one = at(groupings, grouping);
    if (one.crossed.empty()) return at(one.groups, group);
    std::string name;
    for (auto other = one.crossed.rbegin(); other != one.crossed.rend(); ++other) {
        auto const count = static_cast<int>(group_count(*other));
        name.insert(0, (name.empty() ? "" : "|"));
        name.insert(0, group_name(*other, group % count));
        group /= count;
    }
    return name;
}

std::optional<int> Schema::find_outcome(std::string_view name) const { return find_named(outcomes, name); }
std::optional<int> Schema::find_grouping(std::string_view name) const { return find_named(groupings, name); }

Outcome const& Schema::outcome_of(std::size_t index) const { return at(outcomes, column(index).outcome); }

std::string Schema::group_text(std::size_t index) const
{
    auto const one = column(index);
    return at(groupings, one.grouping).name + ":" + group_name(one.grouping, one.group);
}

std::string const& Schema::period_name(std::size_t index) const { return at(periods, block_of(index).period).name; }

Listing Schema::listing_of(std::size_t index) const { return at(groupings, block_of(index).grouping).listing; }
}  // namespace concordat::store
