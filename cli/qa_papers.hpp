#pragma once

#include <string>

#include "cli/qa_study.hpp"

namespace concordat::cli
{
/// The papers of a QA pack, each as the text of its file (docs/methods/run_record.md).

/// Every parameter with its values in all scenarios, default, range, basis, reliability, what changed it,
/// and what is known of its influence: as a table, and what is judged and not known as Markdown.
[[nodiscard]] std::string write_assumptions_table(QaStudy const& qa);
[[nodiscard]] std::string write_assumptions_page(QaStudy const& qa);

/// What each scenario changes: old, new, who, and the reason.
[[nodiscard]] std::string write_changes_page(QaStudy const& qa);

/// Every column of every file of the data pack with its source and the hash of its file.
[[nodiscard]] std::string write_data_table(QaStudy const& qa);

/// Every case of every check of the model against theory.
[[nodiscard]] std::string write_verification_table(QaStudy const& qa);

/// What the numbers do not say: of any study, of this one, of each outcome, of the model.
[[nodiscard]] std::string write_limitations_page(QaStudy const& qa);

/// Program, build, inputs, results: all by their hashes, and the command that repeats the study.
[[nodiscard]] std::string write_run_record(QaStudy const& qa);

/// How the study and the program are cited: as a sentence, and in the Citation File Format 1.2.0.
[[nodiscard]] std::string write_citation_text(QaStudy const& qa);
[[nodiscard]] std::string write_citation_file(QaStudy const& qa);

/// The model's description (ODD+D) with tables of the study's own values.
[[nodiscard]] std::string write_description_page(QaStudy const& qa);

/// What is in the pack and how to check it. \param where the path from the reader's folder to the study
[[nodiscard]] std::string write_readme(QaStudy const& qa, std::string const& study_path, std::string const& pack_path);
}  // namespace concordat::cli
