#include "models/story/talks_told.hpp"

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
using state::Party;

constexpr std::size_t most_told_singly = 2;  ///< [moves] of one group that are told one by one

/// Moves of one kind, party and reason in one month, in the order in which they were made.
using Group = std::vector<Move>;

bool belong_together(Move const& a, Move const& b)
{
    return a.kind == b.kind && a.from == b.from && a.reason == b.reason;
}

std::vector<Group> group_moves(std::vector<Move> const& moves)
{
    std::vector<Group> groups;
    for (auto const& move : moves) {
        auto const found = std::find_if(groups.begin(), groups.end(), [&](Group const& group) {
            return belong_together(group.front(), move);
        });
        if (found == groups.end()) {
            groups.push_back({move});
        } else {
            found->push_back(move);
        }
    }
    return groups;
}

std::string replace(std::string text, std::string_view what, std::string const& by)
{
    if (auto const at = text.find(what); at != std::string::npos) text.replace(at, what.size(), by);
    return text;
}

/// Evidence is heard or not; everywhere else a reason says why a move was made.
std::string say_why(Move const& move)
{
    auto const why = move.kind == MoveKind::evidence && move.reason == MoveReason::need_shown
                         ? std::string_view{"it is heard, and both sides now see the same need"}
                     : move.kind == MoveKind::evidence && move.reason == MoveReason::no_evidence
                         ? std::string_view{"it is not heard"}
                         : phrase_of(move.reason);
    return why.empty() ? std::string{} : fmt::format(" ({})", why);
}

/// "tells Leeds to take NI 30 (a must-have of Whitehall)"
std::string say(Move const& move, std::string const& objects, Names const& names)
{
    bool const names_indicator = move.kind == MoveKind::swap_in || move.kind == MoveKind::swap_out || move.kind == MoveKind::link;
    auto text = replace(std::string{phrase_of(move.kind)}, "{}", objects);
    text = replace(std::move(text), "{to}", names.party(move.to, move.indicator));
    if (names_indicator && move.other >= 0) text = replace(std::move(text), "{other}", names.number(move.other));
    text = replace(std::move(text), "{other}", "others");
    return text + say_why(move);
}

std::string say_worth(double council, double centre, Names const& names)
{
    if (council == 0.0 && centre == 0.0) return {};
    return fmt::format("; worth {} to the centre and {} to {}", write_signed(centre, 1), write_signed(council, 1),
                       names.area());
}

std::string say_singly(Move const& move, Names const& names)
{
    auto const object = move.indicator < 0 ? std::string{} : names.indicator(move.indicator);
    auto const text = fmt::format("{} {}{}.", names.party(move.from, move.indicator), say(move, object, names),
                                  say_worth(move.value_council, move.value_centre, names));
    return begin_sentence(text);
}

/// "CLG: NI 4 and 5; DCSF: NI 51"
std::string list_by_department(Group const& group, Names const& names)
{
    std::map<std::string, std::vector<int>> lists;
    for (auto const& move : group) {
        auto const& row = names.pack().indicators.at(static_cast<std::size_t>(move.indicator));
        lists[names.pack().departments.at(static_cast<std::size_t>(row.department.index())).code].push_back(move.indicator);
    }
    std::string text;
    for (auto const& [code, indicators] : lists) {
        text += fmt::format("{}{}: {}", text.empty() ? "" : "; ", code, names.numbers(indicators));
    }
    return text;
}

std::string say_together(Group const& group, Names const& names)
{
    auto const& first = group.front();
    std::vector<int> indicators;
    double council = 0.0;
    double centre = 0.0;
    for (auto const& move : group) {
        if (move.indicator >= 0) indicators.push_back(move.indicator);
        council += move.value_council / static_cast<double>(group.size());
        centre += move.value_centre / static_cast<double>(group.size());
    }
    bool const many_departments = first.from == Party::department || first.from == Party::minister;
    auto const who = many_departments ? names.party(first.from == Party::minister ? Party::minister : Party::department, -1)
                                      : names.party(first.from, first.indicator);
    auto common = first;
    common.other = -1;
    bool const by_department = first.from == Party::department && first.kind == MoveKind::table;
    auto const list = by_department ? list_by_department(group, names) : names.numbers(indicators);
    auto const text = fmt::format("{} {}: {}{}.", who,
                                  say(common, count(static_cast<int>(group.size()), "item"), names), list,
                                  say_worth(council, centre, names));
    return begin_sentence(group.size() > 1 ? replace(text, "; worth", "; on average worth") : text);
}

/// "The Government Office grants budget pooling (2), lighter monitoring"
std::string say_freedoms(Group const& group, Names const& names)
{
    std::map<int, int> times;
    for (auto const& move : group) ++times[move.other];
    std::string list;
    for (auto const& [freedom, number] : times) {
        list += fmt::format("{}{}", list.empty() ? "" : ", ", phrase_of(static_cast<state::Freedom>(freedom)));
        if (number > 1) list += fmt::format(" ({})", number);
    }
    auto const& first = group.front();
    auto const text = replace(std::string{phrase_of(first.kind)}, "{freedom}", list);
    return begin_sentence(fmt::format("{} {}{}.", names.party(first.from, -1), text, say_why(first)));
}

std::string tell_group(Group const& group, Names const& names)
{
    if (is_about_freedom(group.front().kind)) return say_freedoms(group, names);
    bool const plain = std::any_of(group.begin(), group.end(), [](Move const& move) { return move.indicator < 0; });
    if (group.size() > most_told_singly && !plain) return say_together(group, names);
    std::string text;
    for (auto const& move : group) text += (text.empty() ? "" : " ") + say_singly(move, names);
    return text;
}

/// Talks over a level, or a placeholder that came of them.
bool is_of_levels(Move const& move)
{
    return is_about_level(move.kind) || (move.kind == MoveKind::park && move.from == Party::government_office);
}
}  // namespace

Story tell_talks(AreaRecord const& record, Names const& names)
{
    std::map<int, std::vector<Move>> months;
    for (auto const& move : record.moves) {
        if (!is_of_levels(move)) months[move.month].push_back(move);
    }
    if (months.empty()) {
        return {{"The talks", {{"none", "Both sides settle the package as a whole: there are no single moves to tell."}}}};
    }
    Story story;
    for (auto const& [month, moves] : months) {
        Chapter chapter{.title = month == 0 ? "The talks open" : fmt::format("Month {}", month)};
        for (auto const& group : group_moves(moves)) {
            auto const& first = group.front();
            chapter.passages.push_back(
                {fmt::format("{}/{}/{}/{}", month, word_of(first.from), word_of(first.kind), word_of(first.reason)),
                 tell_group(group, names)});
        }
        story.push_back(std::move(chapter));
    }
    return story;
}
}  // namespace concordat::story
