#include "cli/qa_papers.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
std::string write_verification_table(QaStudy const& qa)
{
    store::Table table{.header = {"id", "title", "case", "expected", "got", "error", "tolerance", "passed"}};
    for (auto const& check : qa.verification) {
        for (auto const& row : check.rows) {
            table.rows.push_back({check.id, check.title, row.what, store::number_text(row.theory),
                                  store::number_text(row.simulated), store::number_text(row.error),
                                  store::number_text(row.tolerance), row.passed ? "yes" : "no"});
        }
    }
    return store::write_csv(table);
}
}  // namespace concordat::cli
