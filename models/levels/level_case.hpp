#pragma once

#include <array>

namespace concordat::levels
{
inline constexpr int most_months = 24;  ///< longest talks over levels

/// How far a council has come down after each month of talks: shares from 0 to 1.
using Pace = std::array<double, most_months + 1>;

/// One item on the table. Stretches are stated for an indicator of standard controllability;
/// `scale` turns them into the indicator's own.
struct LevelCase
{
    double offer{};          ///< [sigma] S_L
    double demand{};         ///< [sigma] S_C
    double council_limit{};  ///< [sigma] t_L
    double centre_least{};   ///< [sigma] m_C
    double scale{};          ///< [factor] a_j over the standard controllability
    double announced{};      ///< [sigma] base to which the stretch is added
    double need{};           ///< [s.d.] N_ij
    double council_type{};   ///< uniform draw: where the council's private limit lies between offer and demand
    double centre_type{};    ///< uniform draw: where the centre's lies
    bool evidence{};         ///< evidence shows both limits
};

/// What came of the talks.
struct Settlement
{
    bool agreed{};     ///< false: no room for agreement
    double stretch{};  ///< [sigma] S_ij
    double month{};    ///< [months] 0 where the protocol tells no time
};
}  // namespace concordat::levels
