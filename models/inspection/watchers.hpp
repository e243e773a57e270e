#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "models/state/pack.hpp"

namespace concordat::inspection
{
/// Who looks at whom in an agreement: the partner with the largest part in producing an indicator
/// leads it, the one with the next largest part complains where it lags; where nobody else has a part
/// in it, the neighbourhoods do. The first of equal parts counts.
///
/// Source: docs/methods/inspection.md; Locally Defined Targets (2006), chapter 4.
class Watchers
{
  public:
    explicit Watchers(state::Pack const& pack);

    /// [index] partner that leads an indicator in an area; 0: the council.
    [[nodiscard]] int leader(std::size_t area, int indicator) const { return row(area).leader[static_cast<std::size_t>(indicator)]; }
    /// [index] party that complains about it: a partner, or `parties() - 1`, the neighbourhoods.
    [[nodiscard]] std::size_t watcher(std::size_t area, int indicator) const
    {
        return static_cast<std::size_t>(row(area).watcher[static_cast<std::size_t>(indicator)]);
    }
    /// [share] of the leader in producing an indicator.
    [[nodiscard]] double part(std::size_t area, int indicator) const { return row(area).part[static_cast<std::size_t>(indicator)]; }
    [[nodiscard]] std::size_t parties() const { return parties_; }
    [[nodiscard]] std::size_t areas() const { return two_tier_.size(); }

  private:
    struct Row
    {
        std::vector<int> leader{};
        std::vector<int> watcher{};
        std::vector<double> part{};  ///< [share] of the leader
    };
    [[nodiscard]] Row const& row(std::size_t area) const { return rows_[two_tier_[area] ? 1 : 0]; }
    void rank(state::Pack const& pack, Eigen::Index indicator, bool two_tier);

    std::size_t parties_;
    std::vector<bool> two_tier_{};
    std::array<Row, 2> rows_{};  ///< of single-tier and of two-tier areas
};
}  // namespace concordat::inspection
