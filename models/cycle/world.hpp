#pragma once

#include <array>
#include <memory>
#include <vector>

#include "models/behaviour/innovation.hpp"
#include "models/cycle/area_sums.hpp"
#include "models/cycle/block_memory.hpp"
#include "models/cycle/year_book.hpp"
#include "models/delivery/planner.hpp"
#include "models/demands/value_formation.hpp"
#include "models/learning/diffusion.hpp"
#include "models/learning/habits.hpp"
#include "models/selection/protocol.hpp"
#include "models/state/agreement.hpp"
#include "models/state/assessment.hpp"
#include "models/state/bargain.hpp"
#include "models/state/centre.hpp"
#include "models/state/complaints.hpp"
#include "models/state/conditions.hpp"
#include "models/state/demands.hpp"
#include "models/state/gaming.hpp"
#include "models/state/diary.hpp"
#include "models/state/inspection.hpp"
#include "models/state/joint_items.hpp"
#include "models/state/level_record.hpp"
#include "models/state/outlook.hpp"
#include "models/state/performance.hpp"
#include "models/state/population.hpp"
#include "models/state/recording.hpp"
#include "models/state/refresh.hpp"
#include "models/state/shocks.hpp"
#include "models/state/standing.hpp"
#include "models/state/transcript.hpp"
#include "models/state/year_result.hpp"

namespace concordat::cycle
{
/// Memory of the tally of outcomes.
struct TallyMemory
{
    std::vector<AreaSums> by_area{};
    std::vector<AreaSums> by_indicator{};
    std::array<std::vector<double>, 5> part{};  ///< sums per area while they are made, field by field
    std::vector<double> counts{};  ///< [areas] that chose each indicator
    std::vector<double> sorted{};  ///< the same of discretionary indicators, ascending
    std::vector<double> gauge_part{};   ///< readings of the gauges, shape [gauge, area]
    std::vector<double> gauge_whole{};
    std::vector<AreaSums> groups{};     ///< sums per group of a grouping
    struct Ratio { double part{}, whole{}; };
    std::vector<Ratio> group_sums{};    ///< sums of a gauge per group of a grouping
};

/// All that a worker owns: the state of one England, reused from cell to cell without allocating.
struct World
{
    state::Population population{};
    state::Standing standing{};      ///< carried from year to year and from round to round
    state::Centre centre{};
    state::Conditions conditions{};  ///< of the present year
    state::PerArea deadlocks{};      ///< [item-years] of the round that boards blocked
    state::YearResult year{};        ///< of the last year
    state::Diary diary{};            ///< of one area, where somebody asked for it
    behaviour::Innovations innovations{};  ///< of the present round
    state::AreaTable prospect{};     ///< [sigma] expected end of the round, [A, J]; where effort follows aspirations
    state::AreaTable aspiration{};   ///< [sigma] hoped-for end of the round, [A, J]; where effort follows aspirations
    state::Bargain bargain{};
    state::Transcript transcript{};  ///< written only where somebody asked for it
    state::Values values{};
    demands::ValueWorkspace value_workspace{};
    state::Agreement agreement{};
    std::unique_ptr<selection::ProtocolWork> selection_work{};
    state::Targets targets{};
    state::JointItems joint{};       ///< what councils agreed together, and targets as each sees them
    state::InspectionSlopes inspection{};
    state::Shocks shocks{};
    bool keeps_years{};              ///< every block keeps what its last year's plan wrote, for who looks at it then
    bool is_followed{};              ///< another round starts from this one's end: luck is drawn for all indicators
    state::Agreement whole_set{};    ///< every indicator selected everywhere; sized where a round is followed
    state::PerArea change{};         ///< [sigma] scratch: what one indicator's outcome changed by in the round
    state::Performance performance{};
    std::unique_ptr<delivery::Planner> planner{};  ///< holds the budgets of the current replicate
    state::LevelRecord level_record{};
    state::Refresh refresh{};
    state::Recording recording{};
    state::Gaming gaming{};
    state::Outlook outlook{};        ///< where areas stand and are heading, as the present year sees it
    state::Assessment assessment{};
    state::Complaints complaints{};
    learning::DiffusionWorkspace diffusion{};
    learning::HabitPayoffs habit_payoffs{};
    YearBook book{};                 ///< what the years of the present round showed
    delivery::CouncilPart council_part{};  ///< scratch, of one block
    mutable TallyMemory tally{};        ///< scratch of the tally, which changes nothing else
    std::vector<BlockMemory> blocks{};  ///< one per block of `lane_count` areas
};
}  // namespace concordat::cycle
