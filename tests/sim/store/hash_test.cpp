#include "sim/store/hash.hpp"

#include <gtest/gtest.h>

namespace concordat::store
{
namespace
{
TEST(Hash, OfNothingIsThePublishedValue) { EXPECT_EQ(hash_text("").hex(), "99aa06d3014798d86001c324468d497f"); }

TEST(Hash, OfPiecesIsThatOfTheWhole)
{
    std::string whole;
    for (int i = 0; i < 1000; ++i) whole += static_cast<char>('a' + i % 26);
    for (std::size_t const cut : {0U, 1U, 240U, 999U}) {
        Hasher hasher;
        hasher.add(std::string_view{whole}.substr(0, cut));
        hasher.add(std::string_view{whole}.substr(cut));
        EXPECT_EQ(hasher.digest(), hash_text(whole)) << "cut at " << cut;
    }
}

TEST(Hash, ChangesWithOneLetter) { EXPECT_NE(hash_text("England"), hash_text("england")); }
}  // namespace
}  // namespace concordat::store
