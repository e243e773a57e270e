#include <fmt/format.h>

#include "cli/qa_papers.hpp"
#include "cli/study_words.hpp"
#include "sim/store/manifest.hpp"

namespace concordat::cli
{
namespace
{
std::string name_folder(QaStudy const& qa)
{
    return std::filesystem::absolute(qa.folder).lexically_normal().filename().string();
}

/// A text as YAML takes it between double quotes.
std::string quote_yaml(std::string const& text)
{
    std::string quoted{"\""};
    for (char const letter : text) {
        if (letter == '"' || letter == '\\') quoted += '\\';
        quoted += letter == '\n' ? ' ' : letter;
    }
    return quoted + "\"";
}
}  // namespace

std::string write_citation_text(QaStudy const& qa)
{
    auto const seed = qa.study.plan().seed;
    return write_citation(qa.request, name_folder(qa), seed, store::read_results_hash(qa.folder)) + "\n\nRepeat it with\n\n    " +
           write_repeating_command(qa.request) + "\n";
}

std::string write_citation_file(QaStudy const& qa)
{
    auto const hash = store::read_results_hash(qa.folder);
    return fmt::format("cff-version: 1.2.0\n"
                       "message: \"Please cite the study with the hash of its results, and the program with its version.\"\n"
                       "type: dataset\n"
                       "title: {}\n"
                       "abstract: {}\n"
                       "version: {}\n"
                       "authors:\n"
                       "  - name: \"Concordat project\"\n"
                       "references:\n"
                       "  - type: software\n"
                       "    title: \"Concordat: an agent-based simulator of agreements between central and local government\"\n"
                       "    version: {}\n"
                       "    license: Apache-2.0\n"
                       "    authors:\n"
                       "      - name: \"Concordat project\"\n",
                       quote_yaml(name_study(qa.request)), quote_yaml("Results of: " + write_repeating_command(qa.request)),
                       quote_yaml(hash), quote_yaml(qa.request.version));
}
}  // namespace concordat::cli
