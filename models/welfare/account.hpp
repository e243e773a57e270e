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
    double negotiation_months{};  ///< [months] where a protocol does not tell how long the talks took
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
    double manipulation{};   ///< cost of the work on false reports
    double reward{};         ///< transfers paid, less what was withheld for false reports
    double fines{};          ///< transfers paid back for false reports
    double months{};         ///< [months] of negotiation
    double asks{};           ///< [count] departments' asks, late ones included
    double contested_share{};  ///< [share] of chosen items that need no level because they are contests
    double refresh_months{}; ///< [FTE-months] of work on refreshes
    double reporting_years{};///< [years] of ordinary reporting that the reporting of the round cost
    double audit{};          ///< cost of auditing reports
    double intervention{};   ///< cost of interventions below minimum standards
};

/// One area's social account at a given cost of funds.
///
///   W = value - effort - manipulation - (mcf - kappa_g) T - running,   T = reward - fines
///   running = negotiation + refresh + reporting + audit + intervention
///
/// T is a transfer: it costs mcf and is worth kappa_g when the area spends it next round.
/// Source: docs/methods/welfare.md.
class Account
{
  public:
    explicit Account(AccountParams params) : params_{params} {}

    [[nodiscard]] double negotiation(AreaAccount const& area) const;  ///< [GBP thousand]
    [[nodiscard]] double refresh(AreaAccount const& area) const;      ///< [GBP thousand]
    [[nodiscard]] double reporting(AreaAccount const& area) const;    ///< [GBP thousand]
    /// [GBP thousand] What it takes to run the agreement.
    [[nodiscard]] double running(AreaAccount const& area) const;
    [[nodiscard]] double welfare(AreaAccount const& area, double cost_of_funds) const;
    /// What the Exchequer pays over the round: rewards less fines, and the running of the agreement.
    [[nodiscard]] double exchequer(AreaAccount const& area) const;
    [[nodiscard]] AccountParams const& params() const { return params_; }

  private:
    AccountParams params_;
};
}  // namespace concordat::welfare
