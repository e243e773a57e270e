#pragma once

#include <vector>

#include "models/selection/talks.hpp"
#include "models/state/transcript.hpp"

namespace concordat::selection
{
/// Takes the minutes of one area's talks: counts every move and, where somebody asked for it, writes
/// it into the transcript. Values in the transcript are gains over the cost of a slot.
class Minutes
{
  public:
    /// \param candidates indicators by position
    Minutes(state::Transcript& transcript, int area, Talks const& talks, std::vector<int> const& candidates)
        : transcript_{transcript.wants(area) ? &transcript : nullptr}, area_{area}, talks_{&talks}, candidates_{&candidates}
    {
    }

    /// A move on the item in position k. \param other a second indicator or a department, -1: none
    void note(int k, state::Party from, state::Party to, state::MoveKind kind, state::MoveReason reason, int other = -1)
    {
        ++moves_;
        if (transcript_ == nullptr) return;
        transcript_->write({.area = area_,
                            .month = static_cast<std::int16_t>(talks_->month),
                            .indicator = static_cast<std::int16_t>(indicator(k)),
                            .other = static_cast<std::int16_t>(other),
                            .from = from,
                            .to = to,
                            .kind = kind,
                            .reason = reason,
                            .value_council = talks_->council[k],
                            .value_centre = talks_->centre[k]});
    }
    /// A move on no item in particular, or with values of its own.
    void note_plain(int indicator, state::Party from, state::Party to, state::MoveKind kind, state::MoveReason reason,
                    double value_council, double value_centre, int other = -1)
    {
        ++moves_;
        if (transcript_ == nullptr) return;
        transcript_->write({.area = area_,
                            .month = static_cast<std::int16_t>(talks_->month),
                            .indicator = static_cast<std::int16_t>(indicator),
                            .other = static_cast<std::int16_t>(other),
                            .from = from,
                            .to = to,
                            .kind = kind,
                            .reason = reason,
                            .value_council = value_council,
                            .value_centre = value_centre});
    }

    /// Does anybody read them? If not, a step may give their number alone.
    [[nodiscard]] bool written() const { return transcript_ != nullptr; }
    void count(int moves) { moves_ += moves; }

    [[nodiscard]] int indicator(int k) const { return (*candidates_)[k]; }
    [[nodiscard]] int moves() const { return moves_; }

  private:
    state::Transcript* transcript_;
    int area_;
    Talks const* talks_;
    std::vector<int> const* candidates_;
    int moves_{};
};
}  // namespace concordat::selection
