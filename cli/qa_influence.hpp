#pragma once

#include <map>
#include <string>

#include "cli/qa_study.hpp"

namespace concordat::cli
{
/// What is known of a parameter's influence, by its path, in words.
using InfluenceNotes = std::map<std::string, std::string>;

/// What theory says must follow when a switch of the model is moved (scenarios/switches.yaml); nothing
/// where that file is not at hand.
[[nodiscard]] InfluenceNotes list_switch_effects();

/// What the study itself shows: scenarios that change one parameter alone against their baseline, and
/// designs over one parameter.
[[nodiscard]] InfluenceNotes list_study_effects(QaStudy const& qa);
}  // namespace concordat::cli
