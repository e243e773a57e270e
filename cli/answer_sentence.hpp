#pragma once

#include <string>

#include "cli/study_request.hpp"
#include "cli/study_view.hpp"

namespace concordat::cli
{
/// The study's question: its own, or one made from the titles of its scenarios.
[[nodiscard]] std::string write_question(StudyRequest const& request);

/// The answer in one sentence with numbers: which reform moves the main outcome furthest to the
/// better, by how much, how far luck and how precisely the replicates tell it, and at what cost.
/// Of a design, at its first point. \pre the study has a replicate
[[nodiscard]] std::string write_answer_sentence(StudyRequest const& request, StudyView const& view,
                                                std::size_t replicates);
}  // namespace concordat::cli
