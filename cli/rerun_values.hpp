#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/model_set.hpp"
#include "cli/rerun_choice.hpp"

namespace concordat::cli
{
/// The numbers of one scenario that were run again, against those that the study holds.
struct Repetition
{
    std::size_t scenario{};       ///< [index] of the study
    std::size_t compared{};       ///< [count]
    std::size_t different{};      ///< [count]
    std::string first{};          ///< the first that differs, in words; empty if none does
    std::vector<double> stored{}; ///< one per column of the study's schema
    std::vector<double> again{};  ///< one per column of the models' schema
};

/// Runs the chosen cells and compares every number that both know, bit for bit.
/// \param models of the narrowed request, whose groupings may be other than the study's
/// \throws RunFailure if a round fails
[[nodiscard]] std::vector<Repetition> repeat_cells(RerunChoice const& choice, ModelSet const& models,
                                                   store::StudyReader const& study);
}  // namespace concordat::cli
