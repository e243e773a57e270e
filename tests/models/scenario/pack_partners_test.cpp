#include "models/scenario/pack_partners.hpp"

#include <gtest/gtest.h>

#include "tests/support/pack_files.hpp"

namespace concordat::scenario
{
namespace
{
using test::expect_messages;
using test::read_toy;
using test::toy_files;

TEST(PackPartners, AnIndicatorsOwnSharesReplaceThoseOfItsDepartment)
{
    auto const pack = read_toy(toy_files());
    EXPECT_EQ(pack.base_share(0, 0), 1);
    EXPECT_EQ(pack.base_share(1, 0), .5);
    EXPECT_EQ(pack.base_share(2, 1), .75);
    auto files = toy_files();
    files.erase("base_share_overrides.csv");
    EXPECT_EQ(read_toy(files).base_share(0, 0), .5);
}

TEST(PackPartners, NamesWhatIsWrongInPartners)
{
    expect_messages({
        {"partners.csv", "0,council", "3,council",
         "partners.csv:3:3: partner 3 is 'council'; id 0 belongs to 'council' and to nobody else"},
        {"partners.csv", "0,council,Council,no,yes,1,.75,,no\n", "", "partners.csv: there is no partner 'council'"},
        {"partners.csv", "1,police", "0,police",
         "partners.csv:4:1: partner id '0' stands twice\n    it was used in line 3\n"
         "partners.csv:4:3: partner 0 is 'police'; id 0 belongs to 'council' and to nobody else"},
        {"partners.csv", "2,business", "2,police",
         "partners.csv:4:3: partner code 'police' stands twice\n    it was used in line 2"},
        {"partners.csv", "HO;DH", "HO;DHH",
         "partners.csv:4:30: unknown department 'DHH'\n    did you mean 'DH'?"},
        {"partners.csv", "yes,1,.75", "yes,.9,.75",
         "partners.csv:3:26: the council's reputation is the unit and must be 1"},
        {"partners.csv", "yes,.5,.8", "yes,1.5,.8",
         "partners.csv:4:24: reputation = 1.5 is outside [0, 1] (share of the council's)"},
        {"partners.csv", "Council,no,yes", "Council,yes,yes",
         "partners.csv:3:19: the council cannot be a partner with a voice only"},
        {"partners.csv", ".75,,no", ".75,,yes", "partners.csv:3:33: the council exists in every area"},
    });
}

TEST(PackPartners, NamesWhatIsWrongInShares)
{
    expect_messages({
        {"base_shares.csv", ".25,.75", ".25,.65",
         "base_shares.csv:2:8: the shares of department HO sum to 0.9 instead of 1"},
        {"base_shares.csv", ".25,.75", "-.25,1", "base_shares.csv:2:8: council = -0.25 is outside [0, 1] (share)"},
        {"base_shares.csv", ".5,.5,0", ".5,.25,.25",
         "base_shares.csv:3:15: business has a voice only, so its share must be 0"},
        {"base_shares.csv", "DH,why,.5,.5,0\n", "", "base_shares.csv: no row for department DH, which leads indicators"},
        {"base_shares.csv", "DH,why", "HO,why",
         "base_shares.csv: no row for department DH, which leads indicators\n"
         "base_shares.csv:3:1: department 'HO' stands twice\n    it was used in line 2"},
        {"base_shares.csv", "DH,why", "DX,why",
         "base_shares.csv: no row for department DH, which leads indicators\n"
         "base_shares.csv:3:1: unknown department 'DX'\n    did you mean 'DH'?"},
        {"base_shares.csv", "police", "polices",
         "base_shares.csv:1: column 'police' is missing\n"
         "base_shares.csv:1:27: unknown column 'polices'\n    did you mean 'police'?\n"
         "pack.yaml:26:3: base_shares.csv has no column 'police', which is explained here\n    did you mean 'polices'?\n"
         "pack.yaml:26:3: column 'polices' of base_shares.csv has no description, unit and source"},
        {"base_share_overrides.csv", "4,why", "5,why", "base_share_overrides.csv:2:1: unknown indicator 5"},
        {"base_share_overrides.csv", "0,1,0", "0,1,.5",
         "base_share_overrides.csv:2:9: the shares of indicator 4 sum to 1.5 instead of 1"},
    });
}
}  // namespace
}  // namespace concordat::scenario
