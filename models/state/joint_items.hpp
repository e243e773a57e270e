#pragma once

#include <array>
#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/arrays.hpp"

namespace concordat::state
{
inline constexpr int most_councils = 6;  ///< [areas] that may agree together

/// An item that several areas agreed together: they are paid for what they achieve on the whole.
struct JointItem
{
    int indicator{};                        ///< [index]
    int holders{};                          ///< [areas] that hold it, at least 2
    std::array<int, most_councils> area{};  ///< [index] of each holder
    std::array<int, most_councils> slot{};  ///< [index] of the item in its agreement
};

/// The joint items of a round. Shape of each table [n_area_padded, max_slots]; empty where nobody agrees together.
struct JointItems
{
    std::vector<JointItem> list{};
    AreaIntTable holders{};  ///< [areas] that hold the slot's item together; 0 where it is the area's own
    AreaTable returns{};     ///< [factor] on a gain here, with what of it reaches the other holders
    AreaTable expected{};    ///< [sigma] what each area is expected to achieve, as all know it
    Targets seen{};          ///< targets as each area sees them, the others' part as expected or reported
};
}  // namespace concordat::state
