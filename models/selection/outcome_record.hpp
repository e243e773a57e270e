#pragma once

#include <span>

#include "models/selection/luck.hpp"
#include "models/selection/protocol.hpp"
#include "models/selection/table_facts.hpp"
#include "models/selection/talks.hpp"

namespace concordat::selection
{
/// One area's talks after the signature.
struct FinishedTalks
{
    SelectionParams const& params;
    TableFacts const& facts;
    Parties const& who;
    state::Population const& population;
    Luck const& luck;
    Talks const& talks;
};

/// Counts what became of one area's items and marks the placeholders in its agreement.
/// \param chosen positions, ascending, as signed
void record_outcome(FinishedTalks const& in, std::span<int const> chosen, Settlement out);
}  // namespace concordat::selection
