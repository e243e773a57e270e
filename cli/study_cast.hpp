#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "cli/library.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "models/scenario/design.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/study_file.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// What a study runs, wherever its scenarios and its design stand.
struct Cast
{
    std::vector<scenario::Expression> expressions{};  ///< at every design point; with the baseline unless it is fixed
    std::size_t baseline{};                           ///< [index] into `expressions`
    std::vector<std::string> labels{};                ///< titles that replace the expressions' own; empty ones do not
    std::optional<scenario::Expression> fixed_baseline{};
    scenario::Design design{};                        ///< without a point where there is no design
};

/// The cast of a command line; a table of design points is kept among the request's files.
[[nodiscard]] Cast cast_command(StudyCommand const& command, Library const& library, StudyRequest& request,
                                core::Problems& problems);
/// The cast of a study file; the request gets the file and what it asks.
[[nodiscard]] Cast cast_file(scenario::StudyFile const& file, Library const& library, StudyRequest& request,
                             core::Problems& problems);
}  // namespace concordat::cli
