#include "analysis/report/html_page.hpp"

#include <fmt/format.h>

#include "analysis/chart/svg.hpp"
#include "analysis/report/page_bundle.hpp"
#include "analysis/report/report_data.hpp"
#include "sim/core/check.hpp"

namespace concordat::report
{
namespace
{
constexpr char const* policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'";

std::string write_head(ReportFacts const& facts)
{
    return fmt::format(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"description\" content=\"{}\">\n<title>{}</title>\n<link rel=\"icon\" href=\"data:,\">\n"
        "<style>\n{}</style>\n</head>\n",
        policy, chart::escape(facts.answer), chart::escape(facts.title), page_style());
}

std::string write_facts_line(store::StudyReader const& study, ReportFacts const& facts)
{
    auto const count = study.replicates().size();
    return fmt::format("{} replicate{}, seed {}, Concordat {}. {}", count, count == 1 ? "" : "s", study.plan().seed,
                       facts.run.version, facts.uncertainty);
}

std::string write_header(store::StudyReader const& study, ReportFacts const& facts)
{
    return fmt::format(
        "<body>\n<a class=\"skip\" href=\"#glance\">To the results</a>\n<header>\n<p class=\"kicker\">{}</p>\n<h1>{}</h1>\n"
        "<p class=\"answer\">{}</p>\n<p class=\"facts\">{}</p>\n</header>\n"
        "<nav aria-label=\"Sections\"></nav>\n<main id=\"main\">\n<noscript><p>The charts and tables of this page "
        "need JavaScript. The same numbers are in summary.csv beside it.</p></noscript>\n</main>\n",
        chart::escape(facts.title), chart::escape(facts.question), chart::escape(facts.answer),
        chart::escape(write_facts_line(study, facts)));
}
}  // namespace

std::string escape_script_data(std::string const& json)
{
    std::string out;
    out.reserve(json.size());
    for (char const c : json) {
        if (c == '<') out += "\\u003c";
        else out += c;
    }
    return out;
}

std::string write_html_page(store::StudyReader const& study, ReportFacts const& facts)
{
    core::require(page_is_built(), "the program has the page");
    return write_head(facts) + write_header(study, facts) +
           fmt::format("<footer><p>{}</p></footer>\n<script type=\"application/json\" id=\"report-data\">{}</script>\n"
                       "<script>{}</script>\n</body>\n</html>\n",
                       chart::escape(facts.citation), escape_script_data(write_report_data(study, facts)), page_script());
}
}  // namespace concordat::report
