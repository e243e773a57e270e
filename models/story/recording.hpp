#pragma once

#include "models/state/agreement.hpp"
#include "models/state/bargain.hpp"
#include "models/state/diary.hpp"
#include "models/state/gaming.hpp"
#include "models/state/joint_items.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "models/state/standing.hpp"
#include "models/state/transcript.hpp"
#include "models/story/area_record.hpp"

namespace concordat::story
{
/// What a finished round left behind.
struct RoundState
{
    state::Bargain const& bargain;
    state::Agreement const& agreement;
    state::Targets const& targets;
    state::Performance const& performance;
    state::Transcript const& transcript;
    state::Gaming const* gaming{};  ///< nullptr where nobody misreports
    state::Diary const* diary{};    ///< nullptr where nobody wrote one
    state::JointItems const* joint{};  ///< nullptr where nobody agreed together
};

/// How the area stands now.
[[nodiscard]] Standpoint record_standpoint(state::Population const& population, state::Standing const& standing, int area);

/// Where a round began: how people stood to each other before it, and in all else what it is at its end.
[[nodiscard]] Standpoint begin_where(Standpoint const& before, Standpoint ending);

/// Everything about one area of a finished round but how it stood before and after.
[[nodiscard]] AreaRecord record_area(RoundState const& round, int area);
}  // namespace concordat::story
