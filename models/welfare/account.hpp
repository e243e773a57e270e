#pragma once

namespace concordat::welfare
{
/// Settings of the accounts (scenarios/parameters/welfare/account.yaml).
struct AccountParams
{
    double cost_of_funds{};       ///< [ratio] mcf: what a pound of tax costs society
    double cost_of_funds_low{};   ///< [ratio] shown beside it
    double cost_of_funds_high{};  ///< [ratio] shown beside it
    double grant_value{};         ///< [ratio] kappa_g: value of a pound of grant spent by the area
    double effort_price{};        ///< [GBP thousand per effort point^2] value of officials' and partners' effort
    double negotiators{};         ///< [FTE per area] officials negotiating
    double negotiation_months{};  ///< [months]
    double official_cost{};       ///< [GBP thousand per FTE and year]
    double ask_cost{};            ///< [GBP thousand per ask] officials' time on both sides
    double level_saving{};        ///< [share] of the negotiation cost saved where no level is set
    double reporting{};           ///< [GBP thousand per area and year]
};

/// What one area's agreement adds up to, GBP thousand over the round.
struct AreaAccount
{
    double social_value{};   ///< value of true gains and spillovers
    double effort{};         ///< cost of effort where budgets do not bind
    double reward{};         ///< transfers paid
    double asks{};           ///< [count] departments' asks
    double contested_share{};  ///< [share] of chosen items without a level
};

/// One area's social account at a given cost of funds.
///
///   W = value - effort - (mcf - kappa_g) T - negotiation - reporting
///
/// T is a transfer: it costs mcf and is worth kappa_g when the area spends it next round.
/// Source: docs/methods/welfare.md.
class Account
{
  public:
    explicit Account(AccountParams params) : params_{params} {}

    [[nodiscard]] double negotiation(AreaAccount const& area) const;  ///< [GBP thousand]
    [[nodiscard]] double reporting(int years) const;                  ///< [GBP thousand per round]
    [[nodiscard]] double welfare(AreaAccount const& area, int years, double cost_of_funds) const;
    /// What the Exchequer pays over the round: rewards and the running of the agreement.
    [[nodiscard]] double exchequer(AreaAccount const& area, int years) const;
    [[nodiscard]] AccountParams const& params() const { return params_; }

  private:
    AccountParams params_;
};
}  // namespace concordat::welfare
