#pragma once

#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// Adds to a study of a baseline and a reform the scenarios that take the difference apart: the
/// reform's changes in every coalition that is needed, and both with the model's mechanisms off.
/// \pre `request` holds the baseline and the reform, in this order
void expand_decomposition(DecompositionWish const& wish, LibraryRequest const& library, StudyRequest& request,
                          core::Problems& problems);
}  // namespace concordat::cli
