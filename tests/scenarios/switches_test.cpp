// Every declared switch moves what it must, in the direction that its theory says, under the same luck.
#include <gtest/gtest.h>

#include <algorithm>

#include "models/scenario/catalogue.hpp"
#include "models/verification/switches.hpp"
#include "tests/support/england.hpp"

namespace concordat
{
namespace
{
std::filesystem::path const root{CONCORDAT_SOURCE_DIR "/scenarios"};

std::vector<verification::SwitchCase> declared()
{
    core::Problems problems;
    auto out = verification::read_switches(root / "switches.yaml", problems);
    EXPECT_TRUE(problems.empty()) << problems.text();
    return out;
}

class Switch : public testing::TestWithParam<verification::SwitchCase>
{
};

TEST_P(Switch, MovesEveryLinkOfItsChain)
{
    core::Problems problems;
    scenario::Catalogue const catalogue{root, problems};
    ASSERT_TRUE(problems.empty());
    auto const findings = verification::check_switch(GetParam(), catalogue, support::england(), 2008);
    EXPECT_FALSE(findings.empty());
    for (auto const& found : findings) {
        EXPECT_TRUE(found.passed) << GetParam().path << " from " << found.step.from << " to " << found.step.to << ": "
                                  << found.link.outcome << " " << found.difference << " (s.e. " << found.standard_error << ")";
    }
}

std::string name_of(testing::TestParamInfo<verification::SwitchCase> const& info)
{
    std::string name = info.param.path + "_" + std::to_string(info.index);
    std::replace_if(name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Declared, Switch, testing::ValuesIn(declared()), name_of);
}  // namespace
}  // namespace concordat
