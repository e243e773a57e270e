#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
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

/// Which of the tables that people open list the groups of a grouping. The blocks hold them all.
enum class Listing
{
    replicates,  ///< results.csv, replicate by replicate, and summary.csv
    summary,     ///< summary.csv alone: many groups
    none         ///< neither: very many groups
};

/// A way to group results: into groups of its own, or into the combinations of others' groups.
struct Grouping
{
    std::string name{};                  ///< nation, region, area, ...
    std::vector<std::string> groups{};   ///< "England"; "London", ...; none where groupings are crossed
    std::vector<std::string> details{};  ///< what else tells a group: code of an area, title of an indicator; or empty
    std::vector<int> crossed{};          ///< [index] earlier groupings that are crossed; the last one runs fastest
    Listing listing{Listing::replicates};
};

/// A round, or a year of it.
struct Period
{
    std::string name{};  ///< "round", "year_1"; "round 2: laa_2008", "round 2: laa_2008, year 1"
    int round{};         ///< [index]
    int year{};          ///< 1, 2, ...; 0: the whole round
};

/// One column of results, by place: an outcome for a group in a period.
struct Column
{
    int outcome{};   ///< [index] into Schema::outcomes
    int grouping{};  ///< [index] into Schema::groupings
    int group{};     ///< [index] of the group; where groupings are crossed, of the combination
    int period{};    ///< [index] into Schema::periods
    friend bool operator==(Column const&, Column const&) = default;
};

/// Columns that stand together: the same outcomes for every group of a grouping in a period, the
/// outcomes of a group side by side. Shape [group, outcome].
struct ColumnBlock
{
    int grouping{};               ///< [index] into Schema::groupings
    int period{};                 ///< [index] into Schema::periods
    std::vector<int> outcomes{};  ///< [index] into Schema::outcomes
    std::size_t first{};          ///< [index] of its first column
    std::size_t size{};           ///< [columns]
};

/// What a cell (replicate, scenario) yields: one double per column, block after block; NaN means that
/// the outcome does not exist there (no tournament, an empty group). Made of few blocks however many
/// columns there are.
class Schema
{
  public:
    std::vector<Outcome> outcomes{};
    std::vector<Grouping> groupings{};
    std::vector<Period> periods{};

    /// Columns of `outcomes` for every group of a grouping, after those that are there.
    /// \pre all indices exist
    void add_block(int grouping, int period, std::vector<int> outcomes);

    [[nodiscard]] std::vector<ColumnBlock> const& blocks() const { return blocks_; }
    [[nodiscard]] std::size_t column_count() const;
    [[nodiscard]] ColumnBlock const& block_of(std::size_t column) const;
    [[nodiscard]] Column column(std::size_t column) const;
    [[nodiscard]] std::optional<std::size_t> find(Column const& wanted) const;

    [[nodiscard]] std::size_t group_count(int grouping) const;
    /// "London"; of a combination "Barnet|NI 32".
    [[nodiscard]] std::string group_name(int grouping, int group) const;
    [[nodiscard]] std::optional<int> find_outcome(std::string_view name) const;
    [[nodiscard]] std::optional<int> find_grouping(std::string_view name) const;

    /// In words, of a column: what tables call it.
    [[nodiscard]] Outcome const& outcome_of(std::size_t column) const;
    [[nodiscard]] std::string group_text(std::size_t column) const;  ///< "region:London"
    [[nodiscard]] std::string const& period_name(std::size_t column) const;
    [[nodiscard]] Listing listing_of(std::size_t column) const;

  private:
    std::vector<ColumnBlock> blocks_{};
};
}  // namespace concordat::store
