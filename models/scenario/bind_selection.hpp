#pragma once

#include "models/selection/selection_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Reads the records under `selection`, and those of evidence and mediation that the talks share.
[[nodiscard]] selection::SelectionParams bind_selection(config::ParameterReader& in);
/// The protocol alone: other parameters depend on it.
[[nodiscard]] selection::ProtocolKind bind_protocol_kind(config::ParameterReader& in);
}  // namespace concordat::scenario
