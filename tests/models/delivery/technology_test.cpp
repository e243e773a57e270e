#include "models/delivery/technology.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace concordat::delivery
{
namespace
{
/// Council, districts (two-tier areas only), police. The second indicator is the council's alone.
state::Pack make_pack()
{
    state::Pack pack;
    pack.departments = {{"A", "first"}, {"B", "second"}};
    for (int j = 0; j < 2; ++j) {
        state::Indicator row;
        row.number = j + 1;
        row.department = state::DepartmentId{j};
        pack.indicators.push_back(row);
    }
    for (int p = 0; p < 3; ++p) {
        state::Partner partner;
        partner.two_tier_only = p == 1;
        if (p == 2) partner.national_line = {state::DepartmentId{0}};
        pack.partners.push_back(partner);
    }
    pack.base_share.resize(2, 3);
    pack.base_share << 0.5, 0.3, 0.2, 1.0, 0.0, 0.0;
    return pack;
}

TEST(Technology, GivesTheDistrictsShareToTheCouncilWhereThereAreNone)
{
    Technology const technology{make_pack(), 0.4};
    EXPECT_DOUBLE_EQ(technology.share(1, 0, 0), 0.5);
    EXPECT_DOUBLE_EQ(technology.share(1, 0, 1), 0.3);
    EXPECT_DOUBLE_EQ(technology.share(0, 0, 0), 0.8);
    EXPECT_DOUBLE_EQ(technology.share(0, 0, 1), 0.0);
    EXPECT_DOUBLE_EQ(technology.share(0, 0, 2), 0.2);
}

TEST(Technology, SplitsRewardsBetweenTheCouncilAndTheOthersByTheirShares)
{
    Technology const technology{make_pack(), 0.4};
    EXPECT_DOUBLE_EQ(technology.split(1, 0, 0), 0.4);
    EXPECT_DOUBLE_EQ(technology.split(1, 0, 1), 0.6 * 0.3 / 0.5);
    EXPECT_DOUBLE_EQ(technology.split(1, 0, 2), 0.6 * 0.2 / 0.5);
    EXPECT_DOUBLE_EQ(technology.split(0, 0, 2), 0.6);
    EXPECT_DOUBLE_EQ(technology.split(0, 0, 1), 0.0);
    EXPECT_DOUBLE_EQ(technology.split(0, 1, 0), 1.0) << "alone, the council keeps it all";
}

TEST(Technology, ListsProducersAndNationalLines)
{
    Technology const technology{make_pack(), 0.4};
    auto const of = [&](int indicator) {
        auto const list = technology.producers(indicator);
        return std::vector<int>{list.begin(), list.end()};
    };
    EXPECT_EQ(of(0), (std::vector{0, 1, 2}));
    EXPECT_EQ(of(1), std::vector{0});
    EXPECT_EQ(technology.shares(1)[1], technology.share(1, 0, 1));
    EXPECT_EQ(technology.shares(3)[0], technology.share(0, 1, 0));
    EXPECT_TRUE(technology.on_national_line(0, 2));
    EXPECT_FALSE(technology.on_national_line(1, 2));
    EXPECT_FALSE(technology.on_national_line(0, 0));
    EXPECT_EQ(technology.department(1), 1);
}

TEST(Technology, ConfinesNationalLinesToServiceAgreementsWhereTheyFollowThese)
{
    auto pack = make_pack();
    Technology const without{pack, 0.4, LineScope::service_agreements};
    EXPECT_FALSE(without.on_national_line(0, 2));
    pack.indicators[0].link = state::NationalLink::departmental_objective;
    EXPECT_FALSE((Technology{pack, 0.4, LineScope::service_agreements}.on_national_line(0, 2)));
    pack.indicators[0].link = state::NationalLink::public_service_agreement;
    EXPECT_TRUE((Technology{pack, 0.4, LineScope::service_agreements}.on_national_line(0, 2)));
    EXPECT_FALSE((Technology{pack, 0.4, LineScope::service_agreements}.on_national_line(0, 1)));
}

TEST(Technology, ListsThePartnersThatWorkForADepartment)
{
    Technology const technology{make_pack(), 0.4};
    EXPECT_EQ(technology.partners_of(0), (std::vector{0, 1, 2}));
    EXPECT_EQ(technology.partners_of(1), std::vector{0});
}

TEST(Technology, RefusesAPackWithoutPartners)
{
    auto pack = make_pack();
    pack.partners.clear();
    EXPECT_ANY_THROW((Technology{pack, 0.4}));
}
}  // namespace
}  // namespace concordat::delivery
