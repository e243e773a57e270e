#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sim/store/study_writer.hpp"
#include "tests/cli/program.hpp"

namespace concordat::test
{
/// A small comparison that the program has stored: two scenarios, three replicates, seed 5.
/// \param more arguments
inline Ended store_study(std::filesystem::path const& folder, std::vector<std::string> const& more = {})
{
    std::vector<std::string> arguments{"compare", "laa_2008", "ifg_18", "--replicates", "3", "--seed", "5", "--record",
                                       "region:headlines", "--quiet", "--no-report", "--out", folder.string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
}

/// The same study with other values: what the last replicate holds is given to `change`, shape [scenario,
/// column], and may fail.
inline void store_changed(std::filesystem::path const& from, std::filesystem::path const& to,
                          std::function<std::vector<store::CellFailure>(std::vector<double>&)> const& change)
{
    store::StudyReader const study{from};
    auto const writer = store::StudyWriter::create(to, study.plan());
    for (std::size_t position = 0; position < study.replicates().size(); ++position) {
        std::vector<double> values;
        for (std::size_t s = 0; s < study.plan().scenarios.size(); ++s) {
            auto const row = study.row(position, s);
            values.insert(values.end(), row.begin(), row.end());
        }
        bool const last = position + 1 == study.replicates().size();
        writer->add(study.replicates()[position], values, last ? change(values) : std::vector<store::CellFailure>{});
    }
    (void)writer->finish({});
}
}  // namespace concordat::test
