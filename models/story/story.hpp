#pragma once

#include <string>
#include <vector>

namespace concordat::story
{
/// A sentence or two about one thing.
struct Passage
{
    std::string key{};   ///< what it is about: passages of two stories with one key belong together
    std::string text{};
};

struct Chapter
{
    std::string title{};
    std::vector<Passage> passages{};
    int year{};  ///< of delivery, from 1; 0 for what is not of one year
};

/// One area's round as people read it.
using Story = std::vector<Chapter>;
}  // namespace concordat::story
