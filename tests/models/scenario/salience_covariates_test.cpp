#include "models/scenario/salience_covariates.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/small_pack.hpp"

namespace concordat::scenario
{
namespace
{
using testing::ElementsAre;

TEST(SalienceCovariates, MarkFlagsDepartmentsAndSubjectGroups)
{
    auto pack = support::make_small_pack(1, 3);
    pack.subject_groups = {"safety", "health"};
    pack.indicators[0].link = state::NationalLink::public_service_agreement;
    pack.indicators[1].link = state::NationalLink::departmental_objective;
    pack.indicators[1].perception = true;
    pack.indicators[2].place_survey = true;
    pack.indicators[2].subject_group = 1;
    std::vector<std::string> names;
    std::vector<std::vector<double>> values;
    for (auto const& covariate : list_salience_covariates(pack)) {
        names.push_back(covariate.name);
        values.push_back(covariate.values);
    }
    EXPECT_THAT(names, ElementsAre("psa", "perception", "place_survey", "department A", "department B",
                                   "subject group safety", "subject group health"));
    EXPECT_THAT(values, ElementsAre(ElementsAre(1, 0, 0), ElementsAre(0, 1, 0), ElementsAre(0, 0, 1),
                                    ElementsAre(1, 0, 1), ElementsAre(0, 1, 0), ElementsAre(1, 1, 0),
                                    ElementsAre(0, 0, 1)));
}
}  // namespace
}  // namespace concordat::scenario
