#include "models/story/comparison.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/story/figures.hpp"

namespace concordat::story
{
namespace
{
ItemRecord const* find_item(AreaRecord const& record, int indicator)
{
    auto const found = std::find_if(record.items.begin(), record.items.end(),
                                    [&](ItemRecord const& item) { return item.indicator == indicator; });
    return found == record.items.end() ? nullptr : &*found;
}

std::string list_only(AreaRecord const& here, AreaRecord const& there, Names const& names)
{
    std::vector<int> only;
    for (auto const& item : here.items) {
        if (find_item(there, item.indicator) == nullptr) only.push_back(item.indicator);
    }
    if (only.empty()) return "none";
    return fmt::format("{} ({})", names.numbers(only), only.size());
}

std::string say_level(ItemRecord const& item) { return item.placeholder ? "none" : write_fixed(item.target, 2); }

/// "NI 30 1.35 -> 1.20"
std::string list_levels(AreaRecord const& before, AreaRecord const& after, Names const& names)
{
    std::string text;
    for (auto const& item : before.items) {
        auto const* other = find_item(after, item.indicator);
        if (other == nullptr || say_level(item) == say_level(*other)) continue;
        text += fmt::format("{}{} {} -> {}", text.empty() ? "" : ", ", names.number(item.indicator), say_level(item),
                            say_level(*other));
    }
    return text.empty() ? "none" : text;
}

struct Sums
{
    int met{};
    double paid{};
    double gain{};
};

Sums sum_up(AreaRecord const& record)
{
    Sums sums;
    for (auto const& item : record.items) {
        sums.met += !item.statutory && item.met() ? 1 : 0;
        sums.paid += item.payment;
        sums.gain += item.gain / static_cast<double>(record.items.size());
    }
    return sums;
}
}  // namespace

Chapter tell_differences(AreaRecord const& before, std::string const& first, AreaRecord const& after,
                         std::string const& second, Names const& names)
{
    auto const old_sums = sum_up(before);
    auto const new_sums = sum_up(after);
    auto const told = [](AreaRecord const& record) { return write_fixed(record.talks.told, 0); };
    Chapter chapter{.title = "What differs"};
    auto const add = [&](std::string const& what, std::string const& text) {
        chapter.passages.push_back({what, what + ": " + text + "."});
    };
    auto const add_pair = [&](std::string const& what, std::string const& a, std::string const& b) {
        add(what, a == b ? a + " in both" : a + " -> " + b);
    };
    add("Items only under " + first, list_only(before, after, names));
    add("Items only under " + second, list_only(after, before, names));
    add("Levels that differ", list_levels(before, after, names));
    add_pair("Moves", std::to_string(before.moves.size()), std::to_string(after.moves.size()));
    add_pair("Items told", told(before), told(after));
    add_pair("Items outside the council's own best", std::to_string(before.forced), std::to_string(after.forced));
    add_pair("Targets met, as reported", std::to_string(old_sums.met), std::to_string(new_sums.met));
    add_pair("Reward", write_pounds(old_sums.paid), write_pounds(new_sums.paid));
    add_pair("True improvement of an item through effort [sigma]", write_fixed(old_sums.gain, 3),
             write_fixed(new_sums.gain, 3));
    return chapter;
}
}  // namespace concordat::story
