#pragma once

#include <array>
#include <bit>
#include <cstddef>

namespace concordat::cycle
{
/// What outcomes are made of: sums over areas or over (area, item) pairs. Sums of groups add up, in
/// the order of ids. Money in GBP thousand over the round, gains in sigma.
struct AreaSums
{
    double areas{};
    double items{};             ///< [items] in agreements, statutory ones included
    double chosen{};            ///< [items] negotiated
    double forced{};            ///< [items]
    double without_level{};     ///< [items] chosen and signed without a level
    double targets{};           ///< [items] with a reward
    double met{};               ///< [targets] reported at or above the level
    double truly_met{};         ///< [targets] true track at or above the level
    double partly_met{};        ///< [targets] at least 60 per cent of the stretch, not all
    double missed{};            ///< [targets] below 60 per cent of the stretch
    double offered{};
    double earned{};
    double single{};            ///< earned on single indicators beside the grant
    double selected_gain{};     ///< over items
    double target_effect{};     ///< over targets: gain less the gain without being in the agreement
    double unselected_gain{};   ///< over indicators outside the agreement
    double unselected{};        ///< [indicators]
    double all_gain{};          ///< over every indicator
    double spillover{};
    double gap{};               ///< reported less true, over items
    double chosen_need{};       ///< [s.d.] over chosen items
    double contested{};         ///< [targets] in a contest
    double manipulable{};       ///< [targets] on indicators whose measurement can be manipulated
    double falsely_met{};       ///< [targets] of them met by a false report alone
    double redefined{};         ///< [items] whose definition changed in the round
    double redefined_targets{}; ///< [targets] of them whose level still held
    double redefined_lost{};    ///< [targets] of these that would have been met in the old definition
    double contested_offer{};
    double value{};             ///< to society
    double effort{};            ///< [effort points^2]
    double agreement_effort{};  ///< [effort points^2]
    double partners_in{};       ///< [share] sum over areas
    double binding{};           ///< [share] sum over areas
    double fenced{};            ///< [share] sum over areas
    double bracketed{};         ///< [area-years]
    double unsettled{};         ///< [area-years]
    double negotiation{};
    double exchequer{};
    double welfare{};
    double welfare_low{};       ///< at the low cost of funds
    double welfare_high{};      ///< at the high cost of funds

    void add(AreaSums const& other);
};

/// Field by field; every field is a number, so that the fields are added as one row of them.
inline void AreaSums::add(AreaSums const& other)
{
    using Row = std::array<double, sizeof(AreaSums) / sizeof(double)>;
    auto row = std::bit_cast<Row>(*this);
    auto const more = std::bit_cast<Row>(other);
    for (std::size_t f = 0; f < row.size(); ++f) row[f] += more[f];
    *this = std::bit_cast<AreaSums>(row);
}
}  // namespace concordat::cycle
