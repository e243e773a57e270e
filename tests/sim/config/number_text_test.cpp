#include "sim/config/number_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace concordat::config
{
namespace
{
TEST(NumberText, ReadsDecimalNumbersOverTheWholeText)
{
    EXPECT_EQ(read_number("40000").value, 40000.0);
    EXPECT_EQ(read_number("-0.25").value, -0.25);
    EXPECT_EQ(read_number("+4e4").value, 4e4);
    EXPECT_EQ(read_number("1E-3").value, 1e-3);
    EXPECT_EQ(read_number("0").value, 0.0);
    EXPECT_EQ(read_number("0.1").value, 0.1);
    EXPECT_EQ(read_number(".5").value, 0.5);
    EXPECT_EQ(read_integer("-7").value, -7);
    EXPECT_EQ(read_integer("+7").value, 7);
}

TEST(NumberText, ReadsInfinityForTheCallerToJudge)
{
    auto const infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(read_number(".inf").value, infinity);
    EXPECT_EQ(read_number("inf").value, infinity);
    EXPECT_EQ(read_number("-.inf").value, -infinity);
}

TEST(NumberText, RefusesWhatOtherReadersGuessAt)
{
    for (auto const* text :
         {"",         " ",      "010",      "-010",  "00",     "0x10", "0b1",  "0o7",
          "1_000",    "40,000", "1 000",    "1e400", "1e-400", "nan",  ".nan", "NaN",
          "infinity", "+-1",    "--1",      "++1",   "1.2.3",  "1e",   "e5",   ".",
          "-",        "40%",    "\u00a340", "12GBP", "1 ",     " 1",   "true", "\u0661"}) {
        auto const reading = read_number(text);
        EXPECT_FALSE(reading.value) << text;
        EXPECT_FALSE(reading.complaint.empty()) << text;
    }
    for (auto const* text :
         {"", "1.0", "1e3", "010", "9223372036854775808", "inf", "0x1", "1_0", " 1", "+-1"}) {
        EXPECT_FALSE(read_integer(text).value) << text;
    }
}

TEST(NumberText, SaysWhyALeadingZeroIsRefused)
{
    EXPECT_EQ(read_number("010").complaint,
              "'010' begins with a zero, which is octal to some programs; write it without");
}
}  // namespace
}  // namespace concordat::config
