#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/compare/null_reform.hpp"
#include "analysis/compare/stopping_rule.hpp"
#include "cli/model_set.hpp"
#include "cli/study_request.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// All that an answer is made of.
struct Answer
{
    StudyRequest const& request;
    store::StudyReader const& study;
    ModelSet const& models;
    std::filesystem::path folder{};  ///< where the study is kept; empty: nowhere
    bool complete{};                 ///< all replicates that were asked for were run, or enough of them
    compare::StoppingRule const* rule{};               ///< nullptr: the study has none
    std::optional<compare::NullReform> null_reform{};  ///< nothing where nothing is compared
};

/// The answer for a person: a few aligned lines with units.
[[nodiscard]] std::string write_text_answer(Answer const& answer);

/// The answer for a program: one JSON object whose members docs/methods/program.md lists.
[[nodiscard]] std::string write_json_answer(Answer const& answer);
}  // namespace concordat::cli
