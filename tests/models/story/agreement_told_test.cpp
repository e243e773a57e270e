#include "models/story/agreement_told.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/story/story_case.hpp"

namespace concordat::story
{
namespace
{
using state::MoveKind;
using state::MoveReason;
using state::Party;
using test::make_move;
using test::texts;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class AgreementTold : public testing::Test
{
  protected:
    AgreementTold()
    {
        record.beginning = {.capability = -0.5, .inspection_class = 1, .trust = 0.42, .cooperation = 0.6, .buy_in = 1.1,
                            .centre_weight = 0.55, .sceptic = true, .engagement = 2, .political = true};
        record.ending = record.beginning;
        record.talks = {.months = 9.0, .told = 2.0};
        record.forced = 1;
        record.items = {{.indicator = 0, .statutory = true, .gain = 0.1},
                        {.indicator = 2, .imposed = true, .trend = -0.05, .stretch = 1.3, .target = 1.25, .reward = 40.0,
                         .payment = 40.0, .reported = 1.62, .outcome = 1.3, .gain = 0.5, .usual_gain = 0.2},
                        {.indicator = 3, .stretch = 1.0, .target = 1.0, .reward = 40.0, .reported = 0.7, .gain = 0.3},
                        {.indicator = 4, .stretch = 1.0, .target = 1.0, .reward = 40.0, .reported = 0.5, .gain = 0.1},
                        {.indicator = 5, .placeholder = true}};
    }

    state::Pack pack{test::make_story_pack()};
    Names names{pack, 0};
    AreaRecord record{};
};

TEST_F(AgreementTold, TheBeginningSaysWhoTheAreaIs)
{
    auto const text = texts(tell_beginning(record, names));
    EXPECT_THAT(text, AllOf(HasSubstr("Leeds is a metropolitan district in Yorkshire and The Humber, among the most deprived fifth."),
                            HasSubstr("capability is -0.5 s.d.; inspectors call it weak"), HasSubstr("leader doubts"),
                            HasSubstr("councillors are engaged"), HasSubstr("Trust between area and centre is 0.42"),
                            HasSubstr("55 % of the bargaining weight"), Not(HasSubstr("champion"))));
    record.beginning.champion = true;
    EXPECT_THAT(texts(tell_beginning(record, names)), HasSubstr("A champion from Whitehall"));
}

TEST_F(AgreementTold, TheAgreementListsItemsByLawAndEachChosenOneWithItsLevel)
{
    record.moves = {make_move(0, 2, Party::council, MoveKind::offer_level, MoveReason::none, 1.0),
                    make_move(0, 2, Party::government_office, MoveKind::offer_level, MoveReason::rounding, 0.0, 1.6),
                    make_move(9, 2, Party::government_office, MoveKind::impose_level, MoveReason::deadline, 1.3, 1.3)};
    auto const text = texts(tell_agreement(record, names));
    EXPECT_THAT(text,
                AllOf(HasSubstr("Leeds signs 5 items after 9 months: 1 by law and 4 chosen, 2 of them because it was told."),
                      HasSubstr("By law: NI 101."), HasSubstr("Without a level: NI 106."),
                      HasSubstr("Not among its own best 4: NI 103 (1)."),
                      HasSubstr("NI 103 (Re-offending): -0.05 + 1.30 = 1.25; offered 1.00, asked 1.60 (made tidy), imposed."),
                      HasSubstr("NI 106: no level yet.")));
}

TEST_F(AgreementTold, WithoutPoliticsNobodySpeaksOfLeaders)
{
    record.beginning.political = false;
    EXPECT_THAT(texts(tell_beginning(record, names)), Not(HasSubstr("leader")));
}

TEST_F(AgreementTold, TheSettlementEndsWithWhatTheRoundDidToRelations)
{
    EXPECT_THAT(texts(tell_settlement(record, names)), HasSubstr("leaves trust, cooperation and buy-in as they were"));
    record.ending.trust = 0.3;
    record.ending.buy_in = 1.0;
    record.ending.sceptic = false;
    EXPECT_THAT(texts(tell_settlement(record, names)),
                HasSubstr("After the round: trust 0.42 -> 0.30, buy-in 1.10 -> 1.00. The new leader supports the partnership."));
}

TEST_F(AgreementTold, FalseReportsAreToldWithWhatAuditFound)
{
    EXPECT_THAT(texts(tell_settlement(record, names)), Not(HasSubstr("more than it measured")));
    record.items[1].inflation = 0.35;
    record.items[2].inflation = 0.2;
    record.items[2].caught = true;
    EXPECT_THAT(texts(tell_settlement(record, names)),
                HasSubstr("Leeds reports more than it measured: NI 103 by 0.35, NI 104 by 0.20, and is caught."));
}

TEST_F(AgreementTold, WhoStaysOutHasNoAgreement)
{
    record.talks.entered = false;
    EXPECT_EQ(texts(tell_agreement(record, names)), "Leeds stays out: there is no agreement.\n");
}

TEST_F(AgreementTold, TheSettlementSortsTargetsByWhatWasReported)
{
    record.partners_in = 0.75;
    record.effort = 4.0;
    record.agreement_effort = 1.0;
    auto const text = texts(tell_settlement(record, names));
    EXPECT_THAT(text, AllOf(HasSubstr("Targets met, as reported, 1: NI 103 (1.62 against 1.25)."),
                            HasSubstr("At least 60 % of the stretch, 1: NI 104 (0.70 against 1.00)."),
                            HasSubstr("Missed, 1: NI 105 (0.50 against 1.00)."),
                            HasSubstr("Reward: £40,000 of £120,000 offered."),
                            HasSubstr("In truth the area met 1 of these targets, luck included. Effort improved the items of the agreement by 0.20 sigma "
                                      "on average; without an agreement it would have been 0.04."),
                            HasSubstr("75 % of the partners"), HasSubstr("25 % of all effort")));
}
}  // namespace
}  // namespace concordat::story
