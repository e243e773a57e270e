#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace concordat::cli
{
/// What the user typed, not yet checked: numbers are still text, so that all that is wrong with
/// them is reported together with all that is wrong with the files.

/// Where the scenarios are; empty: the environment, else where the program was built.
struct LibraryRequest
{
    std::string scenarios{};
};

struct RunControls
{
    std::string threads{};  ///< [count] empty: all cores
    std::string time_limit{};  ///< such as 10min; empty: none
    bool json{};
    bool quiet{};
    bool no_report{};  ///< a comparison that is kept leaves no report.html
};

/// What `decompose` asks beside its two scenarios.
struct DecompositionWish
{
    std::string outcomes{};  ///< words separated by commas
    std::string channels{};  ///< words separated by commas; empty: all
    std::string split{};     ///< changes, mechanisms or both
};

/// What `sensitivity` asks beside its scenarios.
struct SensitivityWish
{
    std::string method{};      ///< morris or sobol
    std::string base{};        ///< [count] trajectories or base points; empty: as the method usually needs
    std::string parameters{};  ///< words separated by commas; empty: all of the list
    std::string list{};        ///< file of assumptions; empty: the library's sensitivity.yaml
    std::string outcomes{};    ///< words separated by commas
};

/// `run SCENARIO...`, `compare BASE SCENARIO...`, `study FILE` and `decompose BASE REFORM`.
struct StudyCommand
{
    bool compares{};     ///< the first scenario is the baseline, and bare reforms act on it
    std::string file{};  ///< of a study, which names the scenarios; else empty
    std::optional<DecompositionWish> decomposition{};
    std::optional<SensitivityWish> sensitivity{};
    LibraryRequest library{};
    std::vector<std::string> scenarios{};
    std::string replicates{};  ///< [count] empty: as the study file says, else 200, or the most that `until` may take
    std::string until{};       ///< precision rule; empty: as the study file says, else all replicates are run
    std::string at_least{};    ///< [count] replicates before the rule is looked at; empty: 100
    std::string baseline{};    ///< one of the scenarios; empty: the first
    std::string seed{};        ///< empty: as the study file says, else drawn
    std::string folder{};      ///< empty: nothing is kept
    std::vector<std::string> sets{};
    std::string design{};     ///< CSV file; may be empty
    std::string behaviours{};   ///< rules of behaviour, words separated by commas; empty: as the scenarios have it
    std::string assumptions{};  ///< fixed, ensemble or a file of points; empty: as the command usually has them
    std::string from_state{}; ///< file of saved states; empty: replicates start anew
    std::string save_state{}; ///< file for the states; empty: they are not saved
    std::string save_after{}; ///< [count] rounds; empty: all
    std::string groupings{};  ///< words separated by commas; empty: as the study file says, else the usual ones
    bool no_netcdf{};         ///< results.nc is not written
    bool replace{};           ///< an earlier study of that name
    bool stop_on_failure{};
    RunControls controls{};
    std::vector<std::string> command_line{};  ///< as typed, for the record
};

struct ResumeCommand
{
    std::string folder{};
    std::string replicates{};  ///< [count] that the study is to have in all; empty: as it was begun
    RunControls controls{};
    std::vector<std::string> command_line{};
};

/// The report of a stored study.
struct ReportCommand
{
    std::string folder{};
    std::string out{};  ///< file; empty: report.html in the folder
};

/// Writes a study's results for other programs.
struct ExportCommand
{
    std::string folder{};
    std::string netcdf{};     ///< file; empty with an empty `csv`: beside the folder
    std::string csv{};        ///< file; empty: none
    std::string outcomes{};   ///< words separated by commas; empty: all
    std::string groupings{};  ///< the same
    bool replace{};           ///< files that are there
};

/// A stored replicate once more, with more detail.
struct RerunCommand
{
    std::string folder{};
    std::string replicate{};  ///< [index] as in results.csv
    std::string scenario{};   ///< name or the beginning of one; empty: all, or the first where a story is told
    std::string point{};      ///< design point; empty: all
    std::string area{};       ///< whose story is told; empty: none
    std::string against{};    ///< a second scenario for the story; may be empty
    std::string groupings{};  ///< words separated by commas; empty: as the study has them
    std::string table{};      ///< CSV file; may be empty
};

/// A folder for an analyst's file.
struct QaCommand
{
    std::string folder{};
    std::string out{};  ///< empty: the study's own
    bool replace{};     ///< an earlier one
};

/// Whether a stored study is what it says it is.
struct CheckCommand
{
    std::string folder{};
    std::string pack{};  ///< folder of a QA pack; empty: the study's own, if there is one
    bool json{};
};

/// Whether reforms do what their sources say, by a stored comparison.
struct JudgeCommand
{
    LibraryRequest library{};
    std::string folder{};
    std::string document{};  ///< whose table of reforms is written anew; empty: none
    bool json{};
};

struct ListCommand
{
    LibraryRequest library{};
    bool json{};
    bool reforms{};  ///< reforms alone, with what their sources claim
};

/// Write a reform to start from.
struct ReformCommand
{
    std::string name{};  ///< of the file, with or without .yaml
};

struct ShowCommand
{
    LibraryRequest library{};
    std::string scenario{};
    std::string against{};
};

struct ValidateCommand
{
    LibraryRequest library{};
    std::vector<std::string> files{};
};

struct ExplainCommand
{
    LibraryRequest library{};
    std::vector<std::string> topics{};  ///< outcomes or paths; none: the steps of a round
    std::string document{};             ///< to fill with tables; empty: none
};

struct FitSalienceCommand
{
    LibraryRequest library{};
    std::string scenario{};
    std::string folder{};
    std::string seed{};
    std::vector<std::string> sets{};
    bool replace{};
    bool quiet{};
};

/// Looks for the values of assumptions that the facts do not rule out.
struct CalibrateCommand
{
    LibraryRequest library{};
    std::string file{};        ///< facts and assumptions; empty: the library's calibration.yaml
    std::string folder{};      ///< for waves and the ensemble
    std::string waves{};       ///< [count]
    std::string points{};      ///< [count] of each wave
    std::string replicates{};  ///< [count] of each point
    std::string size{};        ///< [count] points of the ensemble
    std::string cutoff{};      ///< [standard deviations]
    std::string seed{};
    std::vector<std::string> sets{};
    bool replace{};  ///< an earlier calibration in the folder
    RunControls controls{};
};

/// Where in the assumptions a stored comparison's answer holds.
struct DiscoverCommand
{
    LibraryRequest library{};  ///< whose lists say what assumptions are called
    std::string folder{};      ///< of the study
    std::string scenario{};    ///< name or the beginning of one; empty: the only one that is not the baseline
    std::string outcome{};
    std::string above{};       ///< [unit of the outcome] change that is of interest; empty: 0, unless `below` is given
    std::string below{};       ///< the same
    std::string out{};         ///< folder or SVG file; empty: only the answer is printed
    bool replace{};            ///< files that are there
    bool json{};
};

/// Holds what the model does against what is known and was not fitted.
struct ValidateModelCommand
{
    LibraryRequest library{};
    std::string file{};         ///< of facts; empty: the library's validation.yaml
    std::string behaviours{};   ///< as for studies
    std::string assumptions{};  ///< as for studies; empty: the pack's ensemble, where it has one
    std::string replicates{};   ///< [count]
    std::string seed{};
    std::string folder{};       ///< empty: the table is only printed
    bool replace{};             ///< an earlier one in the folder
    RunControls controls{};
};

struct VerifyCommand
{
    std::vector<std::string> ids{};  ///< such as T5; none: all, a line each
    bool json{};
    bool switches{};                 ///< the declared switches instead of the closed forms; ids are then paths
    LibraryRequest library{};
};

/// One area's negotiation and delivery as a story.
struct TraceCommand
{
    LibraryRequest library{};
    std::string scenario{};
    std::string against{};    ///< a second scenario with the same luck; may be empty
    std::string area{};       ///< name, code or beginning of a name
    std::string replicate{};  ///< [index] as in results.csv
    std::string seed{};
    std::string table{};  ///< CSV file for the moves; may be empty
    std::vector<std::string> sets{};
};

struct VersionCommand
{
};

/// Help was printed, or the command line was refused: nothing is left to do but to end.
struct Finished
{
    int code{};
};

using Request =
    std::variant<Finished, StudyCommand, ResumeCommand, ReportCommand, ExportCommand, RerunCommand, QaCommand, CheckCommand,
                 CalibrateCommand, DiscoverCommand, ValidateModelCommand, JudgeCommand, ListCommand, ReformCommand, ShowCommand,
                 ValidateCommand, ExplainCommand, FitSalienceCommand, TraceCommand, VerifyCommand, VersionCommand>;
}  // namespace concordat::cli
