#pragma once

#include "models/whitehall/departments.hpp"
#include "models/whitehall/psa_layer.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::whitehall
{
/// How far a department counts the other departments' aims when it asks an area for something: given,
/// or what is left of go-it-alone after every channel of coordination, independent of each other:
///
///     alone_d = (1 - omega_d)(1 - P_board trade)(1 - coverage coordination)(1 - corporate)(1 - offices)
///     P_board = 1 - (1 - reveal)(1 - known)
///     gk      = 1 - mean of alone_d x (1 - given) / (1 - starting),   at least 0
///
/// with the mean over departments weighted by the indicators that they lead. The last factor is what the
/// channels do not explain of the given value: with the channels as they start, gk is the given value.
///
/// Source: docs/methods/whitehall.md
[[nodiscard]] double derive_gatekeeping(WhitehallParams const& params, Departments const& departments,
                                        PsaLayer const& layer);
}  // namespace concordat::whitehall
