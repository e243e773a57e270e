#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/model_set.hpp"
#include "cli/study_request.hpp"
#include "models/state/pack.hpp"
#include "models/story/area_record.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
/// Which luck is told.
struct ToldLuck
{
    std::uint64_t seed{};
    std::uint32_t replicate{};  ///< [index]
};

/// One area's talks and years under one or two scenarios of a study, told as a story.
class AreaStory
{
  public:
    /// Runs the scenarios of the request with the record of moves on for that area.
    /// \pre the request has one or two scenarios, which are those of `models`; both outlive the story
    AreaStory(StudyRequest const& request, ModelSet const& models, ToldLuck luck, int area);

    /// The whole story, from who is told of to what differs.
    [[nodiscard]] std::string text() const;
    /// Every move as a row (docs/methods/program.md).
    [[nodiscard]] store::Table moves() const;

  private:
    [[nodiscard]] std::string heading() const;
    [[nodiscard]] std::string round_text(std::size_t round) const;

    StudyRequest const& request_;
    state::Pack const& pack_;
    ToldLuck luck_;
    int area_;
    std::size_t rounds_done_{};  ///< [count] before the first round that is told
    std::vector<std::vector<story::AreaRecord>> records_{};  ///< per scenario, per round
};
}  // namespace concordat::cli
