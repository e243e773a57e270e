#include "models/story/names.hpp"

#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
TEST(Names, AnIndicatorIsNamedWithItsNumberAndAListIsInOrder)
{
    auto const pack = test::make_story_pack();
    Names const names{pack, 0};
    EXPECT_EQ(names.area(), "Leeds");
    EXPECT_EQ(names.indicator(2), "NI 103 (Re-offending)");
    EXPECT_EQ(names.indicator(3), "NI 104") << "without a name";
    EXPECT_EQ(names.numbers({4, 0, 2}), "NI 101, 103 and 105");
    EXPECT_EQ(names.numbers({4}), "NI 105");
    EXPECT_EQ(names.numbers({}), "");
}

TEST(Names, ADepartmentThatSpeaksIsTheOneThatLeadsTheIndicator)
{
    auto const pack = test::make_story_pack();
    Names const names{pack, 0};
    EXPECT_EQ(names.party(state::Party::department, 2), "the Home Office");
    EXPECT_EQ(names.party(state::Party::department, 3), "DCSF") << "a long name is abbreviated";
    EXPECT_EQ(names.party(state::Party::department, -1), "Whitehall");
    EXPECT_EQ(names.party(state::Party::minister, 3), "the minister of DCSF");
    EXPECT_EQ(names.party(state::Party::council, -1), "Leeds");
    EXPECT_EQ(names.party(state::Party::government_office, 3), "the Government Office");
}
}  // namespace
}  // namespace concordat::story
