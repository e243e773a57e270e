#pragma once

#include "models/whitehall/departments.hpp"
#include "models/whitehall/psa_layer.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// How far a department counts the other departments' aims when it asks an area for something: given,
/// or what is left of go-it-alone after every channel of coordination, independent of each other:
///
///     gk_d = 1 - (1 - omega_d)(1 - P_board trade)(1 - coverage coordination)(1 - corporate)(1 - offices)
///     P_board = 1 - (1 - reveal)(1 - known)
///
/// and gk is the mean over departments, weighted by the indicators that they lead. With the starting
/// values gk is .25, the value that is given otherwise.
///
/// Source: docs/methods/whitehall.md
[[nodiscard]] double derive_gatekeeping(WhitehallParams const& params, Departments const& departments,
                                        PsaLayer const& layer);
}  // namespace concordat::whitehall
