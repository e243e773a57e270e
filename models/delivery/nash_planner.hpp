#pragma once

#include <array>
#include <vector>

#include "models/delivery/multipliers.hpp"
#include "models/delivery/planner.hpp"

namespace concordat::delivery
{
/// The planner's two versions, one per exponent policy.
///
/// Method (docs/decisions/0004-delivery-solver.md): Newton in y, the planned further measured gain per slot,
/// f(y) = y - W gain(h(mu0 + y); g), the multipliers settled at the current powers before each step;
/// areas for which Newton fails, or in which a slot may have several best plans, or a ring-fence
/// binds, go to the bracketing solver, which finds every root and picks by equal areas.
template <class Power>
class NashPlanner final : public Planner
{
  public:
    NashPlanner(Technology const& technology, DeliveryParams params, Power power)
        : Planner{technology, params}, power_{power}, multipliers_{technology_, params_, power_}
    {
    }

    void set_budgets(state::Population const& population) override;
    void prepare(BlockWork& w, RoundView const& round, int first_area) const override;
    void meet_conditions(BlockWork& w, RoundView const& round) const override;
    void keep_fences(BlockWork& w) const override;
    void begin_year(BlockWork& w) const override;
    void count_spillovers(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                          state::Population const& population) const override;
    PlanReport plan(BlockWork& w, state::RewardScheme const& scheme, double remaining) const override;
    void gains_outside(BlockWork const& w, std::span<core::Lanes> out) const override;
    void gains_before(BlockWork const& w, std::span<core::Lanes> out) const override;
    void measured_outside(BlockWork const& w, std::span<core::Lanes const> true_gains,
                          std::span<core::Lanes> out) const override;
    void measured_before(BlockWork const& w, std::span<core::Lanes const> true_gains,
                         std::span<core::Lanes> out) const override;
    [[nodiscard]] core::Lanes spend_before(BlockWork const& w, Spender who) const override;
    [[nodiscard]] core::Lanes spend_inside(BlockWork const& w, Spender who) const override;
    void part_of_council(BlockWork const& w, CouncilPart& out) const override;
    void part_before(BlockWork const& w, CouncilPart& out) const override;

  private:
    // conditions.cpp
    [[nodiscard]] InputChanges read_inputs(BlockWork& w, RoundView const& round) const;
    [[nodiscard]] bool read_lines(BlockInputs& in, RoundView const& round) const;
    [[nodiscard]] bool read_singles(BlockInputs& in, RoundView const& round, int first) const;
    void read_year(BlockWork& w, RoundView const& round) const;
    void read_slots(BlockWork& w, RoundView const& round) const;
    // prepare.cpp
    [[nodiscard]] double reputation_of(int partner) const;
    [[nodiscard]] std::size_t line_at(int partner, int department) const
    {
        return static_cast<std::size_t>(partner * technology_.departments() + department);
    }
    void name_lead(BlockWork& w, int slot, PartnerLanes const& agreed) const;
    void plan_before(BlockWork& w) const;
    void mask_agreement(BlockWork& w, RoundView const& round) const;
    // outside.cpp
    struct OutsideItem
    {
        double cosine{}, sine{};   ///< of the measure's angle
        double sine_power{};       ///< the sine's power
        core::Lanes squared{};     ///< [sigma^2 per effort point^2] a_ij^2 as believed
        core::Lanes own{};         ///< [effort points per sigma] motive on the outcome itself
    };
    [[nodiscard]] OutsideItem outside_item(BlockWork const& w, state::Population const& population, int j) const;
    void write_outside(BlockWork& w, OutsideItem const& item, std::size_t entry, core::Lanes share, core::Lanes felt,
                       core::Lanes felt_power) const;
    /// [effort points per sigma] by which a partner's part of a single indicator's reward moves it on the measure.
    [[nodiscard]] core::Lanes single_motive(BlockWork const& w, int partner, int j) const;
    void raise_outside(BlockWork& w, RoundView const& round) const;
    void raise_lines(BlockWork& w) const;
    /// Scaled powers of the producers' sums: of aligned effort, or of effort for the measure alone.
    void outside_gains_at(BlockWork const& w, PartnerLanes const& discount, bool use_fences,
                          std::vector<core::Lanes> const& powers, std::span<core::Lanes> out) const;
    void add_measured(BlockWork const& w, PartnerLanes const& discount, bool use_fences,
                      std::span<core::Lanes const> true_gains, std::span<core::Lanes> out) const;
    // council.cpp
    [[nodiscard]] core::Lanes council_base(BlockWork const& w, int j) const;
    /// g of a partner on the items in a slot: its own, or that of the ring-fenced blocks that they belong to.
    [[nodiscard]] core::Lanes slot_discount(BlockWork const& w, int slot, int partner, bool fenced) const;
    void part_outside(BlockWork const& w, PartnerLanes const& discount, bool use_fences, CouncilPart& out) const;
    // slots.cpp
    void gather_slots(BlockWork& w, RoundView const& round) const;
    void gather_item(BlockWork& w, state::Population const& population, int slot) const;
    void gather_shares(BlockWork& w, int slot, int entry) const;
    void gather_lines(BlockWork& w) const;
    void fill_slots(BlockWork& w, RoundView const& round) const;
    // knowledge.cpp
    [[nodiscard]] core::Lanes felt_outside(BlockWork const& w, int partner, int j) const;
    [[nodiscard]] core::Lanes share_of(BlockWork const& w, int partner, int j) const;
    void gather_felt(BlockWork& w, int partner) const;
    void know_inside(BlockWork& w, int partner) const;
    void know_outside(BlockWork& w, int partner, state::Population const& population) const;
    // newton.cpp
    void look_past_reward(BlockWork& w, double remaining) const;
    int step_items(BlockWork& w, state::RewardScheme const& scheme, double remaining, core::LaneMask& failed) const;
    int step_score(BlockWork& w, state::RewardScheme const& scheme, double remaining, core::LaneMask& failed) const;
    void evaluate(BlockWork& w, core::LaneMask frozen) const;
    void raise_unpaid(BlockWork& w) const;
    void evaluate_paid(BlockWork& w, core::LaneMask frozen) const;
    core::Lanes score_residual(BlockWork& w, state::RewardScheme const& scheme, double remaining,
                                             core::Lanes mean, core::LaneMask frozen, core::Lanes& slope) const;
    void search_score(BlockWork& w, state::RewardScheme const& scheme, double remaining, core::Lanes known,
                      core::LaneMask frozen) const;
    // fences.cpp
    void count_block_spend(BlockWork& w, PartnerLanes const& discount, bool with_agreement) const;
    void add_slot_spend(BlockWork& w, PartnerLanes const& discount) const;
    void spread_discounts(BlockWork& w) const;
    void set_fences(BlockWork& w) const;
    void scale_fences(BlockWork& w) const;
    [[nodiscard]] bool fences_are_safe(BlockWork const& w) const;
    [[nodiscard]] core::LaneMask broken_fences(BlockWork& w) const;
    // bracket.cpp
    bool rescue(BlockWork& w, state::RewardScheme const& scheme, double remaining, std::size_t lane,
                bool settled) const;

    Power power_;
    Multipliers<Power> multipliers_;
    std::array<std::vector<double>, 2> budget_{};  ///< [effort points^2] per tier and partner, productivity 1
    std::vector<double> cosine_{}, sine_{};  ///< of the measure's angle, per indicator
    std::vector<double> scale_{};  ///< [sigma^2 per effort point^2] a_j^2 / c per indicator
};

extern template class NashPlanner<HalfPower>;
extern template class NashPlanner<GeneralPower>;
}  // namespace concordat::delivery
