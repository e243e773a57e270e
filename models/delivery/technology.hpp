#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/state/pack.hpp"

namespace concordat::delivery
{
inline constexpr int max_partners = 16;  ///< size of the per-partner arrays of a block

/// On which indicators of its departments a partner has a national line.
enum class LineScope
{
    all_indicators,
    service_agreements,  ///< those that measure a public service agreement
};

/// Who can move which indicator: base shares w_jp^2 in the two kinds of area, the split of rewards,
/// and which indicators a partner's national line covers. Built once per pack and reward split.
///
/// In single-tier areas the districts' share belongs to the council.
class Technology
{
  public:
    /// \param council_share [share] council's part of a reward; the rest is split over the other
    ///        partners of the indicator by base share (all to the council where there is none)
    Technology(state::Pack const& pack, double council_share, LineScope lines = LineScope::all_indicators);

    [[nodiscard]] int partners() const { return partners_; }
    [[nodiscard]] int indicators() const { return indicators_; }
    /// Partners with a share in either kind of area, ascending.
    [[nodiscard]] std::span<int const> producers(int indicator) const
    {
        auto const first = pairs_before_[indicator];
        return std::span{producer_}.subspan(first, pairs_before_[indicator + 1] - first);
    }
    /// Indicators and their producers, counted in the order of `producers`.
    [[nodiscard]] std::size_t pairs() const { return producer_.size(); }
    /// Shares of such a pair, by tier.
    [[nodiscard]] std::array<double, 2> const& shares(std::size_t pair) const { return pair_share_[pair]; }
    [[nodiscard]] std::uint32_t producer_bits(int indicator) const { return bits_[indicator]; }
    /// \param tier 0 single-tier, 1 two-tier
    [[nodiscard]] double share(int tier, int indicator, int partner) const { return share_[at(tier, indicator, partner)]; }
    [[nodiscard]] double split(int tier, int indicator, int partner) const { return split_[at(tier, indicator, partner)]; }
    [[nodiscard]] bool on_national_line(int indicator, int partner) const
    {
        return national_[static_cast<std::size_t>(indicator * partners_ + partner)] != 0;
    }
    [[nodiscard]] int department(int indicator) const { return department_[indicator]; }
    [[nodiscard]] int departments() const { return departments_; }
    /// Partners with a share in some indicator of the department, ascending.
    [[nodiscard]] std::vector<int> const& partners_of(int department) const { return partners_of_[department]; }
    /// A partner with a share in some indicator of a department.
    struct Cell
    {
        std::size_t at{};  ///< [index] in tables of partners and departments, shape [P, D]
        int partner{};
    };
    /// All of them, by partner and department.
    [[nodiscard]] std::vector<Cell> const& cells() const { return cells_; }
    [[nodiscard]] state::Partner const& partner(int index) const { return partner_[index]; }

  private:
    [[nodiscard]] std::size_t at(int tier, int indicator, int partner) const
    {
        return static_cast<std::size_t>((tier * indicators_ + indicator) * partners_ + partner);
    }
    void list_partners();

    int partners_{};
    int indicators_{};
    int departments_{};
    std::vector<double> share_{};  ///< [share], shape [2, n_indicator, n_partner]
    std::vector<double> split_{};  ///< [share], same shape
    std::vector<std::uint8_t> national_{};
    std::vector<int> producer_{};                      ///< per pair
    std::vector<std::array<double, 2>> pair_share_{};  ///< [share] per pair and tier
    std::vector<std::size_t> pairs_before_{0};         ///< per indicator, and all
    std::vector<std::uint32_t> bits_{};
    std::vector<int> department_{};
    std::vector<std::vector<int>> partners_of_{};
    std::vector<Cell> cells_{};
    std::vector<state::Partner> partner_{};
};
}  // namespace concordat::delivery
