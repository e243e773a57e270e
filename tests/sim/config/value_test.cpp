#include "sim/config/value.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::config
{
namespace
{
TEST(Value, ShowsWhatAPersonWouldWrite)
{
    EXPECT_EQ(show(Value{true}), "true");
    EXPECT_EQ(show(Value{std::int64_t{-7}}), "-7");
    EXPECT_EQ(show(Value{40000.0}), "40000");
    EXPECT_EQ(show(Value{1000000.0}), "1000000");
    EXPECT_EQ(show(Value{0.1}), "0.1");
    EXPECT_EQ(show(Value{std::numeric_limits<double>::infinity()}), ".inf");
    EXPECT_EQ(show(Value{-std::numeric_limits<double>::infinity()}), "-.inf");
    EXPECT_EQ(show(Value{std::string{"threshold"}}), "threshold");
}

TEST(Value, QuotesAUsersTextSafely)
{
    EXPECT_EQ(quote("plain"), "'plain'");
    EXPECT_EQ(quote("a\x1b[31m\nb"), "'a [31m b'") << "nothing reaches the terminal's control";
    EXPECT_EQ(quote("a\u009b31m"), "'a 31m'");
    EXPECT_EQ(quote(std::string(200, 'x')), "'" + std::string(80, 'x') + "...'");
    EXPECT_EQ(quote(std::string(79, 'x') + "\u00a3\u00a3"),
              "'" + std::string(79, 'x') + "\u00a3...'")
        << "no character is cut in two";
}
}  // namespace
}  // namespace concordat::config
