#include "models/scenario/bind_money.hpp"

#include <gtest/gtest.h>

#include "models/scenario/model_params.hpp"
#include "tests/support/default_parameters.hpp"

namespace concordat::scenario
{
namespace
{
ModelParams read_from(config::ParameterTable const& table)
{
    config::ParameterReader in{table};
    return bind_model(in);
}

TEST(BindMoney, GivesEffortAndFalseReportsTheSameWorthOfAPound)
{
    auto table = support::load_default_parameters();
    double const plain = read_from(table).delivery.motives.effort_per_thousand;
    table.at("delivery.motives.money_exponent").value = 0.5;
    table.at("incentives.reward_grant.per_target").value = 100000.0;
    auto const params = read_from(table);
    EXPECT_DOUBLE_EQ(params.delivery.motives.effort_per_thousand, 2.0 * plain);
    EXPECT_EQ(params.gaming.effort_per_thousand, params.delivery.motives.effort_per_thousand);
}

TEST(BindMoney, FindsASymbolOnlyWhereARuleRewards)
{
    auto table = support::load_default_parameters();
    EXPECT_EQ(read_from(table).delivery.motives.symbolic, 0.0);
    table.at("delivery.motives.symbolic").value = 0.09;
    table.at("population.indicators.controllability_mean").value = 0.6;
    EXPECT_DOUBLE_EQ(read_from(table).delivery.motives.symbolic, 0.25);  // .09 / .6^2
    table.at("incentives.reward_grant.scheme").value = std::string{"none"};
    EXPECT_EQ(read_from(table).delivery.motives.symbolic, 0.0);
}
}  // namespace
}  // namespace concordat::scenario
