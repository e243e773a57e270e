#pragma once

#include <string>
#include <vector>

namespace concordat::store
{
enum class Direction { higher_is_better, lower_is_better, neither };

/// One score, declared once: what it is, its unit, and what it must not be used for.
struct Outcome
{
    std::string name{};         ///< snake_case, stable
    std::string label{};        ///< plain words
    std::string unit{};
    Direction direction{Direction::neither};
    std::string how{};          ///< how it is computed
    std::string caution{};      ///< what it must not be used for
    bool headline{};            ///< shown in the terminal's short table
    int decimals{3};            ///< for tables that people read
};

/// One column of results: an outcome for a group in a period. "nation" / "England" / "round".
struct Column
{
    int outcome{};           ///< [index] into Schema::outcomes
    std::string grouping{};  ///< nation, region, area_type, ...
    std::string group{};     ///< "England", "London", ...
    std::string period{};    ///< "round", "year_1", ...
};

/// A cell (replicate, scenario) yields one double per column, in this order; NaN means that the
/// outcome does not exist there (no tournament, an empty group).
struct Schema
{
    std::vector<Outcome> outcomes{};
    std::vector<Column> columns{};
};
}  // namespace concordat::store
