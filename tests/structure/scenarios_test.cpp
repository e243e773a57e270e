// Regimes and reforms: each implements a passage and leads to a scenario that can be run.
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "models/cycle/outcomes.hpp"
#include "models/scenario/argument.hpp"
#include "models/scenario/channel.hpp"
#include "models/scenario/grammar.hpp"
#include "models/scenario/model_params.hpp"
#include "models/scenario/resolved_scenario.hpp"
#include "models/scenario/study_file.hpp"
#include "models/scenario/validation.hpp"
#include "tests/structure/source_tree.hpp"
#include "tests/support/default_parameters.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::test
{
namespace
{
/// The documents that the project started from, with their number of lines. They are cited by name
/// and line.
std::map<std::string, int> const& documents()
{
    static std::map<std::string, int> const lines{
        {"ifg_performance_art.txt", 9118},
        {"innovation_forum_lpsb_prospectus.txt", 356},
        {"lga_swann_next_step_lpsa.txt", 58},
        {"lgiu_locally_defined_targets.txt", 229},
        {"paun_more_equal_than_others.txt", 38},
    };
    return lines;
}

void expect_known_document(config::Source const& source, std::string const& who)
{
    if (source.seed.empty()) {
        EXPECT_EQ(source.line, 0) << who << " has a line of no document";
        return;
    }
    ASSERT_TRUE(documents().contains(source.seed)) << who << " cites " << source.seed;
    EXPECT_GE(source.line, 1) << who;
    EXPECT_LE(source.line, documents().at(source.seed)) << who;
}

class ShippedScenarios : public testing::Test
{
  protected:
    core::Problems problems_{};
    config::ParameterTable parameters_ = support::load_default_parameters();
    scenario::Catalogue catalogue_{project_folder() / "scenarios", problems_};

    std::vector<scenario::ScenarioFile> read_all(scenario::FileKind kind)
    {
        std::vector<scenario::ScenarioFile> found;
        for (auto const& entry : catalogue_.entries()) {
            if (entry.kind != kind) continue;
            if (auto file = scenario::read_entry(entry, problems_)) found.push_back(std::move(*file));
        }
        return found;
    }
};

TEST_F(ShippedScenarios, CiteThePassageThatTheyImplement)
{
    for (auto const kind : {scenario::FileKind::regime, scenario::FileKind::reform}) {
        for (auto const& file : read_all(kind)) {
            ASSERT_TRUE(file.implements.has_value()) << file.name;
            EXPECT_TRUE(file.implements->assumption.empty()) << file.name;
            EXPECT_GT(file.implements->line, 0) << file.name;
            expect_known_document(*file.implements, file.name);
            EXPECT_FALSE(file.title.empty()) << file.name;
        }
    }
    EXPECT_TRUE(problems_.empty()) << problems_.text();
}

/// "document:line" and the words that were found there when scripts/passages last looked.
std::map<std::string, std::string> read_passages()
{
    std::map<std::string, std::string> found;
    std::istringstream rows{read_text(project_folder() / "tests/data/passages.csv")};
    std::string row;
    std::getline(rows, row);
    while (std::getline(rows, row)) {
        auto const line = row.find(','), words = row.find(",\"");
        found[row.substr(0, line) + ":" + row.substr(line + 1, words - line - 1)] = row.substr(words + 2, row.size() - words - 3);
    }
    return found;
}

TEST_F(ShippedScenarios, QuoteWordsThatStandInTheirLine)
{
    auto const passages = read_passages();
    for (auto const kind : {scenario::FileKind::regime, scenario::FileKind::reform}) {
        for (auto const& file : read_all(kind)) {
            if (file.implements->seed.empty()) continue;
            auto const at = file.implements->seed + ":" + std::to_string(file.implements->line);
            ASSERT_TRUE(passages.contains(at)) << file.name << " cites " << at << ", which scripts/passages has not seen";
            EXPECT_EQ(passages.at(at), file.words) << file.name;
        }
    }
}

TEST_F(ShippedScenarios, ImplementEveryRecommendationWhereItStands)
{
    std::map<int, int> const recommendations{{1, 4472},  {2, 4538},  {3, 4563},  {4, 4589},  {5, 4655},  {6, 4684},
                                             {7, 4719},  {8, 4773},  {9, 4810},  {10, 4839}, {11, 4900}, {12, 4929},
                                             {13, 4954}, {14, 4984}, {15, 5019}, {16, 5045}, {17, 5079}, {18, 5113}};
    std::set<std::pair<std::string, int>> cited;
    for (auto const& file : read_all(scenario::FileKind::reform)) {
        if (file.implements->seed == "ifg_performance_art.txt") cited.emplace(file.implements->title, file.implements->line);
    }
    for (auto const& [number, line] : recommendations) {
        EXPECT_TRUE(cited.contains({"Performance Art (2008), recommendation " + std::to_string(number), line})) << number;
    }
}

TEST_F(ShippedScenarios, SayBeforehandWhatTheyArgueAbout)
{
    std::vector<scenario::OutcomeName> outcomes;
    for (auto const& outcome : cycle::outcome_list()) outcomes.push_back({outcome.name, outcome.unit});
    for (auto const& file : read_all(scenario::FileKind::reform)) {
        EXPECT_FALSE(file.claim.empty()) << file.name;
        ASSERT_TRUE(file.argues.has_value()) << file.name;
        scenario::check_argument(*file.argues, outcomes, problems_);
    }
    EXPECT_TRUE(problems_.empty()) << problems_.text();
}

TEST_F(ShippedScenarios, CasesTellHowToReadThem)
{
    int cases = 0;
    for (auto const& entry : catalogue_.entries()) {
        auto const file = scenario::read_entry(entry, problems_);
        ASSERT_TRUE(file.has_value()) << problems_.text();
        EXPECT_EQ(!file->guide.empty(), entry.is_case) << entry.name;
        EXPECT_EQ(entry.name.starts_with("case_"), entry.is_case) << entry.name << ": prefixes keep their meaning";
        cases += entry.is_case ? 1 : 0;
    }
    EXPECT_GE(cases, 12);
}

TEST_F(ShippedScenarios, ParametersCiteDocumentsThatExist)
{
    for (auto const& [path, record] : parameters_) expect_known_document(record.source, path);
}

TEST_F(ShippedScenarios, ChangesNameRecordsAndGiveReasonsAndPlausibleRanges)
{
    for (auto const kind : {scenario::FileKind::regime, scenario::FileKind::reform}) {
        for (auto const& file : read_all(kind)) {
            for (auto const& change : file.changes) {
                auto const* record = scenario::find_record(parameters_, change.path, change.path_where, problems_);
                ASSERT_NE(record, nullptr) << problems_.text();
                EXPECT_TRUE(scenario::check_change(change, file.name, *record, problems_).has_value())
                    << problems_.text();
                EXPECT_GE(change.reason.size(), 10U) << file.name << ": " << change.path;
                bool const is_number = record->type == config::ParameterType::number;
                EXPECT_TRUE(!is_number || change.range.has_value()) << file.name << ": " << change.path;
                if (change.range) {
                    EXPECT_LT(change.range->low, change.range->high) << file.name << ": " << change.path;
                }
            }
        }
    }
    EXPECT_TRUE(problems_.empty()) << problems_.text();
}

TEST_F(ShippedScenarios, EveryReformRunsOnEveryRegime)
{
    int bound = 0;
    for (auto const& regime : read_all(scenario::FileKind::regime)) {
        if (!regime.guide.empty()) continue;  // cases are regimes under other values
        std::vector<std::string> expressions{regime.name};
        for (auto const& reform : read_all(scenario::FileKind::reform)) {
            expressions.push_back(regime.name + "+" + reform.name);
        }
        for (auto const& text : expressions) {
            core::Problems problems;
            auto const expression = scenario::parse_expression(text, catalogue_, problems);
            // A reform may be a part of a regime already, or not fit one whose values it would push out of their range.
            if (!expression && !regime.includes.empty()) continue;
            ASSERT_TRUE(expression.has_value()) << text << "\n" << problems.text();
            auto const resolved = scenario::resolve_scenario(*expression, catalogue_, parameters_, {}, problems);
            if (!resolved && regime.name != "laa_2008") continue;
            ASSERT_TRUE(resolved.has_value()) << text << "\n" << problems.text();
            for (auto const& round : resolved->rounds) {
                config::ParameterReader reader{round.parameters};
                EXPECT_NO_THROW((void)scenario::bind_model(reader)) << text << ", " << round.name;
            }
            ++bound;
        }
    }
    EXPECT_GE(bound, 8);
}

TEST_F(ShippedScenarios, ExampleOfTheReadmeIsAReformThatRuns)
{
    auto const page = read_text(project_folder() / "README.md");
    std::string const fence = "```yaml\n";
    auto const begin = page.find(fence);
    ASSERT_NE(begin, std::string::npos);
    auto const first = begin + fence.size();
    TemporaryFolder const folder;
    auto const file = folder.write("my_reform.yaml", page.substr(first, page.find("```", first) - first));
    auto const expression = scenario::parse_expression("laa_2008+" + file.string(), catalogue_, problems_);
    ASSERT_TRUE(expression.has_value()) << problems_.text();
    auto const resolved = scenario::resolve_scenario(*expression, catalogue_, parameters_, {}, problems_);
    ASSERT_TRUE(resolved.has_value()) << problems_.text();
    EXPECT_EQ(resolved->rounds.front().parameters.at("incentives.reward_grant.scheme").history.size(), 1U);
}

TEST_F(ShippedScenarios, StudiesCanBeRun)
{
    EXPECT_GE(catalogue_.studies().size(), 3U);
    for (auto const& study : catalogue_.studies()) {
        auto const kind = scenario::validate_file(study.path, catalogue_, parameters_, problems_);
        EXPECT_EQ(kind, scenario::InputKind::study) << study.name;
        auto const file = scenario::read_study(study.path, parameters_, problems_);
        ASSERT_TRUE(file.has_value()) << study.name;
        if (file->source) expect_known_document(*file->source, study.name);
    }
    EXPECT_TRUE(problems_.empty()) << problems_.text();
}

TEST_F(ShippedScenarios, EveryChannelCanBeSwitchedOffAloneAndWithAllOthers)
{
    auto const channels = scenario::read_channels(project_folder() / "scenarios/decomposition.yaml", parameters_, problems_);
    ASSERT_TRUE(problems_.empty()) << problems_.text();
    EXPECT_GE(channels.size(), 8U);
    auto all = parameters_;
    for (auto const& channel : channels) {
        auto one = parameters_;
        scenario::switch_off(channel, one);
        scenario::switch_off(channel, all);
        EXPECT_FALSE(scenario::list_differences(parameters_, one).empty()) << channel.name;
        EXPECT_GE(channel.reason.size(), 10U) << channel.name;
        config::ParameterReader reader{one};
        EXPECT_NO_THROW((void)scenario::bind_model(reader)) << channel.name;
    }
    config::ParameterReader reader{all};
    EXPECT_NO_THROW((void)scenario::bind_model(reader));
}

TEST_F(ShippedScenarios, EveryReformChangesSomething)
{
    core::Problems problems;
    auto const resolve = [&](std::string const& text) {
        auto const expression = scenario::parse_expression(text, catalogue_, problems);
        return scenario::resolve_scenario(*expression, catalogue_, parameters_, {}, problems);
    };
    auto const baseline = resolve("laa_2008");
    ASSERT_TRUE(baseline.has_value()) << problems.text();
    for (auto const& reform : read_all(scenario::FileKind::reform)) {
        auto const scenario = resolve("laa_2008+" + reform.name);
        ASSERT_TRUE(scenario.has_value()) << problems.text();
        EXPECT_FALSE(scenario::list_differences(*baseline, 0, *scenario, 0).empty()) << reform.name;
    }
}
}  // namespace
}  // namespace concordat::test
