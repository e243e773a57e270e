#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "analysis/compare/precision_rule.hpp"
#include "sim/store/study_plan.hpp"

namespace concordat::compare
{
/// When the rule is looked at: fixed counts, so that neither threads nor the clock matter.
struct LookSchedule
{
    std::uint32_t first{100};  ///< [replicates] no stop before
    /// [replicates] the first look after `count`: a tenth more, at least one
    [[nodiscard]] std::uint32_t next(std::uint32_t count) const;
};

/// Where one term stands in the scenario that is furthest from meeting it.
struct TermState
{
    PrecisionTerm term{};
    std::size_t scenario{};        ///< [index] the worst
    double standard_error{};       ///< in the term's measure; NaN where it cannot be told
    bool met{};
    std::uint32_t needed{};        ///< [replicates] estimate of what it takes; 0 where it cannot be told
};

/// Is fed whole replicates in order and says when they are enough. What it says depends on the
/// replicates alone, so a study that is interrupted and goes on ends where it would have.
///
/// Looking often and stopping at the first good look favours samples that by accident vary little.
/// docs/methods/comparison.md has what that does to intervals after stopping (measured), and how the
/// schedule and the allowance for the error's own error keep it small.
/// Source: Chow and Robbins (1965), doi:10.1214/aoms/1177700156; Law (2015), Simulation Modeling and
/// Analysis, 5th ed., section 9.4.1.
class StoppingRule
{
  public:
    /// \param baselines shape [scenario]; a scenario that is its own is not compared
    /// \pre the outcomes are in the plan's schema for the nation
    StoppingRule(PrecisionRule rule, store::StudyPlan const& plan, std::vector<std::size_t> baselines,
                 LookSchedule schedule = {});

    /// The next replicate without failures. \param values shape [scenario, column]
    void feed(std::span<double const> values);
    /// Whether the rule held at the last look. Once it did, it stays so.
    [[nodiscard]] bool met() const { return met_; }
    [[nodiscard]] std::uint32_t replicates() const { return count_; }  ///< [count] fed
    /// Where the terms stand now.
    [[nodiscard]] std::vector<TermState> states() const;
    [[nodiscard]] PrecisionRule const& rule() const { return rule_; }

  private:
    /// Running mean and sum of squares (Welford 1962, doi:10.2307/1266577).
    struct Running
    {
        std::uint32_t count{};
        double mean{};
        double squares{};
        void add(double x);
        [[nodiscard]] double standard_error() const;
    };
    /// One outcome in one scenario that is compared.
    struct Track
    {
        std::size_t term{};
        std::size_t scenario{};
        std::size_t baseline{};
        Running error{};      ///< of the difference, or of the value where there is no baseline
        Running reference{};  ///< of the baseline's value
    };
    [[nodiscard]] double value(std::span<double const> values, std::size_t scenario, std::size_t term) const;
    [[nodiscard]] double measure(Track const& track) const;
    [[nodiscard]] bool holds(Track const& track) const;

    PrecisionRule rule_;
    LookSchedule schedule_;
    std::size_t row_size_;
    std::vector<std::vector<std::size_t>> columns_{};  ///< of each term: the nation in every round
    std::vector<Track> tracks_{};
    std::uint32_t count_{};
    std::uint32_t next_look_{};
    bool met_{};
};
}  // namespace concordat::compare
