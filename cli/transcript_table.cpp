#include "cli/transcript_table.hpp"

#include "models/story/phrases.hpp"

namespace concordat::cli
{
namespace
{
using state::MoveKind;

template <class Row>
Row const& at(std::vector<Row> const& rows, int index)
{
    return rows.at(static_cast<std::size_t>(index));
}

std::string write_indicator(state::Pack const& pack, int indicator)
{
    return indicator < 0 ? std::string{} : std::to_string(at(pack.indicators, indicator).number);
}

bool names_indicator(MoveKind kind)
{
    return kind == MoveKind::swap_in || kind == MoveKind::swap_out || kind == MoveKind::link;
}

/// The second indicator of a swap or a linked trade, or the freedom.
std::string write_other(state::Move const& move, state::Pack const& pack)
{
    if (names_indicator(move.kind)) return write_indicator(pack, move.other);
    if (!story::is_about_freedom(move.kind) || move.other < 0) return {};
    return std::string{story::word_of(static_cast<state::Freedom>(move.other))};
}

std::string write_department(state::Pack const& pack, int indicator)
{
    if (indicator < 0) return {};
    return at(pack.departments, at(pack.indicators, indicator).department.index()).code;
}
}  // namespace

std::vector<std::string> list_move_columns()
{
    return {"scenario",  "replicate", "round",      "area_id",   "area",   "month",
            "from",      "to",        "indicator",  "name",      "department", "move",
            "reason",    "other", "value_council", "value_centre"};
}

void add_moves(store::Table& table, MoveOrigin const& origin, std::vector<state::Move> const& moves,
               state::Pack const& pack)
{
    for (auto const& move : moves) {
        auto const& area = at(pack.areas, move.area);
        table.rows.push_back(
            {origin.scenario, std::to_string(origin.replicate), std::to_string(origin.round),
             std::to_string(area.id), area.name,
             std::to_string(move.month), std::string{story::word_of(move.from)},
             std::string{story::word_of(move.to)}, write_indicator(pack, move.indicator),
             move.indicator < 0 ? std::string{} : at(pack.indicators, move.indicator).name,
             write_department(pack, move.indicator), std::string{story::word_of(move.kind)},
             std::string{story::word_of(move.reason)},
             write_other(move, pack),
             store::number_text(move.value_council), store::number_text(move.value_centre)});
    }
}
}  // namespace concordat::cli
