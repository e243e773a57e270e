#include "models/story/teller.hpp"

#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
TEST(Teller, ARoundIsToldFromBeginningToSettlementInTheOrderOfTime)
{
    auto const pack = test::make_story_pack();
    AreaRecord record{};
    record.moves = {test::make_move(9, 3, state::Party::council, state::MoveKind::refuse),
                    test::make_move(0, 3, state::Party::partnership, state::MoveKind::table),
                    test::make_move(21, 3, state::Party::government_office, state::MoveKind::agree_level)};
    record.year_items = {{.year = 0, .indicator = 3}, {.year = 1, .indicator = 3}};
    std::vector<std::string> titles;
    for (auto const& chapter : tell_round(record, Names{pack, 0})) titles.push_back(chapter.title);
    EXPECT_EQ(titles, (std::vector<std::string>{"Leeds", "The talks open", "Month 9", "The agreement", "Year 1",
                                                "Refresh at the end of year 1", "Year 2", "Settlement"}));
}
}  // namespace
}  // namespace concordat::story
