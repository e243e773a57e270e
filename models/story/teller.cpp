#include "models/story/teller.hpp"

#include <algorithm>

#include "models/story/agreement_told.hpp"
#include "models/story/refresh_told.hpp"
#include "models/story/talks_told.hpp"
#include "models/story/years_told.hpp"

namespace concordat::story
{
Story tell_round(AreaRecord const& record, Names const& names)
{
    Story story{tell_beginning(record, names)};
    for (auto& chapter : tell_talks(record, names)) story.push_back(std::move(chapter));
    story.push_back(tell_agreement(record, names));
    auto years = tell_years(record, names);
    for (auto& chapter : tell_refreshes(record, names)) years.push_back(std::move(chapter));
    std::stable_sort(years.begin(), years.end(), [](Chapter const& a, Chapter const& b) { return a.year < b.year; });
    for (auto& chapter : years) story.push_back(std::move(chapter));
    story.push_back(tell_settlement(record, names));
    return story;
}
}  // namespace concordat::story
