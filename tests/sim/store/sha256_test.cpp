#include "sim/store/sha256.hpp"

#include <gtest/gtest.h>

#include "sim/store/storage_error.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::store
{
namespace
{
// FIPS 180-4, as published with the examples of the standard.
constexpr char const* sum_of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
constexpr char const* sum_of_nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(Sha256, GivesTheSumsOfTheStandard)
{
    test::TemporaryFolder const folder;
    EXPECT_EQ(sha256_of_file(folder.write("abc", "abc")), sum_of_abc);
    EXPECT_EQ(sha256_of_file(folder.write("empty", "")), sum_of_nothing);
    EXPECT_THROW((void)sha256_of_file(folder / "missing"), StorageError);
}

TEST(Sha256, ListsSumsAsSha256sumReadsThem)
{
    test::TemporaryFolder const folder;
    (void)folder.write("abc", "abc");
    (void)folder.write("two words", "");
    auto const text = write_sums(folder / "", {"abc", "two words"});
    EXPECT_EQ(text, std::string{sum_of_abc} + "  abc\n" + sum_of_nothing + "  two words\n");
    EXPECT_EQ(read_sums(text), (Sums{{"abc", sum_of_abc}, {"two words", sum_of_nothing}}));
}

TEST(Sha256, ALineThatIsNoSumHasNone)
{
    EXPECT_EQ(read_sums("hello\n"), (Sums{{"hello", ""}}));
    EXPECT_EQ(read_sums(std::string{sum_of_abc} + " abc\n").front().second, "") << "one blank too few";
}
}  // namespace
}  // namespace concordat::store
