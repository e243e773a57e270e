#include "models/scenario/bind_recording.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
measurement::RecordingParams bind_recording(config::ParameterReader& in)
{
    return {
        .definition_hazard = in.share("measurement.recording.definition_hazard"),
        .definition_size = in.sigma("measurement.recording.definition_size"),
        .drifting = in.share("measurement.recording.drifting"),
        .largest_drift = in.sigma("measurement.recording.largest_drift"),
        .recorded_share = in.number("measurement.recording.recorded_share"),
    };
}
}  // namespace concordat::scenario
