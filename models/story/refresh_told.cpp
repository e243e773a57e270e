#include "models/story/refresh_told.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "models/story/figures.hpp"
#include "models/story/phrases.hpp"

namespace concordat::story
{
namespace
{
using state::Move;
using state::MoveKind;
using state::MoveReason;

constexpr int months_per_year = 12;  // talks end within a year; refreshes come at the ends of later ones

bool settles_level(Move const& move)
{
    return move.kind == MoveKind::agree_level || move.kind == MoveKind::impose_level;
}

/// Years of delivery that are over.
int year_of(Move const& move) { return (move.month - 1) / months_per_year; }

std::string say_why(MoveReason reason)
{
    if (reason == MoveReason::missing_baseline) return "the baseline has come";
    return std::string{phrase_of(reason)};
}

std::string list_levels(std::vector<Move> const& moves, Names const& names)
{
    std::string text;
    for (auto const& move : moves) {
        text += fmt::format("{}{} (stretch {})", text.empty() ? "" : ", ", names.number(move.indicator),
                            write_fixed(move.value_council, 2));
    }
    return text;
}
}  // namespace

bool is_of_refresh(Move const& move) { return settles_level(move) && move.month > months_per_year; }

ItemRecord as_signed(AreaRecord const& record, ItemRecord item)
{
    auto const concerns = [&](Move const& move) { return move.indicator == item.indicator && settles_level(move); };
    bool const reopened = std::any_of(record.moves.begin(), record.moves.end(),
                                      [&](Move const& move) { return concerns(move) && is_of_refresh(move); });
    if (!reopened) return item;
    auto const first = std::find_if(record.moves.begin(), record.moves.end(), concerns);
    item.placeholder = is_of_refresh(*first);
    item.stretch = item.placeholder ? 0.0 : first->value_council;
    item.target = item.trend + item.stretch;
    return item;
}

std::optional<int> find_level_year(AreaRecord const& record, ItemRecord const& item)
{
    if (!as_signed(record, item).placeholder) return 0;
    if (item.placeholder) return std::nullopt;
    auto const found = std::find_if(record.moves.begin(), record.moves.end(), [&](Move const& move) {
        return move.indicator == item.indicator && is_of_refresh(move);
    });
    return year_of(*found);
}

Story tell_refreshes(AreaRecord const& record, Names const& names)
{
    std::map<int, std::map<std::string, std::vector<Move>>> years;
    for (auto const& move : record.moves) {
        if (is_of_refresh(move)) years[year_of(move)][say_why(move.reason)].push_back(move);
    }
    Story story;
    for (auto const& [year, reasons] : years) {
        Chapter chapter{.title = fmt::format("Refresh at the end of year {}", year), .year = year};
        for (auto const& [why, moves] : reasons) {
            chapter.passages.push_back(
                {why, fmt::format("{} reopened, {}: {}.", count(static_cast<int>(moves.size()), "item"), why,
                                  list_levels(moves, names))});
        }
        story.push_back(std::move(chapter));
    }
    return story;
}
}  // namespace concordat::story
