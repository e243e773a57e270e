#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// Which cells of a stored study are run again.
struct RerunChoice
{
    std::uint32_t replicate{};             ///< [index]
    std::size_t position{};                ///< into StudyReader::replicates
    std::vector<std::size_t> scenarios{};  ///< [index] of the study; where a story is told at most two

    /// The study's request with these scenarios alone, each its own baseline.
    [[nodiscard]] StudyRequest narrow(StudyRequest request) const;
};

/// Scenarios of that name, of that name without the baseline's, or with such a beginning.
/// \param option that named it, for problems
/// \param among [index] of the study
[[nodiscard]] std::vector<std::size_t> find_named_scenarios(std::string const& option, std::string const& given,
                                                            StudyRequest const& request,
                                                            std::vector<std::size_t> const& among, core::Problems& problems);

/// Reads what the command asks for; what the study does not hold goes to `problems`, with what it does.
[[nodiscard]] RerunChoice choose_rerun(RerunCommand const& command, StudyRequest const& request,
                                       store::StudyReader const& study, core::Problems& problems);
}  // namespace concordat::cli
