#pragma once

#include "models/selection/protocol.hpp"

namespace concordat::selection
{
/// Counts what is in the agreements of a protocol that has no course in time: gains, items worth less
/// than a slot to the council, placeholders; and one line of the transcript for each item.
void record_package(Situation const& in, int areas, Settlement out);
}  // namespace concordat::selection
