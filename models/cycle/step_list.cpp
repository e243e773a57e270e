#include "models/cycle/model.hpp"

namespace concordat::cycle
{
std::vector<Step> const& step_list()
{
    static std::vector<Step> const steps{
        {"Draw the population", "capability, buy-in, trust, needs, trends, what each indicator is like; in later rounds what areas have become", "models/population"},
        {"Form the centre", "departments that differ, agreements between them, boards, funds, how far they count each other's aims", "models/whitehall"},
        {"Choose habits", "how much departments ask, how slowly councils concede, how much they understate", "models/learning"},
        {"Form demands", "salience, evidence and ministerial announcements become values of both sides", "models/demands"},
        {"Agree the indicators", "by the protocol: talks month by month with a broker, or their analytical limits", "models/selection"},
        {"Set the levels", "announced trend plus a bargained stretch; placeholders where there is no baseline", "models/levels"},
        {"Price inspection", "what the score of the inspectorate is worth on every indicator", "models/inspection"},
        {"Draw luck", "noise, common factors, moods, changed definitions and a recession if there is one", "models/measurement"},
        {"Be tempted", "which targets could be reported falsely, and at what cost", "models/gaming"},
        {"Offer rewards", "reward grant per target, or prizes of reference groups; beside it what departments pay for single indicators", "models/incentives"},
        {"Meet the year", "each year: elections, beliefs, practice, floors, publication, complaints, ceremonial agreements, hard times", "models/politics"},
        {"Decide who takes part", "each year: partners in, nominal or out", "models/delivery"},
        {"Plan and spend effort", "each year: best responses under budgets and ring-fences, and how fast effort moves towards them", "models/behaviour"},
        {"Live the year", "each year: gains, spillovers and luck add to performance, true and measured", "models/cycle"},
        {"Be inspected", "each year: scores, classes, supervision, intervention below minimum standards, inspection on complaint", "models/inspection"},
        {"Refresh", "after years 1 and 2: placeholders, changed definitions and common shocks reopen items", "models/levels"},
        {"Learn", "each year: trust, cooperation, beliefs, buy-in, practice copied from others", "models/learning"},
        {"Settle", "what is reported, truly or falsely, is paid; audits find some of it", "models/gaming"},
        {"Account", "value to society, transfers, negotiation and reporting", "models/welfare"},
        {"Carry over", "levels, needs, trust, beliefs and missed targets enter the next round", "models/cycle"},
    };
    return steps;
}
}  // namespace concordat::cycle
