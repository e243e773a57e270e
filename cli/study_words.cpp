#include "cli/study_words.hpp"

#include <fmt/format.h>

namespace concordat::cli
{
namespace
{
/// As a shell takes it.
std::string quote_for_shell(std::string const& word)
{
    constexpr char const* plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=.,:/%@";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (char const c : word) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + "'";
}
}  // namespace

std::string write_repeating_command(StudyRequest const& request)
{
    std::string command;
    for (auto const& word : request.repeat_with) command += (command.empty() ? "" : " ") + quote_for_shell(word);
    return command;
}

std::string name_study(StudyRequest const& request)
{
    return request.study ? request.study->title : request.scenarios.front().title;
}

std::string write_citation(StudyRequest const& request, std::string const& folder, std::uint64_t seed,
                           std::string const& results_hash)
{
    auto text = fmt::format("Concordat {}: an agent-based simulator of agreements between central and local government. "
                            "Study \u201c{}\u201d, seed {}", request.version, folder, seed);
    if (!results_hash.empty()) text += fmt::format(", results {}", results_hash);
    return text + ".";
}

std::vector<std::string> list_limits(StudyRequest const& request)
{
    return {
        request.ensemble
            ? "The ranges show luck and the assumptions that the ensemble varies, evenly over what the known facts do not rule "
              "out: shares of replicates are no probabilities. Other parameters, and mechanisms, are held as they are."
            : "The ranges show luck: the parameters are held at their values. What is not known about people, places and "
              "mechanisms is not in them; try other values with --set and --params.",
        "The Monte Carlo standard error says how precisely the mean over luck is computed, not how right the model is.",
        "Sigma measures how unusual an improvement is, not what it is worth; what it is worth to society is known for "
        "one of 198 indicators, so trust differences in welfare and their sign rather than levels.",
        "Targets met mostly measures how levels were set. Read it beside true improvement inside and outside the agreement.",
        "Mechanisms that the model leaves out are listed in docs/mechanisms.md; what it meets and misses of the known "
        "facts in docs/validation.md.",
    };
}
}  // namespace concordat::cli
