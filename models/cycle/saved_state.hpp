#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "models/cycle/carried_state.hpp"
#include "sim/store/state_file.hpp"

namespace concordat::cycle
{
/// Names and sizes of a state's tables, in the order of its record.
[[nodiscard]] std::vector<store::StateField> list_fields(CarriedState& state);

/// A state as it stands in a file: its tables one after another, column by column.
[[nodiscard]] std::string write_record(CarriedState& state);
/// The reverse. \pre the state has the sizes that the record was written with
void read_record(std::span<std::byte const> record, CarriedState& state);
}  // namespace concordat::cycle
