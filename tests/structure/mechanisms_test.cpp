// Every mechanism can be found, checked and traced: a test, a source, a page.
#include <gtest/gtest.h>

#include "tests/structure/source_tree.hpp"

namespace concordat::test
{
namespace
{
/// Sources without a test file of their own name: the test that covers them, and why it is there.
struct Elsewhere
{
    std::string source{};
    std::string test{};
    std::string reason{};
};

std::vector<Elsewhere> const& tested_elsewhere()
{
    static std::vector<Elsewhere> const list{
        {"models/cycle/cell_outcomes", "models/cycle/outcomes", "a list of outcomes"},
        {"models/cycle/gauges", "models/cycle/outcomes", "joins the lists of gauges"},
        {"models/cycle/grouping", "models/cycle/outcomes", "groups of the tally"},
        {"models/cycle/mechanisms", "models/cycle/model", "makes every mechanism from its parameters"},
        {"models/cycle/negotiation_gauges", "models/cycle/outcomes", "a list of outcomes"},
        {"models/cycle/outcome_definitions", "models/cycle/outcomes", "a list of outcomes"},
        {"models/cycle/result_request", "models/cycle/outcomes", "what the tally is asked for"},
        {"models/cycle/year_gauges", "models/cycle/outcomes", "a list of outcomes"},
        {"models/cycle/round", "models/cycle/model", "calls the mechanisms in order"},
        {"models/cycle/standing_gauges", "models/cycle/outcomes", "a list of outcomes"},
        {"models/cycle/step_list", "models/cycle/model", "a list for people to read"},
        {"models/cycle/delivery_gauges", "scenarios/switches", "a list of outcomes"},
        {"models/cycle/emergence_gauges", "scenarios/emergence", "a list of outcomes"},
        {"models/cycle/delivery_report", "models/cycle/delivery_effort", "what a year of the run showed"},
        {"models/cycle/block_memory", "models/cycle/allocation", "sizes of what delivery remembers"},
        {"models/cycle/carried_state", "models/cycle/history", "what rounds hand on to each other"},
        {"models/cycle/delivery_settlement", "models/cycle/delivery_run", "the end of the run"},
        {"models/cycle/delivery_rivals", "models/cycle/delivery_run", "the part of the run where areas look at each other"},
        {"models/cycle/delivery_year", "models/cycle/delivery_run", "the steps of one year of the run"},
        {"models/delivery/block", "models/delivery/planner", "workspace of the planner"},
        {"models/delivery/year_work", "models/cycle/model", "memory that blocks hand along"},
        {"models/delivery/bracket", "models/delivery/planner", "one of the planner's two solvers"},
        {"models/delivery/bracket_budgets", "models/delivery/planner", "budgets within the bracketing solver"},
        {"models/delivery/conditions", "models/cycle/delivery_effort", "what the planner reads of a year"},
        {"models/delivery/outside", "models/delivery/planner", "a stage of the planner"},
        {"models/delivery/newton", "models/delivery/planner", "one of the planner's two solvers"},
        {"models/delivery/prepare", "models/delivery/planner", "a stage of the planner"},
        {"models/delivery/slots", "models/delivery/planner", "a stage of the planner"},
        {"models/inspection/intervention", "models/inspection/floors", "what an intervention brings and costs"},
        {"models/scenario/fact_reading", "models/scenario/calibration_file", "what files of facts share"},
        {"models/scenario/bind_back_half", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_behaviour", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_brokered", "models/scenario/bind_front_half", "nothing but a list of assignments"},
        {"models/scenario/bind_demands", "models/scenario/bind_front_half", "nothing but a list of assignments"},
        {"models/scenario/bind_learning", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_gaming", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_inspection", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_levels", "models/scenario/bind_front_half", "nothing but a list of assignments"},
        {"models/scenario/bind_multi_area", "models/scenario/bind_front_half", "nothing but a list of assignments"},
        {"models/scenario/bind_politics", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_population", "models/scenario/bind_front_half", "nothing but a list of assignments"},
        {"models/scenario/bind_recording", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/bind_selection", "models/scenario/bind_front_half", "nothing but a list of assignments"},
        {"models/scenario/bind_whitehall", "structure/parameters", "nothing but a list of assignments"},
        {"models/scenario/design_sample", "models/scenario/design_reading", "one kind of design"},
        {"models/scenario/mixture", "models/scenario/channel", "the other half of taking a scenario apart"},
        {"models/scenario/study_scenarios", "models/scenario/study_file", "the names in a study"},
        {"models/scenario/override", "models/scenario/resolved_scenario", "a list that a scenario applies"},
        {"models/scenario/pack_folder", "models/scenario/pack_reader", "the tables of a pack"},
        {"models/scenario/pack_groups", "models/scenario/pack_reader", "one table of a pack"},
        {"models/scenario/pack_lookup", "models/scenario/pack_reader", "names within a pack"},
        {"models/scenario/pack_support", "models/scenario/pack_reader", "helpers of the pack's tables"},
        {"models/selection/freedoms", "models/selection/brokered_rounds", "a step of the talks"},
        {"models/selection/negotiation_agenda", "models/selection/brokered_rounds", "a stage of the talks"},
        {"models/selection/negotiation_close", "models/selection/brokered_rounds", "a stage of the talks"},
        {"models/selection/negotiation_months", "models/selection/brokered_rounds", "a stage of the talks"},
        {"models/selection/negotiation_opening", "models/selection/brokered_rounds", "a stage of the talks"},
        {"models/selection/outcome_record", "models/selection/protocol", "counts that the conformance kit checks"},
        {"models/selection/package_record", "models/selection/protocol", "counts that the conformance kit checks"},
        {"models/selection/table_facts", "models/selection/protocol", "names that make the order of rows irrelevant"},
        {"models/state/scheme", "models/incentives/tournament", "sizes of arrays"},
    };
    return list;
}

std::filesystem::path test_of(std::string const& name) { return project_folder() / "tests" / (name + "_test.cpp"); }

TEST(Mechanisms, EverySourceOfTheModelHasATest)
{
    std::vector<std::string> untested;
    for (auto const& file : source_files()) {
        if (!file.under("models") || file.is_header()) continue;
        auto const name = file.folder + "/" + file.stem();
        auto const& list = tested_elsewhere();
        auto const other =
            std::find_if(list.begin(), list.end(), [&](auto const& entry) { return entry.source == name; });
        bool const checks = file.folder == "models/verification";  // tests themselves, run by test and program
        bool const tested = std::filesystem::exists(test_of(other == list.end() ? name : other->test));
        if (!checks && !tested) untested.push_back(file.path);
    }
    EXPECT_EQ(join(untested), "");
}

TEST(Mechanisms, ListOfSourcesTestedElsewhereIsNotOutOfDate)
{
    for (auto const& entry : tested_elsewhere()) {
        EXPECT_TRUE(std::filesystem::exists(project_folder() / (entry.source + ".cpp"))) << entry.source;
        EXPECT_FALSE(std::filesystem::exists(test_of(entry.source))) << entry.source << " has its own test";
        EXPECT_FALSE(entry.reason.empty());
    }
}

TEST(Mechanisms, EveryClassSaysWhereItComesFrom)
{
    std::map<std::string, std::string> const without{
        {"models/delivery/nash_planner.hpp", "two versions of Planner, whose header has the sources"},
        {"models/delivery/power.hpp", "exponents of NashPlanner"},
        {"models/delivery/technology.hpp", "arithmetic on the pack's shares"},
        {"models/incentives/none.hpp", "pays nothing"},
        {"models/selection/luck.hpp", "names of random draws"},
        {"models/selection/minutes.hpp", "writes down what happens"},
        {"models/selection/ranking.hpp", "orders items by numbers"},
    };
    std::regex const a_class{"^class "};
    for (auto const& file : source_files()) {
        auto const& folders = mechanism_folders();
        bool const mechanism = std::find(folders.begin(), folders.end(), file.folder) != folders.end();
        if (!mechanism || !file.is_header() || find_lines(file, a_class).empty() || without.contains(file.path)) continue;
        bool const cites = std::any_of(file.lines.begin(), file.lines.end(),
                                       [](auto const& line) { return line.find("/// Source: ") == 0; });
        EXPECT_TRUE(cites) << file.path << " has no line '/// Source: ...'";
    }
}

TEST(Mechanisms, EveryFolderHasAPageAndARowInTheTable)
{
    auto const table = read_text(project_folder() / "docs/mechanisms.md");
    for (auto const& folder : mechanism_folders()) {
        auto const page = folder.substr(std::string{"models/"}.size()) + ".md";
        EXPECT_TRUE(std::filesystem::exists(project_folder() / "docs/methods" / page)) << "docs/methods/" << page;
        EXPECT_NE(table.find(folder), std::string::npos) << folder << " is missing in docs/mechanisms.md";
    }
}

TEST(Mechanisms, LinksBetweenPagesLeadSomewhere)
{
    std::regex const link{R"(\]\(([^)#:\s]+)(#[^)]*)?\))"};
    std::vector<std::filesystem::path> pages{project_folder() / "README.md", project_folder() / "CONTRIBUTING.md",
                                             project_folder() / "CHANGELOG.md"};
    for (auto const& entry : std::filesystem::recursive_directory_iterator{project_folder() / "docs"}) {
        if (entry.path().extension() == ".md") pages.push_back(entry.path());
    }
    for (auto const& page : pages) {
        auto const text = read_text(page);
        for (std::sregex_iterator it{text.begin(), text.end(), link}, end; it != end; ++it) {
            EXPECT_TRUE(std::filesystem::exists(page.parent_path() / (*it)[1].str()))
                << page << " links to " << (*it)[1];
        }
    }
}
}  // namespace
}  // namespace concordat::test
