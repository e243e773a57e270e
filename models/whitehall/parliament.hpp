#pragma once

#include <vector>

#include "models/state/arrays.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"

namespace concordat::whitehall
{
/// Settings of the report to Parliament (scenarios/parameters/whitehall/parliament.yaml).
struct ParliamentParams
{
    double scrutiny{};  ///< [ratio] added to the motive behind an agreement a standard deviation behind; 0: no report
};

/// An annual report to Parliament on all public service agreements: committees question those who answer for
/// what lags, and officials turn to it in the next year, at the expense of the rest.
///
///     progress_k = mean over areas and over the agreement's indicators of present - start
///     behind_k   = clamp((mean - progress_k) / s.d., 0, 1)      mean and s.d. over agreements
///     emphasis_k = 1 + scrutiny behind_k                        on every department's motive for it
///
/// Agreements without an indicator are not reported on.
///
/// Source: docs/methods/whitehall.md; Performance Art (2008), recommendation 1.
class Parliament
{
  public:
    Parliament(state::Pack const& pack, ParliamentParams params);

    [[nodiscard]] bool neutral() const { return params_.scrutiny == 0.0; }
    /// Fills `progress` [sigma], NaN for agreements without an indicator. \pre one entry per agreement
    void report(state::Outlook const& outlook, state::PerIndicator& progress) const;
    /// Fills `emphasis` [factor] from what was reported. \pre of one length
    void question(state::PerIndicator const& progress, state::PerIndicator& emphasis) const;

  private:
    ParliamentParams params_;
    Eigen::Index areas_{};
    std::vector<int> agreement_of_{};  ///< per indicator, -1 none
    std::vector<int> indicators_{};    ///< [count] per agreement
};

/// [sigma] How far agreements stay behind their mean, on average over those that were reported on: sum of what
/// the laggards lack, by the number of all.
[[nodiscard]] double mean_lag(state::PerIndicator const& progress);
}  // namespace concordat::whitehall
