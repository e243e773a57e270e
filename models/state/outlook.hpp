#pragma once

#include <cstdint>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// Where areas stand and are heading, as inspectors and the public can see it: levels in sigma above
/// the mean of all areas at the start of the replicate, luck left out, shape [A, J].
struct Outlook
{
    AreaTable start{};      ///< [sigma] at the start of the round
    AreaTable present{};    ///< [sigma] now
    AreaTable projected{};  ///< [sigma] expected at the end of the round
    PerIndicator spread{};  ///< [sigma] s.d. of luck over a whole round, per indicator
    double remaining{1.0};  ///< [share] of the round left

    void resize(std::int64_t areas_padded, std::int64_t indicators)
    {
        for (auto* table : {&start, &present, &projected}) *table = AreaTable::Zero(areas_padded, indicators);
        spread = PerIndicator::Ones(indicators);
    }
};
}  // namespace concordat::state
