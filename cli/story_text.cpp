#include "cli/story_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/text_layout.hpp"
#include "sim/core/characters.hpp"

namespace concordat::cli
{
namespace
{
using story::Chapter;
using story::Passage;
using story::Story;

constexpr std::string_view indent = "  ";
constexpr std::size_t gutter = 3;  ///< [characters] between columns
constexpr std::size_t column_width = (line_width - indent.size() - gutter) / 2;

/// Positions that belong together, in order; -1 where one side has no counterpart.
using Pairs = std::vector<std::pair<int, int>>;

/// Longest common subsequence of keys; what is left out stands between, the left side first.
Pairs align(std::vector<std::string> const& left, std::vector<std::string> const& right)
{
    auto const n = left.size();
    auto const m = right.size();
    std::vector<std::vector<int>> length(n + 1, std::vector<int>(m + 1, 0));
    for (auto i = n; i-- > 0;) {
        for (auto j = m; j-- > 0;) {
            length[i][j] = left[i] == right[j] ? length[i + 1][j + 1] + 1
                                               : std::max(length[i + 1][j], length[i][j + 1]);
        }
    }
    Pairs pairs;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < n || j < m) {
        if (i < n && j < m && left[i] == right[j]) {
            pairs.emplace_back(static_cast<int>(i++), static_cast<int>(j++));
        } else if (j == m || (i < n && length[i + 1][j] >= length[i][j + 1])) {
            pairs.emplace_back(static_cast<int>(i++), -1);
        } else {
            pairs.emplace_back(-1, static_cast<int>(j++));
        }
    }
    return pairs;
}

std::vector<std::string> split_lines(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Two texts beside each other.
std::string write_columns(std::string const& left, std::string const& right)
{
    auto const sign = left.empty() ? " > " : right.empty() ? " < " : " | ";
    auto const first = split_lines(wrap(left, "", column_width));
    auto const second = split_lines(wrap(right, "", column_width));
    std::string out;
    for (std::size_t k = 0; k < std::max(first.size(), second.size()); ++k) {
        auto line = std::string{indent} + (k < first.size() ? first[k] : std::string{});
        auto const width = core::count_characters(line);
        line.append(indent.size() + column_width - std::min(width, indent.size() + column_width), ' ');
        line += sign;
        if (k < second.size()) line += second[k];
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

std::string write_passages(std::vector<Passage> const& left, std::vector<Passage> const& right)
{
    auto const keys = [](std::vector<Passage> const& passages) {
        std::vector<std::string> all;
        for (auto const& passage : passages) all.push_back(passage.key);
        return all;
    };
    auto const text = [](std::vector<Passage> const& passages, int at) {
        return at < 0 ? std::string{} : passages[static_cast<std::size_t>(at)].text;
    };
    std::string out;
    for (auto const& [i, j] : align(keys(left), keys(right))) {
        auto const a = text(left, i);
        auto const b = text(right, j);
        out += a == b ? wrap(a, indent) : write_columns(a, b);
    }
    return out;
}

/// Which chapters stand side by side: by title, in the order of both.
std::vector<std::string> list_titles(Story const& story)
{
    std::vector<std::string> titles;
    for (auto const& chapter : story) titles.push_back(chapter.title);
    return titles;
}
}  // namespace

std::string write_story(Story const& story)
{
    std::string out;
    for (auto const& chapter : story) {
        out += (out.empty() ? "" : "\n") + chapter.title + "\n";
        for (auto const& passage : chapter.passages) out += wrap(passage.text, indent);
    }
    return out;
}

std::string write_stories(Story const& left, Story const& right)
{
    static std::vector<Passage> const none{};
    std::string out;
    for (auto const& [i, j] : align(list_titles(left), list_titles(right))) {
        auto const* const a = i < 0 ? nullptr : &left[static_cast<std::size_t>(i)];
        auto const* const b = j < 0 ? nullptr : &right[static_cast<std::size_t>(j)];
        out += (out.empty() ? "" : "\n") + (a != nullptr ? a : b)->title + "\n";
        out += write_passages(a != nullptr ? a->passages : none, b != nullptr ? b->passages : none);
    }
    return out;
}
}  // namespace concordat::cli
