#pragma once

#include "models/inspection/complaint_params.hpp"
#include "models/inspection/floors.hpp"
#include "models/inspection/publication.hpp"
#include "models/inspection/scoring.hpp"
#include "models/inspection/supervision.hpp"

namespace concordat::config
{
class ParameterReader;
}

namespace concordat::scenario
{
/// Fills the settings of the annual score; the cuts between CPA classes are those of the population.
[[nodiscard]] inspection::ScoringParams bind_scoring(config::ParameterReader& in,
                                                     inspection::InspectionParams const& inspection);
[[nodiscard]] inspection::FloorParams bind_floors(config::ParameterReader& in);
[[nodiscard]] inspection::PublicationParams bind_publication(config::ParameterReader& in);
[[nodiscard]] inspection::SupervisionParams bind_supervision(config::ParameterReader& in);
/// Fills the settings of inspection on complaint: what inspection and interventions are like stands elsewhere.
[[nodiscard]] inspection::ComplaintParams bind_complaints(config::ParameterReader& in,
                                                          inspection::InspectionParams const& inspection,
                                                          inspection::FloorParams const& floors);
}  // namespace concordat::scenario
