#include "models/story/phrases.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace concordat::story
{
namespace
{
using state::MoveKind;
using state::MoveReason;
using state::Party;

constexpr auto last_kind = MoveKind::sign;

TEST(Phrases, EveryMoveHasAWordAndAPhraseOfItsOwn)
{
    std::set<std::string_view> words;
    std::set<std::string_view> phrases;
    for (int k = 0; k <= static_cast<int>(last_kind); ++k) {
        EXPECT_FALSE(word_of(static_cast<MoveKind>(k)).empty()) << k;
        EXPECT_TRUE(words.insert(word_of(static_cast<MoveKind>(k))).second) << k;
        EXPECT_FALSE(phrase_of(static_cast<MoveKind>(k)).empty()) << k;
        EXPECT_TRUE(phrases.insert(phrase_of(static_cast<MoveKind>(k))).second) << k;
    }
}

TEST(Phrases, EveryReasonButNoneIsSaid)
{
    EXPECT_EQ(phrase_of(MoveReason::none), "");
    for (int r = 1; !word_of(static_cast<MoveReason>(r)).empty(); ++r) {
        EXPECT_FALSE(phrase_of(static_cast<MoveReason>(r)).empty()) << word_of(static_cast<MoveReason>(r));
    }
    EXPECT_EQ(word_of(MoveReason::need_shown), "need_shown");
    EXPECT_EQ(word_of(Party::government_office), "government_office");
}

TEST(Phrases, EveryFreedomHasAName)
{
    std::set<std::string_view> names;
    for (int f = 0; f < state::freedom_count; ++f) {
        EXPECT_TRUE(names.insert(phrase_of(static_cast<state::Freedom>(f))).second);
        EXPECT_FALSE(word_of(static_cast<state::Freedom>(f)).empty());
    }
    EXPECT_TRUE(is_about_freedom(MoveKind::refuse_freedom));
}

TEST(Phrases, LevelsAreOfferedAgreedAndImposed)
{
    EXPECT_TRUE(is_about_level(MoveKind::offer_level));
    EXPECT_TRUE(is_about_level(MoveKind::agree_level));
    EXPECT_TRUE(is_about_level(MoveKind::impose_level));
    EXPECT_FALSE(is_about_level(MoveKind::accept));
}
}  // namespace
}  // namespace concordat::story
