#include "models/scenario/pack_indicators.hpp"

#include <gtest/gtest.h>

#include "tests/support/pack_files.hpp"

namespace concordat::scenario
{
namespace
{
using test::expect_messages;

TEST(PackIndicators, NamesWhatIsWrongInIndicators)
{
    expect_messages({
        {"indicators.csv", "4,Healthy", "12,Healthy",
         "indicators.csv:3:1: indicator '12' stands twice\n    it was used in line 2"},
        {"indicators.csv", "Healthy", "Crime",
         "indicators.csv:3:3: indicator name 'Crime' stands twice\n    it was used in line 2"},
        {"indicators.csv", "Safety,HO", "Safty,HO",
         "indicators.csv:2:10: unknown subject group 'Safty'\n    did you mean 'Safety'?"},
        {"indicators.csv", "Safety,HO", "Safety,Treasury",
         "indicators.csv:2:17: unknown department 'Treasury'\n    known are DH, HO"},
        {"indicators.csv", "psa,23", "psa,", "indicators.csv:2:24: psa is empty"},
        {"indicators.csv", "dso,", "dso,3", "indicators.csv:3:25: psa is filled though the link is not psa"},
        {"indicators.csv", "psa,23", "pas,23",
         "indicators.csv:2:20: unknown national link 'pas'\n    did you mean 'psa'?\n"
         "indicators.csv:2:24: psa is filled though the link is not psa"},
        {"indicators.csv", "lower,2", "lower,4", "indicators.csv:2:42: published_count = 4 is outside [0, 3] (areas)"},
        {"indicators.csv", "lower,2", "lower,",
         "indicators.csv: published_count is filled for 1 of 2 indicators that are not statutory"},
        {"indicators.csv", "unclear,", "unclear,2",
         "indicators.csv:4:43: a statutory indicator is in every agreement and has no count of choices"},
        {"indicators.csv", "2.5,visits", "2.5,",
         "indicators.csv:3:50: natural_spread and natural_unit are given together or not at all"},
        {"indicators.csv", "2.5,visits", ",visits",
         "indicators.csv:3:46: natural_spread and natural_unit are given together or not at all"},
        {"indicators.csv", "2.5,visits", "0,visits",
         "indicators.csv:3:46: natural_spread = 0 is outside [1e-09, 1000000000] (natural units a sigma)"},
        {"indicators.csv", "no,no,no,lower", "no,maybe,no,lower",
         "indicators.csv:2:30: place_survey = 'maybe' is neither yes nor no"},
        {"departments.csv", "DH,Health", "HO,Health",
         "departments.csv:3:1: department code 'HO' stands twice\n    it was used in line 2\n"
         "indicators.csv:3:18: unknown department 'DH'\n    did you mean 'HO'?\n"
         "indicators.csv:4:16: unknown department 'DH'\n    did you mean 'HO'?\n"
         "partners.csv:4:30: unknown department 'DH'\n    did you mean 'HO'?"},
        {"groups.csv", "subject_group,Safety", "subject_group,Safety\nsubject_group,Art",
         "indicators.csv: subject group 'Art' has no indicator"},
    });
}

TEST(PackIndicators, NamesWhatIsWrongInSpilloversAndSalience)
{
    expect_messages({
        {"spillovers.csv", "12,9", "12,12", "spillovers.csv:2:4: an indicator has no spillover on itself"},
        {"spillovers.csv", "12,9", "12,10", "spillovers.csv:2:4: unknown indicator 10"},
        {"spillovers.csv", "12,9", "4,12", "spillovers.csv:3:1: pair '4 to 12' stands twice\n    it was used in line 2"},
        {"spillovers.csv", "-.1", "-3",
         "spillovers.csv:2:6: value = -3 is outside [-1, 1] (sigma of the second for a sigma of the first)"},
        {"salience.csv", "9,.5", "4,.5",
         "salience.csv: indicator 9 has no salience\n"
         "salience.csv:4:1: indicator '4' stands twice\n    it was used in line 2"},
        {"salience.csv", "4,1,1", "4,inf,1",
         "salience.csv: indicator 4 has no salience\n"
         "salience.csv:2:3: salience = 'inf' is not a number\n"
         "    allowed are numbers in [-100, 100] (s.d. of value), with a decimal point"},
    });
}
}  // namespace
}  // namespace concordat::scenario
