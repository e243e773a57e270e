#include "models/scenario/bind_inspection.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
inspection::ScoringParams bind_scoring(config::ParameterReader& in, inspection::InspectionParams const& inspection)
{
    return {
        .inspection = inspection,
        .annual = in.flag("inspection.scoring.annual"),
        .capability_weight = in.number("inspection.scoring.capability_weight"),
        .performance_weight = in.number("inspection.scoring.performance_weight"),
        .affluence_bias = in.number("inspection.scoring.affluence_bias"),
        .judgement_noise = in.number("inspection.scoring.judgement_noise"),
        .flag_distance = in.number("inspection.scoring.flag_distance"),
        .class_cuts = {in.number("population.capability.cut_poor_weak"),
                       in.number("population.capability.cut_weak_fair"),
                       in.number("population.capability.cut_fair_good"),
                       in.number("population.capability.cut_good_excellent")},
        .star_cuts = {in.number("inspection.scoring.cut_one_two"), in.number("inspection.scoring.cut_two_three"),
                      in.number("inspection.scoring.cut_three_four")},
    };
}

inspection::FloorParams bind_floors(config::ParameterReader& in)
{
    return {
        .level_spread = in.number("inspection.standards.level_spread"),
        .covered = in.share("inspection.standards.covered"),
        .percentile = in.share("inspection.standards.percentile"),
        .pressure = in.number("inspection.standards.pressure"),
        .probability = in.share("inspection.standards.intervention"),
        .support = in.number("inspection.standards.support"),
        .trust_lost = in.share("inspection.standards.trust_lost"),
        .cost = in.pounds("inspection.standards.cost"),
    };
}

inspection::PublicationParams bind_publication(config::ParameterReader& in)
{
    return {
        .strength = in.number("inspection.publication.strength"),
        .comparator_weight = in.number("inspection.publication.comparator_weight"),
        .comparators = in.integer("inspection.publication.comparators"),
    };
}

inspection::SupervisionParams bind_supervision(config::ParameterReader& in)
{
    return {
        .supervised = in.share("inspection.supervision.supervised"),
        .detection = in.share("gaming.audit.detection"),
        .extra_detection = in.share("inspection.supervision.extra_detection"),
        .extra_reporting = in.number("inspection.supervision.extra_reporting"),
    };
}

inspection::ComplaintParams bind_complaints(config::ParameterReader& in, inspection::InspectionParams const& inspection,
                                            inspection::FloorParams const& floors)
{
    return {
        .rate = in.share("inspection.complaints.rate"),
        .tolerance = in.number("inspection.complaints.tolerance"),
        .mended = in.share("inspection.complaints.mended"),
        .scrutinised = in.share("inspection.complaints.scrutinised"),
        .pressure = in.number("inspection.complaints.pressure"),
        .concern = in.number("inspection.complaints.concern"),
        .vexatious = in.number("inspection.complaints.vexatious"),
        .distraction = in.share("inspection.complaints.distraction"),
        .called_in = in.share("inspection.complaints.called_in"),
        .cost = in.pounds("inspection.complaints.cost"),
        .floors = floors,
        .inspection = inspection,
    };
}
}  // namespace concordat::scenario
