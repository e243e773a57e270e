#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "sim/store/schema.hpp"

namespace concordat::compare
{
/// The self-test of a comparison: the baseline, run again as a reform that changes nothing, must give
/// the same bits in every column. Were it not so, differences between scenarios would show more than
/// the reforms.
struct NullReform
{
    std::string baseline{};          ///< name of the scenario that was run again
    std::uint32_t replicate{};       ///< [index]
    std::size_t columns{};           ///< [count] compared
    std::size_t different{};         ///< [count]
    std::string first_difference{};  ///< in words; empty where there is none

    [[nodiscard]] bool passed() const { return different == 0; }
};

/// Compares two rows bit by bit; two missing values are equal.
/// \pre both have one value per column of the schema
[[nodiscard]] NullReform compare_rows(store::Schema const& schema, std::span<double const> baseline,
                                      std::span<double const> again);
}  // namespace concordat::compare
