#pragma once

#include <vector>

#include "models/delivery/motives.hpp"
#include "models/delivery/params.hpp"
#include "models/delivery/technology.hpp"

namespace concordat::delivery
{
/// Solves one area by bracketing: slower than Newton, but it finds every best plan of every slot and
/// keeps ring-fences.
///
/// Alternates (1) for given multipliers the root of f(y) = y - W gain(h(mu0 + y)) per slot, all roots
/// on a grid, several settled by the equal-area rule (the upper one iff int f dy < 0 between them,
/// which for one partner is the comparison of utilities: T7), (2) the multipliers at these slopes,
/// pool and fenced blocks. "Always the better branch" can cycle where a budget binds, so branches are
/// frozen after 8 passes and steps halved after 12. Fences that turn out broken are added, and the
/// area is solved again (monotone: at most one round per block).
///
/// Source: docs/decisions/0004-delivery-solver.md
template <class Power>
class AreaSolver
{
  public:
    AreaSolver(Technology const& technology, DeliveryParams const& params, Power power, BlockWork& work,
               state::RewardScheme const& scheme, double remaining, std::size_t lane, bool settled);

    /// Writes plan, slopes, powers, gains, discounts and spending of the lane.
    /// \return whether the plan settled
    bool solve();

  private:
    [[nodiscard]] bool alternate();
    [[nodiscard]] double solve_slot(int slot, double previous, bool frozen);
    [[nodiscard]] double follow_root(int slot, double start);
    void gather_producers(int slot);
    void weigh_producers(int slot);
    /// \pre weigh_producers
    [[nodiscard]] core::Lanes measured_gain(int slot, core::Lanes h) const;
    [[nodiscard]] core::Lanes residual(int slot, core::Lanes y);
    [[nodiscard]] double plan_unpaid(int slot) const;
    void show_market(int slot);
    [[nodiscard]] double refine(int slot, double left, double right);
    [[nodiscard]] double area_between(int slot, double left, double right);
    /// Slope, motives and powers of a slot at the plan y.
    void set_slot(int slot, double y);
    template <class PartnerAt>
    void couple(std::vector<double>& into, Powers const& powers, std::size_t first, std::size_t last, int department,
                double factor, PartnerAt const& partner_at) const;
    void couple_slots(std::vector<double>& into, int first, int last) const;
    void couple_constant();
    void couple_inside();
    void spend_coupled(double scale);
    void count_spend();
    [[nodiscard]] double update_multipliers(bool half_step);
    void settle_multipliers(int most_sweeps);
    [[nodiscard]] bool add_broken_fences();
    void write_back();
    [[nodiscard]] double discount(int partner, int department) const { return block_[at(partner, department)]; }
    void price_blocks();
    /// Index of a ring-fenced block of this area, by department; `BlockWork` keeps them by partner.
    [[nodiscard]] std::size_t at(int partner, int department) const
    {
        return static_cast<std::size_t>(department) * row_ + static_cast<std::size_t>(partner);
    }
    [[nodiscard]] std::size_t kept_at(int partner, int department) const
    {
        return static_cast<std::size_t>(partner * departments_ + department);
    }
    void count_free();
    [[nodiscard]] bool sets_aside(BoundFence const& fence) const;

    Technology const& technology_;
    DeliveryParams const& params_;
    Power power_;
    BlockWork& w_;
    state::RewardScheme const& scheme_;
    double remaining_;
    int unpaid_{};  ///< [count] slots that come first and whose powers are those of the block's plan
    std::size_t lane_;
    bool settled_;  ///< the block's plan and its powers are right but for ring-fences
    int departments_;
    std::size_t row_;
    std::vector<double>& pool_;
    std::vector<double>& block_;
    std::vector<char>& fenced_;
    std::vector<BoundFence>& fences_;
    std::vector<double>& block_spend_;
    std::vector<double>& plan_;
    state::BlockSlots& probe_;
    std::vector<state::Slope>& probe_slope_;
};

extern template class AreaSolver<HalfPower>;
extern template class AreaSolver<GeneralPower>;
}  // namespace concordat::delivery
