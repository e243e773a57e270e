#include "models/scenario/model_params.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "sim/core/problem.hpp"
#include "tests/support/default_parameters.hpp"

namespace concordat::scenario
{
namespace
{
std::string problems_with(config::ParameterTable const& table)
{
    config::ParameterReader in{table};
    try {
        (void)bind_model(in);
    } catch (core::InputError const& error) {
        return error.what();
    }
    return "";
}

TEST(ModelParams, NamesAllSettingsThatDoNotFitTogether)
{
    using testing::HasSubstr;
    auto table = support::load_default_parameters();
    EXPECT_EQ(problems_with(table), "");
    table.at("learning.cooperation.conditional").value = 0.7;
    table.at("learning.diffusion.region_look").value = 0.96;
    table.at("learning.habits.low_level").value = 1.1;
    table.at("politics.engagement.ignorant").value = 0.9;
    table.at("population.relations.buy_in_lowest").value = 1.9;
    auto const text = problems_with(table);
    EXPECT_THAT(text, HasSubstr("learning.cooperation.conditional, free_riding and hump_shaped add up to more than 1"));
    EXPECT_THAT(text, HasSubstr("learning.diffusion.region_look and library_look add up to more than 1"));
    EXPECT_THAT(text, HasSubstr("learning.habits.low_level, middle_level and high_level do not ascend"));
    EXPECT_THAT(text, HasSubstr("politics.engagement.ignorant, engaged and rejecting add up to more than 1"));
    EXPECT_THAT(text, HasSubstr("population.relations.buy_in_lowest is larger than"));
}
}  // namespace
}  // namespace concordat::scenario
