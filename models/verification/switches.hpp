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

/// Standard errors by which a response must differ from zero. Replicates are few and their luck is fixed,
/// so this is a bar for a response to stand out, not a level of significance.
inline constexpr double decisive_errors = 4.0;

/// Reads the declared switches; all problems are collected.
[[nodiscard]] std::vector<SwitchCase> read_switches(std::filesystem::path const& file, core::Problems& problems);

/// Moves switches and looks at what follows, on the nation as a whole and under the same luck. Keeps what
/// it has run: most steps begin or end at the same defaults.
class SwitchLaboratory
{
  public:
    /// \throws core::InputError if the parameter files cannot be read
    SwitchLaboratory(scenario::Catalogue const& catalogue, std::shared_ptr<state::Pack const> pack,
                     std::uint64_t master_seed);
    ~SwitchLaboratory();
    SwitchLaboratory(SwitchLaboratory const&) = delete;
    SwitchLaboratory& operator=(SwitchLaboratory const&) = delete;

    /// Moves a switch through its steps and checks every link.
    /// \throws core::InputError if a scenario or setting cannot be resolved, or an outcome is unknown
    [[nodiscard]] std::vector<LinkFinding> check(SwitchCase const& one);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};
}  // namespace concordat::verification
