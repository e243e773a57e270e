#include "models/inspection/trigger.hpp"

namespace concordat::inspection
{
namespace
{
/// Chances that nobody has acted so far, and that one party has.
struct Count
{
    double nobody{1.0};
    double one{0.0};

    void add(double silent)
    {
        one = one * silent + nobody * (1.0 - silent);
        nobody *= silent;
    }
};
}  // namespace

double chance_of_two(std::span<double const> silent)
{
    Count count;
    for (double const party : silent) count.add(party);
    return 1.0 - count.nobody - count.one;
}

double chance_of_one(std::span<double const> silent, std::size_t without)
{
    Count count;
    for (std::size_t party = 0; party < silent.size(); ++party) {
        if (party != without) count.add(silent[party]);
    }
    return count.one;
}
}  // namespace concordat::inspection
