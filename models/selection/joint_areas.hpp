#pragma once

#include <cstdint>
#include <vector>

#include "models/selection/multi_area_params.hpp"
#include "models/state/demands.hpp"
#include "models/state/pack.hpp"

namespace concordat::selection
{
/// Councils that agree together on some subjects: on these each side brings one opinion of the whole group to the
/// table, the mean over its areas. Off unless `MultiAreaParams::joint`.
///
/// Source: docs/methods/selection.md, agreements of several councils; Swann, The next step for LPSAs
class JointAreas
{
  public:
    /// \throws core::InputError where the subjects are those that cross borders, and the pack names none
    JointAreas(state::Pack const& pack, MultiAreaParams const& params);

    [[nodiscard]] bool neutral() const { return groups_.empty(); }
    [[nodiscard]] std::vector<std::vector<int>> const& groups() const { return groups_; }
    /// Whether an indicator may be agreed together.
    [[nodiscard]] bool covers(int indicator) const { return covered_[static_cast<std::size_t>(indicator)] != 0; }
    /// Replaces what areas think of the subjects that they agree together by what their group thinks.
    void pool(state::Values& values) const;

  private:
    void pool_column(state::AreaTable& table, int indicator) const;

    std::vector<std::vector<int>> groups_{};  ///< [index] areas, two or more in each
    std::vector<std::uint8_t> covered_{};     ///< per indicator
};

/// Whether each indicator belongs to a subject that crosses borders; nothing does where the pack names none.
[[nodiscard]] std::vector<std::uint8_t> mark_cross_border(state::Pack const& pack);
}  // namespace concordat::selection
