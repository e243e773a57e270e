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

/// The folders of parameters, each a test of its own.
std::vector<std::string> folders()
{
    std::vector<std::string> all;
    for (auto const& one : declared()) all.push_back(one.path.substr(0, one.path.find('.')));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

class Switches : public testing::TestWithParam<std::string>
{
};

TEST_P(Switches, MoveEveryLinkOfTheirChains)
{
    core::Problems problems;
    scenario::Catalogue const catalogue{root, problems};
    ASSERT_TRUE(problems.empty());
    verification::SwitchLaboratory laboratory{catalogue, support::england(), 2008};
    for (auto const& one : declared()) {
        if (one.path.rfind(GetParam() + ".", 0) != 0) continue;
        auto const findings = laboratory.check(one);
        EXPECT_FALSE(findings.empty());
        for (auto const& found : findings) {
            EXPECT_TRUE(found.passed) << one.path << " from " << found.step.from << " to " << found.step.to << ": "
                                      << found.link.outcome << " " << found.difference << " (s.e. "
                                      << found.standard_error << ")";
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Declared, Switches, testing::ValuesIn(folders()), [](auto const& folder) { return folder.param; });
}  // namespace
}  // namespace concordat
