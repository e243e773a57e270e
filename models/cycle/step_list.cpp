#include "models/cycle/model.hpp"

namespace concordat::cycle
{
std::vector<Step> const& step_list()
{
    static std::vector<Step> const steps{
        {"Draw the population", "capability, buy-in, trust, needs, trends, what each indicator is like", "models/population"},
        {"Form demands", "salience, evidence and ministerial announcements become values of both sides", "models/demands"},
        {"Agree the indicators", "by the protocol: the joint package, or talks month by month", "models/selection"},
        {"Set the levels", "announced trend plus a bargained stretch", "models/levels"},
        {"Price inspection", "what the score of the inspectorate is worth on every indicator", "models/inspection"},
        {"Draw luck", "noise, common factors and moods of three years", "models/measurement"},
        {"Offer rewards", "reward grant per target, or prizes of reference groups", "models/incentives"},
        {"Decide who takes part", "each year: partners in, nominal or out", "models/delivery"},
        {"Plan and spend effort", "each year: best responses under budgets and ring-fences", "models/delivery"},
        {"Live the year", "gains, spillovers and luck add to performance, true and measured", "models/cycle"},
        {"Settle", "reported performance is paid", "models/incentives"},
        {"Account", "value to society, transfers, negotiation and reporting", "models/welfare"},
    };
    return steps;
}
}  // namespace concordat::cycle
