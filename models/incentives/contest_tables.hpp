#pragma once

#include <memory>
#include <vector>

namespace concordat::incentives
{
/// Grid of leads on which contests are tabulated, in units of the rivals' s.d.
inline constexpr double contest_grid_end = 9.0;   ///< a lead beyond it changes nothing any more
inline constexpr int contest_grid_per_unit = 16;  ///< interpolation error of the slope below 1e-6
inline constexpr int contest_grid_points = 2 * static_cast<int>(contest_grid_end) * contest_grid_per_unit + 1;

/// Chance of a prize, its slope and curvature over leads, in units of the rivals' spread: of one size of group in
/// one part of the round.
struct ContestTable
{
    std::vector<double> chance{};
    std::vector<double> slope{};
    std::vector<double> curvature{};
    double steepest{};  ///< largest curvature
};

/// What tables of contests are made from, and nothing else.
struct ContestSettings
{
    double winner_share{};            ///< [share] of contestants that win a prize
    int max_contestants{};            ///< [areas] >= 2
    std::vector<double> remaining{};  ///< [share] of the round left in each year

    [[nodiscard]] bool operator==(ContestSettings const&) const = default;
};

/// Shape [contestants - 2, years].
using ContestTables = std::vector<ContestTable>;

/// Number of prizes among n contestants: the nearest whole number, at least one, never all.
[[nodiscard]] int prize_count(double winner_share, int contestants);

[[nodiscard]] std::shared_ptr<ContestTables const> make_contest_tables(ContestSettings const& settings);

/// Tables that were made before, for schemes that are built again and again with other assumptions beside them:
/// tables take longer than several rounds. It is filled while models are built one after another, and then closed;
/// from there on it only reads, so that many threads may look into it.
///
/// Source: docs/methods/incentives.md, tournaments
class ContestLibrary
{
  public:
    /// What was kept, or new tables; these are kept unless the library is closed.
    [[nodiscard]] std::shared_ptr<ContestTables const> find_or_make(ContestSettings const& settings);
    void close() { is_closed_ = true; }

  private:
    struct Entry
    {
        ContestSettings settings{};
        std::shared_ptr<ContestTables const> tables{};
    };
    std::vector<Entry> entries_{};
    bool is_closed_{};
};
}  // namespace concordat::incentives
