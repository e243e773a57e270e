#pragma once

#include <filesystem>
#include <string>

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
    bool complete{};                 ///< all replicates that were asked for were run
};

/// The answer for a person: a few aligned lines with units.
[[nodiscard]] std::string write_text_answer(Answer const& answer);

/// The answer for a program: one JSON object whose members docs/methods/program.md lists.
[[nodiscard]] std::string write_json_answer(Answer const& answer);
}  // namespace concordat::cli
