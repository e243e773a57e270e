#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/config/value.hpp"
#include "sim/core/problem.hpp"

namespace concordat::config
{
/// Where a number comes from: a document, or an assumption with its reason. One of `title` and
/// `assumption` is filled, never both.
struct Source
{
    std::string title{};
    std::string seed{};        ///< file name of a source document; may be empty
    int line{};                ///< line in `seed`, from 1; 0: not given
    std::string url{};         ///< may be empty
    std::string assumption{};  ///< the reason for an assumption; empty for a document
};

/// How far a number can be relied on (docs/methods/scenarios.md).
enum class Reliability
{
    low,     ///< judged alone, or one case stands behind it
    medium,  ///< documents give its sign or, roughly, its size
    high     ///< published or measured for what it stands for here, or a convention that fixes a scale
};

/// Smallest and largest allowed value, both included.
struct Range
{
    double low{};
    double high{};
};

enum class Operation
{
    set,
    multiply,
    add
};

/// One change that led to a parameter's present value.
struct AppliedChange
{
    std::string who{};  ///< the file, or "command line"
    core::Position where{};
    Operation operation{Operation::set};
    Value operand{};
    std::string reason{};
};

enum class ParameterType
{
    flag,
    integer,
    number,
    word
};

/// A parameter with everything that a reader needs to judge it (docs/methods/scenarios.md).
struct ParameterRecord
{
    std::string path{};  ///< folder.group.key
    std::string description{};
    ParameterType type{ParameterType::number};
    Value value{};                       ///< present value, after the changes in `history`
    std::string unit{};                  ///< never empty for numbers
    std::optional<Range> range{};        ///< filled for numbers
    std::vector<std::string> choices{};  ///< filled for words
    bool allows_infinity{};              ///< `off` may be infinite; without `off`, .inf is allowed
    std::optional<Value> off{};          ///< where the parameter does nothing; need not be in range
    Source source{};
    Reliability reliability{Reliability::low};  ///< as rated; not rated: see `rate_by_source`
    core::Position where{};                ///< of the value in the parameter file
    std::vector<AppliedChange> history{};  ///< in the order in which they were applied
};

/// Every parameter of a scenario by its path, in alphabetical order.
using ParameterTable = std::map<std::string, ParameterRecord, std::less<>>;

/// All paths, in alphabetical order.
[[nodiscard]] std::vector<std::string> list_paths(ParameterTable const& table);

/// "probability that a false report is found": the description as the middle of a sentence.
[[nodiscard]] std::string describe_briefly(ParameterRecord const& record);

/// "[0, 1000000] GBP/target". \pre the record has a range
[[nodiscard]] std::string describe_range(ParameterRecord const& record);

/// Medium for what stands on a document, low for an assumption: where nobody has judged it.
[[nodiscard]] Reliability rate_by_source(Source const& source);

/// "low", "medium", "high".
[[nodiscard]] std::string_view show(Reliability reliability);

/// "a number in [0, 1000000] GBP/target", "one of none, threshold", "true or false".
[[nodiscard]] std::string describe_allowed(ParameterRecord const& record);
}  // namespace concordat::config
