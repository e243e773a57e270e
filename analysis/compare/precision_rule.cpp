#include "analysis/compare/precision_rule.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace concordat::compare
{
namespace
{
constexpr char const* example = "for example: se(welfare_per_gbp) < 0.5%";

/// Reads a rule from left to right.
class Scanner
{
  public:
    explicit Scanner(std::string_view text) : text_{text} {}

    [[nodiscard]] bool at_end()
    {
        skip_blanks();
        return text_.empty();
    }
    /// Takes this text if it comes next.
    bool take(std::string_view what)
    {
        skip_blanks();
        if (!text_.starts_with(what)) return false;
        text_.remove_prefix(what.size());
        return true;
    }
    /// Letters, digits and underscores; may be empty.
    std::string take_name()
    {
        skip_blanks();
        auto const is_part = [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        };
        auto const end = std::find_if_not(text_.begin(), text_.end(), is_part);
        std::string name{text_.begin(), end};
        text_.remove_prefix(name.size());
        return name;
    }
    std::optional<double> take_number()
    {
        skip_blanks();
        double value{};
        auto const [stopped, error] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
        if (error != std::errc{}) return std::nullopt;
        text_.remove_prefix(static_cast<std::size_t>(stopped - text_.data()));
        return value;
    }
    [[nodiscard]] std::string_view rest() const { return text_; }

  private:
    void skip_blanks()
    {
        while (!text_.empty() && (text_.front() == ' ' || text_.front() == '\t')) text_.remove_prefix(1);
    }
    std::string_view text_;
};

/// One term. \return nothing where the text is no term; then `problems` says why
std::optional<PrecisionTerm> read_term(Scanner& scanner, core::Position const& where, core::Problems& problems)
{
    auto const refuse = [&](std::string const& expected) {
        problems.add(where, fmt::format("expected {} at '{}'", expected, scanner.rest()), example);
        return std::nullopt;
    };
    if (!scanner.take("se")) return refuse("se(OUTCOME)");
    if (!scanner.take("(")) return refuse("'(' and the name of an outcome");
    PrecisionTerm term{.outcome = scanner.take_name()};
    if (term.outcome.empty()) return refuse("the name of an outcome");
    if (!scanner.take(")")) return refuse("')'");
    if (!scanner.take("<")) return refuse("'<' and a limit");
    auto const limit = scanner.take_number();
    if (!limit) return refuse("a number");
    term.relative = scanner.take("%");
    term.limit = term.relative ? *limit / 100 : *limit;
    return term;
}

void check_term(PrecisionTerm const& term, std::vector<std::string> const& known, core::Position const& where,
                core::Problems& problems)
{
    if (std::find(known.begin(), known.end(), term.outcome) == known.end()) {
        auto const near = core::nearest_name(term.outcome, known);
        problems.add(where, fmt::format("there is no outcome '{}'", term.outcome),
                     near.empty() ? "concordat explain OUTCOME explains one; summary.csv lists them all"
                                  : fmt::format("did you mean '{}'?", near));
    }
    if (!(term.limit > 0) || !std::isfinite(term.limit)) {
        problems.add(where, fmt::format("the limit of {} is not above zero", term.outcome), example);
    }
}
}  // namespace

std::string PrecisionTerm::text() const
{
    // A limit in per cent is read as a share; twelve digits give back what was typed.
    return relative ? fmt::format("se({}) < {:.12g}%", outcome, limit * 100) : fmt::format("se({}) < {}", outcome, limit);
}

std::string PrecisionRule::text() const
{
    std::string text;
    for (auto const& term : terms) text += (text.empty() ? "" : " and ") + term.text();
    return text;
}

PrecisionRule parse_precision_rule(std::string_view text, std::vector<std::string> const& known,
                                   core::Position const& where, core::Problems& problems)
{
    PrecisionRule rule;
    Scanner scanner{text};
    do {
        auto const term = read_term(scanner, where, problems);
        if (!term) return rule;
        check_term(*term, known, where, problems);
        rule.terms.push_back(*term);
    } while (scanner.take("and"));
    if (!scanner.at_end()) {
        problems.add(where, fmt::format("expected 'and' or the end at '{}'", scanner.rest()), example);
    }
    return rule;
}
}  // namespace concordat::compare
