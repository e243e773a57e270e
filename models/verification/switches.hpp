#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"

namespace concordat::scenario
{
class Catalogue;
}

namespace concordat::verification
{
/// What theory says about an outcome when a switch is moved.
enum class Sense
{
    up,
    down,
    moves,  ///< it must respond; theory gives no sign
    stays   ///< it must not respond at all: the same number in every replicate
};

/// One link of a chain: switch, intermediate outcome, final outcome.
struct ChainLink
{
    std::string outcome{};
    Sense sense{};
};

/// A switch of the model and the chain that it must move (scenarios/switches.yaml).
struct SwitchCase
{
    std::string path{};                  ///< of the parameter
    core::Position where{};
    std::string scenario{};              ///< expression in which it is moved
    std::vector<std::string> settings{}; ///< "path=value", on both sides of every step
    struct Step
    {
        std::string from{};
        std::string to{};
    };
    std::vector<Step> steps{};  ///< all in the direction that `chain` speaks of
    std::vector<ChainLink> chain{};
    std::string why{};          ///< the theory in a sentence
    int replicates{};           ///< [count]
};

/// One link of one step, as found under the same luck.
struct LinkFinding
{
    SwitchCase::Step step{};
    ChainLink link{};
    double difference{};      ///< mean paired difference, in the outcome's unit
    double standard_error{};
    bool passed{};
};

/// Standard errors by which a response must differ from zero: a false alarm is rarer than one in
/// ten thousand per link.
inline constexpr double decisive_errors = 4.0;

/// Reads the declared switches; all problems are collected.
[[nodiscard]] std::vector<SwitchCase> read_switches(std::filesystem::path const& file, core::Problems& problems);

/// Moves a switch through its steps and checks every link, on the nation as a whole.
/// \throws core::InputError if a scenario or setting cannot be resolved, or an outcome is unknown
[[nodiscard]] std::vector<LinkFinding> check_switch(SwitchCase const& one, scenario::Catalogue const& catalogue,
                                                    std::shared_ptr<state::Pack const> const& pack,
                                                    std::uint64_t master_seed);
}  // namespace concordat::verification
