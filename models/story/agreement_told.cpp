#include "models/story/agreement_told.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "models/story/figures.hpp"
#include "models/story/joint_told.hpp"
#include "models/story/phrases.hpp"
#include "models/story/refresh_told.hpp"

namespace concordat::story
{
namespace
{
using state::Move;
using state::MoveKind;

constexpr std::array<char const*, 5> class_words{"poor", "weak", "fair", "good", "excellent"};
constexpr std::array<char const*, 4> councillor_words{"hardly know of the partnership", "take little interest",
                                                      "are engaged", "reject the partnership"};

/// "poor" for what lies in the lowest fifth of a normal distribution, and so on.
std::string say_deprivation(double z)
{
    if (z > 0.84) return "among the most deprived fifth";
    if (z < -0.84) return "among the least deprived fifth";
    return z > 0.0 ? "somewhat more deprived than the average" : "somewhat less deprived than the average";
}

std::string say_place(state::Area const& area, state::Pack const& pack)
{
    std::string text = area.type < static_cast<int>(pack.area_types.size())
                           ? pack.area_types[static_cast<std::size_t>(area.type)]
                           : std::string{"area"};
    if (area.region.valid() && area.region.index() < static_cast<int>(pack.regions.size())) {
        text += " in " + pack.regions[static_cast<std::size_t>(area.region.index())];
    }
    if (area.two_tier) text += fmt::format(" with {} below it", count(area.districts, "district council"));
    return text;
}

std::string say_politics(Standpoint const& who)
{
    if (!who.political) return {};
    return fmt::format(" Its leader {} the partnership; councillors {}.", who.sceptic ? "doubts" : "supports",
                       councillor_words.at(static_cast<std::size_t>(std::clamp(who.engagement, 0, 3))));
}

/// "trust 0.50 -> 0.46"; empty where nothing moved that can be seen.
std::string say_change(char const* what, double before, double after)
{
    auto const from = write_fixed(before, 2);
    auto const to = write_fixed(after, 2);
    return from == to ? std::string{} : fmt::format("{} {} -> {}", what, from, to);
}

/// What the round did to how people stand to each other.
std::string tell_aftermath(Standpoint const& before, Standpoint const& after)
{
    std::string text;
    for (auto const& change : {say_change("trust", before.trust, after.trust),
                               say_change("cooperation", before.cooperation, after.cooperation),
                               say_change("buy-in", before.buy_in, after.buy_in),
                               say_change("belief that rewards are paid", before.payment_belief, after.payment_belief)}) {
        if (!change.empty()) text += (text.empty() ? "" : ", ") + change;
    }
    if (text.empty()) return "The round leaves trust, cooperation and buy-in as they were.";
    text = "After the round: " + text + ".";
    if (before.sceptic != after.sceptic) {
        text += after.sceptic ? " The new leader doubts the partnership." : " The new leader supports the partnership.";
    }
    return text;
}

/// The last offers of both sides over a level, in sigma of stretch.
struct Offers
{
    Move const* council{};
    Move const* centre{};
    Move const* settled{};
};

Offers find_offers(AreaRecord const& record, int indicator)
{
    Offers offers;
    for (auto const& move : record.moves) {
        if (move.indicator != indicator) continue;
        bool const offer = move.kind == MoveKind::offer_level;
        if (offer && move.from == state::Party::council) offers.council = &move;
        if (offer && move.from != state::Party::council) offers.centre = &move;
        if (is_about_level(move.kind) && !offer && !is_of_refresh(move) && offers.settled == nullptr) offers.settled = &move;
    }
    return offers;
}

std::string say_offers(AreaRecord const& record, int indicator)
{
    auto const offers = find_offers(record, indicator);
    if (offers.council == nullptr || offers.centre == nullptr) return {};
    bool const usual = offers.centre->reason == state::MoveReason::centre_ask;
    auto const why = usual ? std::string_view{} : phrase_of(offers.centre->reason);
    auto text = fmt::format("; offered {}, asked {}", write_fixed(offers.council->value_council, 2),
                            write_fixed(offers.centre->value_centre, 2));
    if (!why.empty()) text += fmt::format(" ({})", why);
    if (offers.settled != nullptr && offers.settled->kind == MoveKind::impose_level) text += ", imposed";
    return text;
}

std::string tell_item(AreaRecord const& record, ItemRecord const& item, Names const& names)
{
    auto text = names.indicator(item.indicator) + ": ";
    if (item.placeholder) {
        text += "no level yet";
    } else {
        bool const falls = item.stretch < 0.0;
        text += fmt::format("{} {} {} = {}", write_fixed(item.trend, 2), falls ? "-" : "+",
                            write_fixed(std::abs(item.stretch), 2), write_fixed(item.target, 2));
    }
    return text + say_offers(record, item.indicator) + ".";
}

std::vector<int> indicators_where(AreaRecord const& record, bool (*wanted)(ItemRecord const&))
{
    std::vector<int> found;
    for (auto const& item : record.items) {
        if (wanted(item)) found.push_back(item.indicator);
    }
    return found;
}

/// Reached at least this part of the stretch.
bool reached(ItemRecord const& item, double part)
{
    return !item.placeholder && item.reported >= item.trend + part * item.stretch;
}

/// "NI 30 (1.62 against 1.35)"
std::string list_results(std::vector<ItemRecord const*> const& items, Names const& names)
{
    std::string text;
    for (auto const* item : items) {
        text += fmt::format("{}{} ({} against {})", text.empty() ? "" : ", ", names.number(item->indicator),
                            write_fixed(item->reported, 2), write_fixed(item->target, 2));
    }
    return text;
}

/// Empty where all reports are true.
std::string tell_false_reports(AreaRecord const& record, Names const& names)
{
    std::string text;
    for (auto const& item : record.items) {
        if (item.inflation <= 0.0) continue;
        text += fmt::format("{}{} by {}{}", text.empty() ? "" : ", ", names.number(item.indicator),
                            write_fixed(item.inflation, 2), item.caught ? ", and is caught" : "");
    }
    return text.empty() ? text : fmt::format("{} reports more than it measured: {}.", names.area(), text);
}

Passage tell_results(std::string key, std::string const& what, std::vector<ItemRecord const*> const& items,
                     Names const& names)
{
    if (items.empty()) return {std::move(key), what + ": none."};
    return {std::move(key), fmt::format("{}, {}: {}.", what, items.size(), list_results(items, names))};
}
}  // namespace

Chapter tell_beginning(AreaRecord const& record, Names const& names)
{
    auto const& pack = names.pack();
    auto const& area = pack.areas.at(static_cast<std::size_t>(record.area));
    auto const& who = record.beginning;
    Chapter chapter{.title = names.area()};
    auto text = fmt::format("{} is a {}", names.area(), say_place(area, pack));
    if (std::isfinite(area.deprivation)) text += ", " + say_deprivation(area.deprivation);
    chapter.passages.push_back({"place", text + "."});
    chapter.passages.push_back(
        {"council", fmt::format("The council's capability is {} s.d.; inspectors call it {}.{}", write_signed(who.capability, 1),
                                class_words.at(static_cast<std::size_t>(std::clamp(who.inspection_class, 0, 4))),
                                say_politics(who))});
    chapter.passages.push_back(
        {"relations", fmt::format("Trust between area and centre is {}, cooperation of the partners {}, buy-in {}. The "
                                  "centre has {} of the bargaining weight.{}",
                                  write_fixed(who.trust, 2), write_fixed(who.cooperation, 2), write_fixed(who.buy_in, 2),
                                  write_share(who.centre_weight),
                                  who.champion ? " A champion from Whitehall works with the area." : "")});
    return chapter;
}

Chapter tell_agreement(AreaRecord const& record, Names const& names)
{
    Chapter chapter{.title = "The agreement"};
    auto const& talks = record.talks;
    if (!talks.entered) {
        chapter.passages.push_back({"signed", names.area() + " stays out: there is no agreement."});
        return chapter;
    }
    auto const by_law = indicators_where(record, [](ItemRecord const& item) { return item.statutory; });
    std::vector<int> open;
    for (auto const& item : record.items) {
        if (as_signed(record, item).placeholder) open.push_back(item.indicator);
    }
    auto text = fmt::format("{} signs {}", names.area(), count(static_cast<int>(record.items.size()), "item"));
    if (talks.months > 0.0) text += fmt::format(" after {} months", write_fixed(talks.months, 0));
    text += fmt::format(": {} by law and {} chosen", by_law.size(), record.items.size() - by_law.size());
    if (talks.told > 0.0) text += fmt::format(", {} of them because it was told", write_fixed(talks.told, 0));
    chapter.passages.push_back({"signed", text + "."});
    if (!by_law.empty()) chapter.passages.push_back({"by law", "By law: " + names.numbers(by_law) + "."});
    auto const forced = indicators_where(record, [](ItemRecord const& item) { return item.imposed; });
    if (!forced.empty()) {
        chapter.passages.push_back({"forced", fmt::format("Not among its own best {}: {} ({}).",
                                                          record.items.size() - by_law.size(), names.numbers(forced),
                                                          forced.size())});
    }
    if (!open.empty()) chapter.passages.push_back({"open", "Without a level: " + names.numbers(open) + "."});
    chapter.passages.push_back({"levels", "Levels: the announced trend plus the stretch agreed."});
    for (auto const& item : record.items) {
        if (item.statutory) continue;
        chapter.passages.push_back({names.number(item.indicator), tell_item(record, as_signed(record, item), names)});
    }
    return chapter;
}

Chapter tell_settlement(AreaRecord const& record, Names const& names)
{
    constexpr double nearly = 0.6;  // part of the stretch; the pro-rata rule of 2001 paid from here on
    std::vector<ItemRecord const*> met, near, missed;
    double paid = 0.0, offered = 0.0, gain = 0.0, usual = 0.0;
    int truly_met = 0;
    for (auto const& item : record.items) {
        gain += item.gain;
        usual += item.usual_gain;
        paid += item.payment;
        offered += item.reward;
        if (item.statutory || item.placeholder) continue;
        truly_met += item.outcome >= item.target ? 1 : 0;
        (item.met() ? met : reached(item, nearly) ? near : missed).push_back(&item);
    }
    Chapter chapter{.title = "Settlement"};
    chapter.passages.push_back(tell_results("met", "Targets met, as reported", met, names));
    chapter.passages.push_back(tell_results("near", "At least 60 % of the stretch", near, names));
    chapter.passages.push_back(tell_results("missed", "Missed", missed, names));
    if (auto const false_reports = tell_false_reports(record, names); !false_reports.empty()) {
        chapter.passages.push_back({"false", false_reports});
    }
    if (auto const joint = tell_joint(record, names); !joint.empty()) chapter.passages.push_back({"joint", joint});
    chapter.passages.push_back({"paid", fmt::format("Reward: {} of {} offered.", write_pounds(paid), write_pounds(offered))});
    auto const items = std::max(1.0, static_cast<double>(record.items.size()));
    chapter.passages.push_back(
        {"truth", fmt::format("In truth the area met {} of these targets, luck included. Effort improved the items of the agreement by {} "
                              "sigma on average; without an agreement it would have been {}. {} of the partners took part in "
                              "full, and {} of all effort went into the agreement.",
                              truly_met, write_fixed(gain / items, 2), write_fixed(usual / items, 2),
                              write_share(record.partners_in),
                              write_share(record.effort > 0.0 ? record.agreement_effort / record.effort : 0.0))});
    chapter.passages.push_back({"after", tell_aftermath(record.beginning, record.ending)});
    return chapter;
}
}  // namespace concordat::story
