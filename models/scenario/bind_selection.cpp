#include "models/scenario/bind_selection.hpp"

#include "sim/config/parameter_reader.hpp"

namespace concordat::scenario
{
namespace
{
using selection::StatutorySet;
constexpr std::array<std::pair<std::string_view, StatutorySet>, 2> statutory_sets{
    {{"enforced", StatutorySet::enforced}, {"open", StatutorySet::open}}};
}  // namespace

selection::SelectionParams bind_selection(config::ParameterReader& in)
{
    return {
        .cap = in.integer("selection.agreement.cap"),
        .statutory = in.choice("selection.agreement.statutory_set", statutory_sets),
    };
}
}  // namespace concordat::scenario
