#pragma once

#include <optional>
#include <vector>

#include "models/scenario/grammar.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "models/scenario/study_file.hpp"

namespace concordat::scenario
{
/// The scenarios of a study with the files that their names stand for.
struct StudyScenarios
{
    std::optional<Expression> baseline{};
    std::vector<Expression> others{};  ///< one for each entry of the study, in its order
};

/// Looks up the names of a study; a scenario that begins with a reform acts on the baseline. All that
/// is unknown or stands twice is reported at its place.
[[nodiscard]] StudyScenarios find_study_scenarios(StudyFile const& study, Catalogue const& catalogue,
                                                  core::Problems& problems);

/// Resolves every scenario at every design point, to see whether it can be run; stops at the first
/// point with a problem, since the others would repeat it.
void check_study_points(StudyFile const& study, Catalogue const& catalogue,
                        config::ParameterTable const& parameters, core::Problems& problems);
}  // namespace concordat::scenario
