#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "models/scenario/change.hpp"
#include "sim/config/value.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
/// How much of a reform: as its file states it, or with every change at an end of its own range.
enum class Dose
{
    stated,
    weak,   ///< the end towards what is there without the reform
    strong  ///< the end beyond the stated value
};

/// A reform's name and its dose, as written: "ifg_18@strong".
struct DosedName
{
    std::string_view name{};
    Dose dose{Dose::stated};
};

/// Reads a name with or without a dose. An unknown dose is reported.
[[nodiscard]] std::optional<DosedName> read_dosed_name(std::string_view text, core::Position const& where,
                                                       core::Problems& problems);

/// "", "@weak", "@strong"
[[nodiscard]] std::string_view suffix_of(Dose dose);
/// "", " (weak)", " (strong)": behind a reform's title.
[[nodiscard]] std::string_view remark_of(Dose dose);

/// The change at a dose: the operand is the end of its range towards, or away from, what leaves the parameter as
/// it is (a factor of 1, an addition of 0, the present value). A change without a range has one dose.
/// \param present the parameter's value without the change
[[nodiscard]] Change take_dose(Change change, Dose dose, config::Value const& present);
}  // namespace concordat::scenario
