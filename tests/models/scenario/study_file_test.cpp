#include "models/scenario/study_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/scenario/study_scenarios.hpp"
#include "models/scenario/validation.hpp"
#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::AllOf;
using testing::HasSubstr;

constexpr char const* good = R"(title: Caps
question: Does a shorter list help?
source: {assumption: Asked in class.}
baseline: laa_2008
scenarios:
  - cap_20
  - {scenario: double_grant+cap_25, label: Both}
replicates: 7
until: se(welfare) < 1%
time_limit: 5min
seed: 12
outcomes: [welfare, true_gain]
record: [nation, area]
design:
  grid: {incentives.tournament.prize: [1, 2]}
)";

class Studies : public testing::Test
{
  protected:
    std::optional<StudyFile> read(std::string const& text)
    {
        core::Problems problems;
        auto study = read_study(library_.write("study.yaml", text), parameters_, problems);
        complaint_ = library_.shorten(problems);
        return study;
    }
    std::string validate(std::string const& text)
    {
        core::Problems problems;
        Catalogue const catalogue{library_.root(), problems};
        EXPECT_EQ(validate_file(library_.write("study.yaml", text), catalogue, parameters_, problems), InputKind::study);
        return library_.shorten(problems);
    }

    core::Problems none_{};
    SmallLibrary library_{};
    config::ParameterTable parameters_ = config::load_parameters(library_.root() / "parameters", none_);
    std::string complaint_{};
};

TEST_F(Studies, SayTheirQuestionAndTheRunsThatAnswerIt)
{
    auto const study = read(good);
    ASSERT_TRUE(study.has_value());
    ASSERT_EQ(complaint_, "");
    EXPECT_EQ(study->name, "study");
    EXPECT_EQ(study->question, "Does a shorter list help?");
    EXPECT_EQ(study->baseline.text, "laa_2008");
    ASSERT_EQ(study->scenarios.size(), 2U);
    EXPECT_EQ(study->scenarios[1].label, "Both");
    EXPECT_EQ(study->scenarios[1].expression.where.line, 7);
    EXPECT_EQ(study->replicates->text, "7");
    EXPECT_EQ(study->until->text, "se(welfare) < 1%");
    EXPECT_EQ(study->time_limit->text, "5min");
    EXPECT_EQ(study->seed->text, "12");
    EXPECT_EQ(study->outcomes[1].text, "true_gain");
    EXPECT_EQ(study->record[1].where.line, 13);
    EXPECT_EQ(study->design->points.size(), 2U);
}

TEST_F(Studies, LetBareReformsActOnTheBaseline)
{
    auto const study = read(good);
    core::Problems problems;
    Catalogue const catalogue{library_.root(), problems};
    auto const scenarios = find_study_scenarios(*study, catalogue, problems);
    ASSERT_TRUE(problems.empty()) << problems.text();
    EXPECT_EQ(scenarios.baseline->name(), "laa_2008");
    EXPECT_EQ(scenarios.others[0].name(), "laa_2008+cap_20");
    EXPECT_EQ(scenarios.others[1].name(), "laa_2008+double_grant+cap_25");
}

TEST_F(Studies, FindFilesBesideThemselves)
{
    library_.write("mine.yaml", "title: Mine\nchanges:\n  - {path: selection.cap.per_area, set: 3, reason: r}\n");
    auto const study = read("title: T\nquestion: Q\nbaseline: laa_2008\nscenarios: [./mine.yaml, cap_20+./mine.yaml]\n");
    ASSERT_TRUE(study.has_value());
    EXPECT_EQ(study->scenarios[0].expression.text, (library_.root() / "mine.yaml").generic_string());
    EXPECT_EQ(study->scenarios[1].expression.text, "cap_20+" + (library_.root() / "mine.yaml").generic_string());
}

TEST_F(Studies, ReportEverythingThatIsWrongAtItsPlace)
{
    (void)read("title: T\nqestion: Q\nbaseline: laa_2008\nscenarios: [{scenario: x, lable: y}, [z]]\nreplicates: many\nseed: -1\n"
               "outcomes: [a, a]\n");
    EXPECT_THAT(complaint_, AllOf(HasSubstr("study.yaml:2:1: unknown key 'qestion'"), HasSubstr("did you mean 'question'?"),
                                  HasSubstr("unknown key 'lable'"), HasSubstr("an expression such as ifg_18"),
                                  HasSubstr("study.yaml:5:13: 'replicates' is a whole number"), HasSubstr("'seed' is"),
                                  HasSubstr("'a' stands twice in 'outcomes'")));
    EXPECT_FALSE(read("- a\n"));
    (void)read("title: T\nquestion: Q\nbaseline: laa_2008\n");
    EXPECT_THAT(complaint_, HasSubstr("neither 'scenarios' nor a 'design'"));
    (void)read("title: T\nquestion: Q\nbaseline: laa_2008\ndesign: {baseline: fixed, grid: {selection.cap.per_area: [1]}}\n");
    EXPECT_THAT(complaint_, HasSubstr("no scenario to compare with its baseline"));
}

TEST_F(Studies, AreValidatedAsARunWould)
{
    EXPECT_EQ(validate(good), "");
    EXPECT_THAT(validate("title: T\nquestion: Q\nbaseline: laa_2009\nscenarios:\n  - cap_2O\n"),
                AllOf(HasSubstr("study.yaml:3:11: unknown regime 'laa_2009'"), HasSubstr("study.yaml:5:5: unknown regime or reform")));
    EXPECT_THAT(validate("title: T\nquestion: Q\nbaseline: laa_2008\nscenarios: [cap_20, cap_20]\n"), HasSubstr("stands there already"));
    // The reform doubles what the design sets, beyond the range.
    EXPECT_THAT(validate("title: T\nquestion: Q\nbaseline: laa_2008\nscenarios: [double_prize]\n"
                         "design: {grid: {incentives.tournament.prize: [100, 900]}}\n"),
                HasSubstr("= 1800"));
}

TEST_F(Studies, HaveNamesAndPrefixesInTheCatalogue)
{
    library_.write("studies/caps.yaml", good);
    library_.write("studies/capitals.yaml", good);
    core::Problems problems;
    Catalogue const catalogue{library_.root(), problems};
    EXPECT_EQ(catalogue.studies().size(), 2U);
    EXPECT_EQ(catalogue.find_study("caps", problems), library_.root() / "studies/caps.yaml");
    EXPECT_EQ(catalogue.find_study("capi", problems), library_.root() / "studies/capitals.yaml");
    EXPECT_EQ(catalogue.find_study("./own.yaml", problems), "./own.yaml");
    EXPECT_TRUE(problems.empty());
    EXPECT_FALSE(catalogue.find_study("cap", problems));
    EXPECT_FALSE(catalogue.find_study("cups", problems));
    EXPECT_THAT(problems.text(), AllOf(HasSubstr("'cap' is ambiguous"), HasSubstr("did you mean 'caps'?")));
}
}  // namespace
}  // namespace concordat::scenario
