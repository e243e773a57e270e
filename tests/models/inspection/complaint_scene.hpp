#pragma once

#include "models/inspection/complaints.hpp"
#include "tests/models/inspection/inspection_scene.hpp"

namespace concordat::inspection
{
/// Areas whose council and three partners share the work on indicators: partner 1 + j mod 3 comes second
/// to the council on even indicators and leads it on odd ones.
struct ComplaintScene : InspectionScene
{
    static constexpr int partners = 4;
    state::Complaints complaints{};

    ComplaintScene(int areas, int indicators) : InspectionScene{areas, indicators, indicators}
    {
        pack.partners.resize(partners);
        pack.base_share = Eigen::ArrayXXd::Zero(indicators, partners);
        for (int j = 0; j < indicators; ++j) {
            pack.base_share(j, 0) = j % 2 == 0 ? 0.6 : 0.4;
            pack.base_share(j, 1 + j % 3) = 1.0 - pack.base_share(j, 0);
        }
    }

    /// Every indicator is agreed everywhere, at one target.
    void agree_on_all(double target)
    {
        for (std::size_t i = 0; i < pack.area_count(); ++i) {
            for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
                choose(static_cast<int>(i), static_cast<int>(j), target);
            }
        }
    }
    /// A right to complain as sure as can be: every item that lags draws a complaint that nobody settles.
    static ComplaintParams make_params()
    {
        ComplaintParams params{};
        params.rate = core::Share{1.0};
        params.concern = 2.0;
        params.pressure = 0.1;
        params.cost = core::Pounds{100000.0};
        params.inspection.strength = 12.0;
        params.inspection.low_performer_extra = 0.5;
        params.floors.support = 0.1;
        params.floors.trust_lost = core::Share{0.1};
        params.floors.cost = core::Pounds{150000.0};
        return params;
    }
    void hear(Complaints const& of, int year, std::uint32_t replicate = 0)
    {
        assessment.intervened.setZero();
        of.hear({.master_seed = 11, .replicate = replicate, .round = 0}, year, outlook, agreement, targets, population,
                standing, assessment, complaints);
    }
    void press(Complaints const& of, int year)
    {
        of.press({.master_seed = 11, .replicate = 0, .round = 0}, year, outlook, agreement, targets, population,
                 complaints, conditions);
    }
};
}  // namespace concordat::inspection
