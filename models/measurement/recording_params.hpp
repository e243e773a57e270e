#pragma once

#include "sim/core/quantity.hpp"

namespace concordat::measurement
{
/// Settings of changed definitions and of recording that improves with attention
/// (scenarios/parameters/measurement/recording.yaml).
struct RecordingParams
{
    core::Share definition_hazard{};  ///< probability per indicator and year that the definition changes; 0: never
    core::Sigma definition_size{};    ///< by how much reported performance then falls
    core::Share drifting{};           ///< share of partner-recorded indicators that drift; 0: none
    core::Sigma largest_drift{};      ///< d_rec is uniform from 0 to this
    double recorded_share{};          ///< [share] of production beyond which partners record an indicator
};
}  // namespace concordat::measurement
