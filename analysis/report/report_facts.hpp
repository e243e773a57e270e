#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace concordat::report
{
/// What a report tells that a study's results do not hold. The caller knows the model; the report
/// does not. Texts are plain; an empty one is left out of the page.

/// A parameter that a scenario changes.
struct ChangeFact
{
    std::string round{};  ///< of a history; else empty
    std::string path{};
    std::string description{};
    std::string unit{};
    std::string before{};  ///< in the baseline
    std::string after{};
    std::string reason{};
};

struct ScenarioFact
{
    std::string name{};          ///< as the results call it
    std::string label{};         ///< short name, for tables
    std::string title{};         ///< short title, for charts
    std::string design_point{};  ///< number; empty without a design
    std::string point_label{};   ///< name or values of the design point
    std::size_t baseline{};      ///< [index] of the scenario that it is compared with, or itself
    std::string source{};        ///< passage that the scenario puts into numbers
    std::vector<std::string> notes{};  ///< sentences beside its results
    std::vector<ChangeFact> changes{};
};

/// A place on the schematic map.
struct AreaFact
{
    std::string name{};  ///< as the results call it
    std::string code{};
    std::string region{};
    std::string type{};
    std::string deprivation{};  ///< fifth of the areas
    int column{-1};             ///< [tiles] to the east; -1: on no map
    int row{-1};                ///< [tiles] to the south
};

struct IndicatorFact
{
    std::string name{};  ///< as the results call it
    std::string title{};
    std::string subject{};
    std::string department{};
};

/// Outcomes that belong together, and what to know before reading them.
struct ThemeFact
{
    std::string id{};  ///< for links within the page
    std::string title{};
    std::string text{};
    std::vector<std::string> outcomes{};  ///< names
};

struct ParameterFact
{
    std::string path{};
    std::string description{};
    std::string value{};
    std::string unit{};
    std::string allowed{};
    std::string source{};  ///< a document, or the reason for an assumption
    bool assumption{};
    std::string reliability{};
};

/// What it takes to get the same results again.
struct RunFact
{
    std::string version{};  ///< of the program that ran the study
    std::string command{};  ///< that repeats it
    std::string folder{};   ///< as the user named it
    std::string results_hash{};
    std::string pack{};
    std::vector<std::pair<std::string, std::string>> files{};  ///< name and hash of what was read
};

struct ReportFacts
{
    std::string title{};
    std::string question{};
    std::string answer{};       ///< one sentence with numbers
    std::string uncertainty{};  ///< which uncertainty the ranges show
    std::vector<std::string> cautions{};
    std::vector<std::string> limits{};
    std::vector<std::string> attributions{};
    std::string citation{};
    std::vector<std::string> outcomes{};  ///< names of those to show first; empty: the headlines
    std::vector<ScenarioFact> scenarios{};
    std::vector<AreaFact> areas{};
    std::vector<IndicatorFact> indicators{};
    std::vector<ThemeFact> themes{};
    std::vector<ParameterFact> parameters{};
    RunFact run{};
};
}  // namespace concordat::report
