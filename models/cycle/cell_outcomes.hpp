#pragma once

#include <span>
#include <vector>

#include "models/cycle/gauges.hpp"

namespace concordat::cycle
{
/// An outcome of a cell: one indicator in one area. It is read where the indicator is an item of the
/// area's agreement; a reading of every cell has no slot (-1).
struct CellOutcome
{
    using Reading = double (*)(World const&, int area, int indicator, int slot);

    char const* outcome{};  ///< its name
    double elsewhere{};     ///< value where the indicator is no item; NaN: the outcome does not exist there
    Reading at_item{};      ///< nullptr: `everywhere` is read instead
    Reading everywhere{};
};

/// All of them, in the order in which results by cell list them.
[[nodiscard]] std::vector<CellOutcome> const& cell_outcome_list();

/// Outcomes that exist for cells only.
[[nodiscard]] std::vector<store::Outcome> const& cell_only_outcomes();

/// Outcomes of cells that have a year; those of `cell_outcome_list` by name.
[[nodiscard]] bool has_cell_years(CellOutcome const& cell);

/// Fills one value per cell, shape [area, indicator].
/// \param year 1, 2, ...; 0: the round. \pre cells of a year are kept (YearBook::gain)
void fill_cells(CellOutcome const& cell, int year, state::Pack const& pack, World const& world, std::span<double> values);
}  // namespace concordat::cycle
