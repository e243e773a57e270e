#include <fmt/format.h>

#include "cli/findings.hpp"
#include "cli/markdown.hpp"
#include "cli/model_description.hpp"
#include "cli/plain_links.hpp"
#include "cli/qa_papers.hpp"
#include "cli/study_words.hpp"

namespace concordat::cli
{
namespace
{
std::string write_list(std::vector<std::string> const& sentences)
{
    std::string text;
    for (auto const& sentence : sentences) text += "- " + sentence + "\n";
    return text;
}

/// Failed cells, replicates that are missing, and what depends on the cost of public funds.
std::vector<std::string> list_own_limits(QaStudy const& qa)
{
    auto const& plan = qa.study.plan();
    std::vector<std::string> list{fmt::format("{} replicates of every scenario stand behind the results, of {} that were asked for.",
                                              qa.study.replicates().size(), plan.replicates)};
    if (!qa.study.failures().empty()) {
        list.push_back(fmt::format("{} rounds failed; their replicates are left out in every scenario (`failures.csv`). If failure "
                                   "has to do with what is measured, what is left is not a fair sample.", qa.study.failures().size()));
    }
    if (qa.study.replicates().empty()) return list;
    for (auto const& caution : list_cautions(qa.request, StudyView{qa.study})) list.push_back(caution);
    return list;
}

std::string write_cautions(store::Schema const& schema)
{
    auto text = write_markdown_head({"outcome", "what it is", "caution"});
    for (auto const& outcome : schema.outcomes) {
        if (!outcome.caution.empty()) text += write_markdown_row({"`" + outcome.name + "`", outcome.label, outcome.caution});
    }
    return text;
}

/// The section of the model's description that says what it leaves out.
std::string take_known_limits()
{
    std::string_view const description = model_description();
    auto const begin = description.find("\n## 5 Known limits\n");
    if (begin == std::string_view::npos) return {};
    auto const text = description.find('\n', begin + 1) + 1;
    auto const end = description.find("\n## ", text);
    return write_plain_links(std::string{description.substr(text, end - text)});
}
}  // namespace

std::string write_limitations_page(QaStudy const& qa)
{
    return fmt::format("# Limitations of {}\n\n## What the ranges show\n\n{}\n## Of any study with this model\n\n{}\n"
                       "## Of this study\n\n{}\n## What outcomes must not be used for\n\n{}\n## What the model leaves out\n{}",
                       name_study(qa.request), describe_uncertainty(qa.request) + "\n", write_list(list_limits(qa.request)),
                       write_list(list_own_limits(qa)), write_cautions(qa.study.plan().schema), take_known_limits());
}
}  // namespace concordat::cli
