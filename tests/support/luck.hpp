#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

#include "sim/core/elementary.hpp"
#include "sim/random/streams.hpp"

namespace concordat::test
{
/// Uniform values of an imagined study: number `study` of a fixed sequence, the same on every machine.
inline std::vector<double> draw_uniforms(std::uint32_t study, std::size_t count, std::uint32_t column = 0)
{
    std::vector<std::uint32_t> ids(count);
    std::iota(ids.begin(), ids.end(), 0U);
    std::vector<double> values(count);
    random::fill_uniform({2008, study, random::Purpose{"test.luck"}, 0}, ids, column, values);
    return values;
}

/// Mean 0, s.d. 1.
inline std::vector<double> draw_normals(std::uint32_t study, std::size_t count, std::uint32_t column = 0)
{
    auto values = draw_uniforms(study, count, column);
    for (auto& value : values) value = core::normal_quantile(value);
    return values;
}

/// Mean 1, s.d. 1, skewness 2.
inline std::vector<double> draw_exponentials(std::uint32_t study, std::size_t count, std::uint32_t column = 0)
{
    auto values = draw_uniforms(study, count, column);
    for (auto& value : values) value = -core::log(value);
    return values;
}
}  // namespace concordat::test
