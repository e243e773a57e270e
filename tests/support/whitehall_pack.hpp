#pragma once

#include <limits>

#include "models/state/pack.hpp"
#include "models/whitehall/whitehall_params.hpp"

namespace concordat::support
{
/// Three departments A, B, C; agreement 7 is led by A with B and C, agreement 9 by B with C, agreement
/// 11 by nobody in the pack. Indicators: 101 (A, agreement 7), 102 (B, agreement 9), 103 (A), 104 (B),
/// 105 and 106 (C). Police answer to A and B, the clinic to C; the council to nobody. 101 hurts 102
/// and 103 hurts 101.
inline state::Pack make_whitehall_pack()
{
    using state::DepartmentId;
    using state::IndicatorId;
    state::Pack pack;
    pack.departments = {{"A", "first"}, {"B", "second"}, {"C", "third"}};
    pack.service_agreements = {{7, "seven", DepartmentId{0}, {DepartmentId{1}, DepartmentId{2}}, true},
                               {9, "nine", DepartmentId{1}, {DepartmentId{2}}, false},
                               {11, "eleven", DepartmentId{}, {DepartmentId{0}}, false}};
    int const department[] = {0, 1, 0, 1, 2, 2};
    int const agreement[] = {0, 1, -1, -1, -1, -1};
    for (int j = 0; j < 6; ++j) {
        state::Indicator row;
        row.number = 101 + j;
        row.department = DepartmentId{department[j]};
        row.service_agreement = agreement[j];
        pack.indicators.push_back(row);
    }
    pack.partners.resize(3);
    pack.partners[0].code = "council";
    pack.partners[1].code = "police";
    pack.partners[1].national_line = {DepartmentId{0}, DepartmentId{1}};
    pack.partners[2].code = "clinic";
    pack.partners[2].national_line = {DepartmentId{2}};
    pack.base_share.resize(6, 3);
    pack.base_share << .4, .6, .0,  //
        .8, .2, .0,                 //
        .4, .6, .0,                 //
        .8, .2, .0,                 //
        .5, .0, .5,                 //
        .5, .0, .5;
    pack.named_spillovers = {{IndicatorId{0}, IndicatorId{1}, -.3},
                             {IndicatorId{2}, IndicatorId{0}, -.1},
                             {IndicatorId{3}, IndicatorId{4}, .2}};
    for (int i = 0; i < 3; ++i) {
        state::Area area;
        area.id = i + 1;
        pack.areas.push_back(area);
    }
    return pack;
}

/// The same pack with departments, agreements and indicators in the opposite order.
inline state::Pack reverse_whitehall(state::Pack pack)
{
    int const departments = static_cast<int>(pack.departments.size());
    int const indicators = static_cast<int>(pack.indicators.size());
    int const agreements = static_cast<int>(pack.service_agreements.size());
    auto const turn = [&](state::DepartmentId id) {
        return id.valid() ? state::DepartmentId{departments - 1 - id.index()} : id;
    };
    auto const turn_all = [&](std::vector<state::DepartmentId>& ids) {
        for (auto& id : ids) id = turn(id);
        ids = {ids.rbegin(), ids.rend()};
    };
    pack.departments = {pack.departments.rbegin(), pack.departments.rend()};
    pack.service_agreements = {pack.service_agreements.rbegin(), pack.service_agreements.rend()};
    pack.indicators = {pack.indicators.rbegin(), pack.indicators.rend()};
    for (auto& agreement : pack.service_agreements) {
        agreement.lead = turn(agreement.lead);
        turn_all(agreement.contributors);
    }
    for (auto& row : pack.indicators) {
        row.department = turn(row.department);
        if (row.service_agreement >= 0) row.service_agreement = agreements - 1 - row.service_agreement;
    }
    for (auto& partner : pack.partners) turn_all(partner.national_line);
    for (auto& named : pack.named_spillovers) {
        named.from = state::IndicatorId{indicators - 1 - named.from.index()};
        named.to = state::IndicatorId{indicators - 1 - named.to.index()};
    }
    pack.base_share.colwise().reverseInPlace();
    return pack;
}

/// Whitehall without any effect: every switch at its neutral value.
inline whitehall::WhitehallParams make_neutral_whitehall()
{
    return {.effort = {.agreement_weight = 1.0},
            .advice = {.coordination = core::Share{.67}},
            .ministers = {.announcement_damping = core::Share{.5}},
            .pool = {.discretionary_share = core::Share{.02}, .key_cost = .25, .key_belief = core::Share{.8}},
            .gatekeeping = {.given = core::Share{.25}},
            .common_agency = {.risk = .25, .min_share = core::Share{1.0}},
            .named_spillover_scale = 1.0};
}
}  // namespace concordat::support
