#pragma once

#include <cstddef>
#include <vector>

/// Lists of items that pass a test. Every item is written at the end of the list, and the list grows
/// by those that pass: half of all tests in the talks go either way, and a branch would guess wrong.
namespace concordat::selection
{
/// Lists those of the positions 0 .. count - 1 that pass, ascending.
template <class Test>
void pick(int count, Test const& passes, std::vector<int>& out)
{
    out.resize(static_cast<std::size_t>(count));
    std::size_t size = 0;
    for (int k = 0; k < count; ++k) {
        out[size] = k;
        size += passes(k) ? 1 : 0;
    }
    out.resize(size);
}

/// Lists those of `from` that pass, in its order.
template <class Test>
void pick(std::vector<int> const& from, Test const& passes, std::vector<int>& out)
{
    out.resize(from.size());
    std::size_t size = 0;
    for (int const k : from) {
        out[size] = k;
        size += passes(k) ? 1 : 0;
    }
    out.resize(size);
}

/// Leaves those in the list that pass, in its order.
template <class Test>
void keep(std::vector<int>& list, Test const& passes)
{
    std::size_t size = 0;
    for (int const k : list) {
        list[size] = k;
        size += passes(k) ? 1 : 0;
    }
    list.resize(size);
}
}  // namespace concordat::selection
