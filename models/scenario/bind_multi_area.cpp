#include "models/scenario/bind_multi_area.hpp"

namespace concordat::scenario
{
namespace
{
using selection::JointSubjects;
constexpr std::array<std::pair<std::string_view, bool>, 2> agreement_names{{{"single", false}, {"joint", true}}};
constexpr std::array<std::pair<std::string_view, JointSubjects>, 2> subject_names{
    {{"cross_border", JointSubjects::cross_border}, {"all", JointSubjects::all}}};
}  // namespace

selection::MultiAreaParams bind_multi_area(config::ParameterReader& in)
{
    return {.joint = in.choice("selection.multi_area.agreements", agreement_names),
            .councils = in.integer("selection.multi_area.councils"),
            .subjects = in.choice("selection.multi_area.subjects", subject_names)};
}
}  // namespace concordat::scenario
