#include "models/scenario/pack_recession.hpp"

#include <gtest/gtest.h>

#include "tests/support/pack_files.hpp"

namespace concordat::scenario
{
namespace
{
using test::expect_messages;

TEST(PackRecession, NamesWhatIsWrongInTheRecession)
{
    expect_messages({
        {"recession.csv", "12,-1", "10,-1", "recession.csv:2:1: unknown indicator 10"},
        {"recession.csv", "4,.5", "12,.5", "recession.csv:3:1: indicator '12' stands twice\n    it was used in line 2"},
        {"recession.csv", "-1", "-9",
         "recession.csv:2:4: effect = -9 is outside [-5, 5] (sigma over the whole recession)"},
    });
}
}  // namespace
}  // namespace concordat::scenario
