#pragma once

#include <cstdint>
#include <vector>

#include "models/state/arrays.hpp"

namespace concordat::state
{
/// What one area planned and achieved, year by year. Nothing is written while it is off.
struct Diary
{
    /// One item of the agreement in one year.
    struct Item
    {
        int year{};            ///< [index]
        int slot{};            ///< [index]
        int indicator{};       ///< [index]
        double plan{};         ///< [sigma] further measured gain planned for the rest of the round
        double slope{};        ///< [GBP thousand per sigma] what one more sigma is worth
        double gain{};         ///< [sigma per round] true gain lived
        double measured_gain{};///< [sigma per round] gain lived on the measure
        double reported{};     ///< [sigma] reported so far, mood included
    };
    /// The partners in one year.
    struct Partners
    {
        int year{};                          ///< [index]
        std::vector<double> involvement{};   ///< [share] per partner: 1 in, 0 out, between nominal
        std::vector<double> spend{};         ///< [effort points^2 per round] best response, per partner
    };
    std::int32_t area{-1};  ///< [index] whose diary it is; -1: off
    std::vector<Item> items{};
    std::vector<Partners> partners{};

    [[nodiscard]] bool on() const { return area >= 0; }
    void clear()
    {
        items.clear();
        partners.clear();
    }
};
}  // namespace concordat::state
