#pragma once

#include <vector>

#include "sim/core/lanes.hpp"

namespace concordat::delivery
{
/// What part of an effort is the council's: its share of the CES sum that makes up the effort, per indicator.
/// 1 where the council works alone, 0 where it does nothing. Where nobody is moved, the base shares.
struct CouncilPart
{
    std::vector<core::Lanes> outcome{};  ///< [share] of the effort for the outcome
    std::vector<core::Lanes> measure{};  ///< [share] of the effort for the measure
    std::vector<core::Lanes> outside{};  ///< [share] of that for the outcome if the indicator were outside the agreement

    void resize(std::size_t indicators)
    {
        for (auto* list : {&outcome, &measure, &outside}) list->assign(indicators, core::Lanes{0.0});
    }
};
}  // namespace concordat::delivery
