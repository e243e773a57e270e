#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "models/scenario/bind_demands.hpp"
#include "models/scenario/bind_levels.hpp"
#include "models/scenario/bind_multi_area.hpp"
#include "models/scenario/bind_population.hpp"
#include "models/scenario/bind_selection.hpp"
#include "sim/config/parameter_reader.hpp"
#include "tests/support/default_parameters.hpp"

namespace concordat::scenario
{
namespace
{
bool belongs_to_the_front_half(std::string const& path)
{
    for (std::string const folder : {"population.", "demands.", "selection.", "levels."}) {
        if (path.starts_with(folder)) return true;
    }
    return false;
}

TEST(BindFrontHalf, UsesEveryRecordOfItsFolders)
{
    auto const table = support::load_default_parameters();
    config::ParameterReader in{table};
    (void)bind_population(in);
    (void)bind_demands(in);
    (void)bind_asks(in);
    (void)bind_selection(in);
    (void)bind_multi_area(in);
    (void)bind_level_talks(in);
    (void)bind_refresh(in);
    std::vector<std::string> unused;
    for (auto const& path : in.unused()) {
        if (belongs_to_the_front_half(path)) unused.push_back(path);
    }
    EXPECT_THAT(unused, testing::IsEmpty());
}

TEST(BindFrontHalf, PutsValuesWhereTheyBelong)
{
    auto const table = support::load_default_parameters();
    config::ParameterReader in{table};
    auto const population = bind_population(in);
    EXPECT_EQ(population.capability.class_cuts[3], 1.051);
    EXPECT_EQ(population.bargaining.centre_weight, core::Share{0.55});
    EXPECT_EQ(population.indicators.perception_noise, core::Sigma{1.3});
    EXPECT_EQ(population.social_value.median, core::Pounds{150000});
    auto const demands = bind_demands(in);
    EXPECT_EQ(demands.salience.mode, demands::SalienceMode::fitted);
    EXPECT_EQ(demands.salience.local_echo, 0.8);
    EXPECT_EQ(demands.values.standard_controllability, 0.75);
    EXPECT_EQ(bind_asks(in).gatekeeping, core::Share{0.25});
    auto const selection = bind_selection(in);
    EXPECT_EQ(selection.cap, 35);
    EXPECT_EQ(selection.statutory, selection::StatutorySet::enforced);
    EXPECT_EQ(selection.kind, selection::ProtocolKind::brokered_rounds);
    EXPECT_EQ(selection.brokered.months, 9);
    EXPECT_EQ(selection.brokered.broker.mediation, population.bargaining.mediation);
    EXPECT_EQ(selection.brokered.departments.tell, core::Share{0.32});
    auto const levels = bind_levels(in);
    EXPECT_EQ(levels.evidence_quality, demands.evidence.quality);
    EXPECT_EQ(levels.understatement, core::Sigma{1.4});
    auto const talks = bind_level_talks(in);
    EXPECT_EQ(talks.protocol.kind, levels::ProtocolKind::nash);
    EXPECT_EQ(talks.bargaining.evidence_demand, levels.evidence_demand);
    EXPECT_EQ(talks.foreseen_ratchet, 0.0) << "no later round is foreseen";
    EXPECT_EQ(talks.ratchet_weight, 0.5);
    EXPECT_EQ(bind_refresh(in).signed_after, 9);
}

TEST(BindFrontHalf, TakesTheSlotCostOfTheProtocol)
{
    auto table = support::load_default_parameters();
    config::ParameterReader brokered{table};
    EXPECT_EQ(bind_population(brokered).bargaining.slot_cost, 1.85);
    table["selection.protocol.kind"].value = std::string{"joint_package"};
    config::ParameterReader joint{table};
    EXPECT_EQ(bind_population(joint).bargaining.slot_cost, 1.38);
}

TEST(BindFrontHalf, LoadsTheResidualOfSalienceLikeItsKnownPartByDefault)
{
    auto const table = support::load_default_parameters();
    config::ParameterReader in{table};
    auto const salience = bind_demands(in).salience;
    double const tau = salience.reference_weight.value();
    double const joint = (1.0 - tau) * salience.local_echo + tau;
    EXPECT_NEAR(salience.centre_part.value(), tau / joint, 5e-5) << "as many digits as the record has";
    EXPECT_EQ(salience.reference_weight, bind_population(in).bargaining.centre_weight);
}
}  // namespace
}  // namespace concordat::scenario
