#include "models/scenario/dose.hpp"

#include <fmt/format.h>

#include <array>

#include "sim/config/number_text.hpp"

namespace concordat::scenario
{
namespace
{
struct NamedDose
{
    std::string_view name;
    Dose dose;
};
constexpr std::array<NamedDose, 2> doses{{{"weak", Dose::weak}, {"strong", Dose::strong}}};

/// The operand that changes nothing; none where the parameter is no number.
std::optional<double> neutral_operand(Change const& change, config::Value const& present)
{
    if (change.operation == config::Operation::multiply) return 1.0;
    if (change.operation == config::Operation::add) return 0.0;
    if (auto const* whole = std::get_if<std::int64_t>(&present)) return static_cast<double>(*whole);
    if (auto const* number = std::get_if<double>(&present)) return *number;
    return std::nullopt;
}
}  // namespace

std::optional<DosedName> read_dosed_name(std::string_view text, core::Position const& where, core::Problems& problems)
{
    auto const at = text.rfind('@');
    if (at == std::string_view::npos || text.find('/', at) != std::string_view::npos) return DosedName{text};
    auto const given = text.substr(at + 1);
    for (auto const& [name, dose] : doses) {
        if (name == given) return DosedName{text.substr(0, at), dose};
    }
    auto const nearest = core::nearest_name(given, {std::string{doses[0].name}, std::string{doses[1].name}});
    problems.add(where, fmt::format("{} is no dose of a reform", config::quote(std::string{given})),
                 nearest.empty() ? "write REFORM@weak or REFORM@strong; without a dose it is as its file states it"
                                 : fmt::format("did you mean '@{}'?", nearest));
    return std::nullopt;
}

std::string_view suffix_of(Dose dose)
{
    if (dose == Dose::stated) return {};
    return dose == Dose::weak ? "@weak" : "@strong";
}

std::string_view remark_of(Dose dose)
{
    if (dose == Dose::stated) return {};
    return dose == Dose::weak ? " (weak)" : " (strong)";
}

Change take_dose(Change change, Dose dose, config::Value const& present)
{
    if (dose == Dose::stated || !change.range) return change;
    auto const stated = config::read_number(change.operand.text).value;
    auto const neutral = neutral_operand(change, present);
    if (!stated || !neutral) return change;  // a mistake that is reported where the change is checked
    bool const strong_is_high = *stated >= *neutral;
    bool const high = strong_is_high == (dose == Dose::strong);
    change.operand.text = config::show(high ? change.range->high : change.range->low);
    return change;
}
}  // namespace concordat::scenario
