#pragma once

#include "models/inspection/floors.hpp"
#include "models/inspection/inspection.hpp"
#include "sim/core/quantity.hpp"

namespace concordat::inspection
{
/// Settings of inspection on complaint (scenarios/parameters/inspection/complaints.yaml).
struct ComplaintParams
{
    core::Share rate{};       ///< probability per year that an item that lags draws a complaint; 0: nobody complains
    double tolerance{};       ///< [sigma] expected shortfall that nobody minds
    core::Share mended{};     ///< share of complaints that the area settles in six months
    core::Share scrutinised{};  ///< share of the others that scrutiny by the council settles
    double pressure{};        ///< [effort points per sigma] on an item in the year after a complaint
    double concern{};         ///< [sigma of the mean score] what being inspected on complaint is like
    double vexatious{};       ///< [complaints per area and year] that have nothing to do with performance
    core::Share distraction{};  ///< share of effort budgets that each of those takes
    core::Share called_in{};  ///< probability per year that a council calls inspectors in where a partner's item lags
    core::Pounds cost{};      ///< [GBP/inspection] of inspectors and inspected
    // Of other files
    FloorParams floors{};             ///< what an intervention brings and costs
    InspectionParams inspection{};    ///< what a score is worth

    /// [probability] per year that an item that lags draws a complaint that neither stage settles.
    [[nodiscard]] double unsettled() const
    {
        return rate.value() * (1.0 - mended.value()) * (1.0 - scrutinised.value());
    }
    /// Whether nobody calls inspectors in.
    [[nodiscard]] bool quiet() const { return rate.value() == 0.0 && called_in.value() == 0.0; }
};
}  // namespace concordat::inspection
