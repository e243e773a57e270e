#include "models/story/years_told.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/story/figures.hpp"
#include "models/story/refresh_told.hpp"

namespace concordat::story
{
namespace
{
using YearItem = state::Diary::Item;
using Partners = state::Diary::Partners;

constexpr std::size_t most_named = 5;     ///< items or partners that lead a list
constexpr double no_longer_pays = 0.25;   ///< of the slope in the first year, below which effort turns elsewhere

std::vector<YearItem> items_of(AreaRecord const& record, int year)
{
    std::vector<YearItem> items;
    for (auto const& item : record.year_items) {
        if (item.year == year) items.push_back(item);
    }
    return items;
}

int count_years(AreaRecord const& record)
{
    int years = 0;
    for (auto const& item : record.year_items) years = std::max(years, item.year + 1);
    for (auto const& partners : record.year_partners) years = std::max(years, partners.year + 1);
    return years;
}

std::string join(std::vector<std::string> const& parts)
{
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : ", ") + part;
    return text.empty() ? "nobody" : text;
}

/// Partners other than the council that exist in the area and can spend effort.
std::vector<std::size_t> list_partners(Names const& names, bool two_tier)
{
    std::vector<std::size_t> present;
    auto const& partners = names.pack().partners;
    for (std::size_t p = 1; p < partners.size(); ++p) {
        if (!partners[p].voice_only && (two_tier || !partners[p].two_tier_only)) present.push_back(p);
    }
    return present;
}

std::string tell_partners(Partners const& year, Names const& names, bool two_tier)
{
    std::vector<std::string> in, nominal, out;
    for (auto const p : list_partners(names, two_tier)) {
        double const part = year.involvement.at(p);
        (part >= 1.0 ? in : part > 0.0 ? nominal : out).push_back(names.pack().partners[p].name);
    }
    return fmt::format("Taking part in full: {}; in name only: {}; staying out: {}.", join(in), join(nominal), join(out));
}

std::string tell_effort(Partners const& year, Names const& names)
{
    double total = 0.0;
    std::vector<std::size_t> order;
    for (std::size_t p = 0; p < year.spend.size(); ++p) {
        total += year.spend[p];
        if (year.spend[p] > 0.0) order.push_back(p);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return year.spend[a] > year.spend[b]; });
    std::vector<std::string> leaders;
    for (std::size_t n = 0; n < std::min(order.size(), most_named); ++n) {
        leaders.push_back(fmt::format("{} {}", names.pack().partners.at(order[n]).name, write_share(year.spend[order[n]] / total)));
    }
    return fmt::format("Effort of all partners on all indicators: {} (effort points squared); by {}.", write_fixed(total, 1),
                       join(leaders));
}

/// The items that effort moved most in the year. \param years [count] of the round
std::string tell_movers(std::vector<YearItem> items, int years, Names const& names)
{
    std::stable_sort(items.begin(), items.end(), [](YearItem const& a, YearItem const& b) { return a.gain > b.gain; });
    std::vector<std::string> movers;
    for (std::size_t n = 0; n < std::min(items.size(), most_named); ++n) {
        movers.push_back(fmt::format("{} {}", names.number(items[n].indicator), write_signed(items[n].gain / years, 2)));
    }
    return fmt::format("Moved most by effort this year [sigma, in truth]: {}.", join(movers));
}

/// The chosen item with its level; nullptr where it had none in that year.
ItemRecord const* find_target(AreaRecord const& record, YearItem const& item)
{
    auto const found = std::find_if(record.items.begin(), record.items.end(),
                                    [&](ItemRecord const& one) { return one.indicator == item.indicator; });
    if (found == record.items.end() || found->statutory) return nullptr;
    auto const since = find_level_year(record, *found);
    return since && *since <= item.year ? &*found : nullptr;
}

/// How reports stand against an even way to the target.
std::string tell_course(AreaRecord const& record, std::vector<YearItem> const& items, int year, int years, Names const& names)
{
    std::vector<int> ahead, behind;
    double const part = static_cast<double>(year + 1) / years;
    for (auto const& item : items) {
        auto const* target = find_target(record, item);
        if (target == nullptr) continue;
        (item.reported >= part * target->target ? ahead : behind).push_back(item.indicator);
    }
    auto const list = [&](std::vector<int> const& some) { return some.empty() ? std::string{"none"} : names.numbers(some); };
    return fmt::format("On course for its target as reported: {} ({}); behind: {} ({}).", list(ahead), ahead.size(),
                       list(behind), behind.size());
}

double first_slope(AreaRecord const& record, int indicator)
{
    for (auto const& item : record.year_items) {
        if (item.year == 0 && item.indicator == indicator) return item.slope;
    }
    return 0.0;
}

/// Where the reward has lost its pull since the first year: far above a target, or far below.
std::string tell_turning(AreaRecord const& record, std::vector<YearItem> const& items, int year, int years, Names const& names)
{
    std::vector<int> coasting, given_up;
    for (auto const& item : items) {
        auto const* target = find_target(record, item);
        if (year == 0 || target == nullptr || item.slope >= no_longer_pays * first_slope(record, item.indicator)) continue;
        double const part = static_cast<double>(year) / years;
        (item.reported >= part * target->target ? coasting : given_up).push_back(item.indicator);
    }
    std::string text;
    if (!coasting.empty()) text = "The reward no longer drives what is safe: " + names.numbers(coasting) + ".";
    if (!given_up.empty()) {
        text += (text.empty() ? "" : " ") + std::string{"It no longer drives what is out of reach: "} + names.numbers(given_up) + ".";
    }
    return text;
}
}  // namespace

Story tell_years(AreaRecord const& record, Names const& names)
{
    Story story;
    int const years = count_years(record);
    bool const two_tier = names.pack().areas.at(static_cast<std::size_t>(record.area)).two_tier;
    for (int year = 0; year < years; ++year) {
        Chapter chapter{.title = fmt::format("Year {}", year + 1), .year = year + 1};
        for (auto const& partners : record.year_partners) {
            if (partners.year != year) continue;
            chapter.passages.push_back({"partners", tell_partners(partners, names, two_tier)});
            chapter.passages.push_back({"effort", tell_effort(partners, names)});
        }
        if (auto const items = items_of(record, year); !items.empty()) {
            chapter.passages.push_back({"movers", tell_movers(items, years, names)});
            chapter.passages.push_back({"course", tell_course(record, items, year, years, names)});
            auto const turning = tell_turning(record, items, year, years, names);
            if (!turning.empty()) chapter.passages.push_back({"turning", turning});
        }
        story.push_back(std::move(chapter));
    }
    return story;
}
}  // namespace concordat::story
