#pragma once

#include "models/measurement/recording_params.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of changed definitions and drifting records from measurement.recording.*.
[[nodiscard]] measurement::RecordingParams bind_recording(config::ParameterReader& in);
}  // namespace concordat::scenario
