#pragma once

#include <cstddef>
#include <vector>

namespace concordat::selection
{
/// Items with the numbers by which they are to be ordered.
///
/// Columns with room for the longest list. An item is always written behind the last one and stays
/// only if it is wanted, so that no branch depends on the talks. Scores are kept twice: places are
/// counted in single precision, eight at a time, and what that cannot tell apart is put right by the
/// exact ones.
class Ranking
{
  public:
    /// Makes room for lists of at most `most` items.
    void reserve(std::size_t most);
    void clear() { size_ = 0; }
    /// \pre fewer than `most` items were added since `clear`
    void add(double score, int item, bool wanted = true)
    {
        scores_[size_] = score;
        rough_[size_] = static_cast<float>(score);
        items_[size_] = item;
        size_ += wanted ? 1 : 0;
    }
    /// Highest score first; of equal scores the one that was added first.
    void list(std::vector<int>& out);

  private:
    void place_group(std::size_t first);
    void put_right();

    std::vector<double> scores_{};
    std::vector<float> rough_{};  ///< the same in single precision, padded to whole groups
    std::vector<int> items_{};    ///< [position]
    std::vector<int> order_{};    ///< [index] in the order of adding, best first; -1: not placed yet
    std::size_t size_{};
};
}  // namespace concordat::selection
