#pragma once

#include <string>
#include <vector>

#include "cli/answer.hpp"
#include "cli/study_view.hpp"

namespace concordat::cli
{
/// Name and title without the baseline's in front.
[[nodiscard]] std::string short_name(StudyRequest const& request, std::size_t scenario);
[[nodiscard]] std::string short_title(StudyRequest const& request, std::size_t scenario);

/// The outcomes that a study file asks for, else the headlines.
[[nodiscard]] std::vector<store::Outcome const*> choose_outcomes(StudyRequest const& request, StudyView const& view);

/// Whether the change in rewards paid can be told from zero.
struct BudgetFinding
{
    bool neutral{};
    double change{};       ///< [GBP million a year] in rewards paid
    double paid_before{};  ///< [GBP million a year]
};
/// Neutral: the mean change is within five per cent of the rewards that the baseline pays.
[[nodiscard]] BudgetFinding find_budget(StudyView const& view, std::size_t baseline,
                                        std::size_t scenario);
[[nodiscard]] std::string describe_budget(StudyView const& view, std::size_t baseline,
                                          std::size_t scenario);

/// Share of picks and money under a tournament; empty where there is none.
[[nodiscard]] std::string describe_contest(StudyView const& view, std::size_t scenario);

/// Scenarios of a design point, best first by mean welfare.
struct Ranking
{
    std::vector<std::size_t> low_cost{};   ///< [index] at the low cost of public funds
    std::vector<std::size_t> high_cost{};  ///< [index] at the high cost
    [[nodiscard]] bool changes() const { return low_cost != high_cost; }
};
/// One for each design point with at least two scenarios.
[[nodiscard]] std::vector<Ranking> rank_by_welfare(StudyRequest const& request,
                                                   StudyView const& view);

/// Whether the order of scenarios depends on what taxes cost; one sentence or none.
[[nodiscard]] std::vector<std::string> list_cautions(StudyRequest const& request, StudyView const& view);

inline constexpr char const* ranked_outcome = "welfare";  ///< by which scenarios are ranked

/// Scenarios of a design point, replicate by replicate.
struct RankTable
{
    std::vector<std::size_t> members{};  ///< [index] of scenarios
    compare::Ranks ranks{};              ///< in their order
};
/// One for each design point where a choice is to be made: the baseline and at least two reforms.
[[nodiscard]] std::vector<RankTable> rank_scenarios(StudyRequest const& request, StudyView const& view);

/// What a reader must know to read the numbers: units, uncertainty, seed, folder.
[[nodiscard]] std::vector<std::string> list_notes(Answer const& answer, StudyView const& view);

/// Which uncertainty the ranges show, and which not.
[[nodiscard]] std::string describe_uncertainty(StudyRequest const& request);
}  // namespace concordat::cli
