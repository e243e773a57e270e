#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace concordat::verification
{
/// One number that theory gives and the model must reproduce.
struct CheckRow
{
    std::string what{};  ///< the case, such as "R = 2, G = .5: effort"
    double theory{};
    double simulated{};
    double tolerance{};  ///< on `error`
    double error{};      ///< |simulated - theory|
    bool passed{};
};

/// All rows of one result of theory.
struct CheckResult
{
    std::string id{};  ///< such as "T5"
    std::string title{};
    std::string method{};  ///< what was run, where the theory's numbers come from
    std::vector<CheckRow> rows{};

    /// Adds a row; a result that is not a number fails.
    void add(std::string what, double theory, double simulated, double tolerance);
    [[nodiscard]] bool passed() const;
    [[nodiscard]] double largest_error() const;
};

/// Runs the model's own mechanisms, all others switched off, against closed forms.
///
/// \param only an id such as "T5"; empty: all checks, in the order of their ids
/// \return empty where no check has that id
[[nodiscard]] std::vector<CheckResult> run_checks(std::string_view only = {});
/// Ids in the order in which they run.
[[nodiscard]] std::vector<std::string> check_ids();
}  // namespace concordat::verification
