#pragma once

#include <cstddef>
#include <vector>

namespace concordat::selection
{
/// Items with the numbers by which they are to be ordered.
///
/// Two columns with room for the longest list. An item is always written behind the last one and
/// stays only if it is wanted, so that no branch depends on the talks.
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
        items_[size_] = item;
        size_ += wanted ? 1 : 0;
    }
    /// Highest score first; of equal scores the one that was added first.
    void list(std::vector<int>& out);

  private:
    void place_group(std::size_t first, std::vector<int>& out) const;

    std::vector<double> scores_{};  ///< padded to whole groups
    std::vector<int> items_{};      ///< [position]
    std::size_t size_{};
};
}  // namespace concordat::selection
