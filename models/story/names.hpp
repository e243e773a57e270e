#pragma once

#include <string>
#include <vector>

#include "models/state/pack.hpp"
#include "models/state/transcript.hpp"

namespace concordat::story
{
/// What the people and things of one area's story are called.
class Names
{
  public:
    /// \pre `pack` outlives it
    Names(state::Pack const& pack, int area) : pack_{pack}, area_{area} {}

    [[nodiscard]] std::string const& area() const;
    /// "NI 30 (Re-offending rate of prolific offenders)"
    [[nodiscard]] std::string indicator(int indicator) const;
    /// "NI 30"
    [[nodiscard]] std::string number(int indicator) const;
    /// "NI 4, 17 and 30", in ascending order; empty for none
    [[nodiscard]] std::string numbers(std::vector<int> indicators) const;
    /// "Home Office", or the code where the name is long: "DCSF"
    [[nodiscard]] std::string department(int department) const;
    /// Who speaks, in the middle of a sentence. A department is that of the indicator.
    [[nodiscard]] std::string party(state::Party party, int indicator) const;
    [[nodiscard]] state::Pack const& pack() const { return pack_; }

  private:
    state::Pack const& pack_;
    int area_;
};
}  // namespace concordat::story
