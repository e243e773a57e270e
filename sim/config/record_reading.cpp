#include "sim/config/record_reading.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
#include "sim/config/source_reading.hpp"
#include "sim/config/value_reading.hpp"

namespace concordat::config
{
namespace
{
/// Reads the parts of one record that depend on each other, in the order in which they do.
class RecordReader
{
  public:
    RecordReader(ParameterRecord& record, MappingReader& in, core::Position const& where,
                 core::Problems& problems)
        : record_{record}, in_{in}, where_{where}, problems_{problems}
    {
    }

    void read()
    {
        record_.description = in_.text("description", Need::required).value_or("");
        record_.allows_infinity = in_.flag("allows_infinity");
        bool const typed = read_type();
        read_unit();
        if (auto const* source = in_.mapping("source", Need::required)) {
            record_.source = read_source(*source, fmt::format("source of '{}'", record_.path),
                                         Assumption::allowed, problems_);
        }
        read_reliability();
        read_values(typed);
    }

  private:
    void add(core::Position const& where, std::string message)
    {
        problems_.add(where, std::move(message));
    }

    /// \returns whether the record's type, range and choices are known well enough to check values
    bool read_type()
    {
        bool const integer = in_.flag("integer");
        auto const* range = in_.sequence("range", Need::optional);
        auto const* choices = in_.sequence("choices", Need::optional);
        if (range != nullptr && choices != nullptr) {
            add(choices->where,
                fmt::format("'{}' has both 'range' (for numbers) and 'choices' (for words)",
                            record_.path));
            return false;
        }
        if (integer && range == nullptr)
            add(where_, fmt::format("'{}' is 'integer' but lacks 'range'", record_.path));
        if (record_.allows_infinity && (range == nullptr || integer)) {
            add(where_, fmt::format("'allows_infinity' of '{}' is only for numbers with a fraction",
                                    record_.path));
        }
        if (range != nullptr) {
            record_.type = integer ? ParameterType::integer : ParameterType::number;
            return read_range(*range);
        }
        record_.type = choices != nullptr ? ParameterType::word : ParameterType::flag;
        return choices == nullptr || read_choices(*choices);
    }

    std::optional<double> read_end(Node const& end)
    {
        auto const reading = end.kind == NodeKind::scalar && end.style == ScalarStyle::plain
                                 ? read_number(end.text)
                                 : NumberReading<double>{{}, "an end is not a number"};
        if (!reading.value)
            add(end.where, fmt::format("range of '{}': {}", record_.path, reading.complaint));
        return reading.value;
    }

    bool is_usable_end(double end) const
    {
        if (record_.type == ParameterType::number)
            return std::isfinite(end) || record_.allows_infinity;
        return end == std::floor(end) && std::abs(end) <= std::numeric_limits<int>::max();
    }

    bool read_range(Node const& range)
    {
        if (range.items.size() != 2) {
            add(range.where, fmt::format("range of '{}' must be [lowest, highest]", record_.path));
            return false;
        }
        auto const low = read_end(range.items[0]);
        auto const high = read_end(range.items[1]);
        if (!low || !high) return false;
        bool const integer = record_.type == ParameterType::integer;
        if (!is_usable_end(*low) || !is_usable_end(*high)) {
            add(range.where,
                fmt::format("range [{}, {}] of '{}' must have {}", show(*low), show(*high),
                            record_.path, integer ? "whole ends below 2147483648" : "finite ends"));
            return false;
        }
        if (*low > *high) {
            add(range.where, fmt::format("range [{}, {}] of '{}' is reversed", show(*low),
                                         show(*high), record_.path));
            return false;
        }
        record_.range = Range{*low, *high};
        return true;
    }

    bool read_choices(Node const& choices)
    {
        for (auto const& choice : choices.items) {
            bool const is_word = choice.kind == NodeKind::scalar && !choice.text.empty();
            bool const is_new = std::find(record_.choices.begin(), record_.choices.end(),
                                          choice.text) == record_.choices.end();
            if (!is_word || !is_new) {
                add(choice.where,
                    fmt::format("choices of '{}' must be different words", record_.path));
                return false;
            }
            record_.choices.push_back(choice.text);
        }
        if (record_.choices.size() >= 2) return true;
        add(choices.where, fmt::format("choices of '{}' must be at least two words", record_.path));
        return false;
    }

    void read_unit()
    {
        bool const is_number =
            record_.type == ParameterType::number || record_.type == ParameterType::integer;
        record_.unit = in_.text("unit", is_number ? Need::required : Need::optional).value_or("");
    }

    void read_reliability()
    {
        record_.reliability = rate_by_source(record_.source);
        auto const* node = in_.node("reliability", Need::optional);
        if (node == nullptr) return;
        for (auto const one : {Reliability::low, Reliability::medium, Reliability::high}) {
            if (node->text != show(one)) continue;
            record_.reliability = one;
            return;
        }
        add(node->where, fmt::format("'reliability' of '{}' must be low, medium or high", record_.path));
    }

    void read_values(bool typed)
    {
        auto const* value = in_.node("value", Need::required);
        auto const* off = in_.node("off", Need::optional);
        if (value != nullptr) record_.where = value->where;
        if (!typed) return;
        if (value != nullptr && record_.type == ParameterType::flag && !is_flag(*value)) {
            add(value->where, fmt::format("'{}' needs 'range' if it is a number, 'choices' if it "
                                          "is a word; without them its value "
                                          "is true or false",
                                          record_.path));
            return;
        }
        if (off != nullptr) read_off(*off);
        if (value != nullptr)
            record_.value = read_value(record_, *value, problems_).value_or(Value{});
    }

    /// The off value may lie outside the range: that says where the parameter is plausible.
    void read_off(Node const& node)
    {
        if (record_.type == ParameterType::word) {
            record_.off = read_value(record_, node, problems_);
            return;
        }
        record_.off = read_typed(record_, node, problems_);
        auto const* whole = record_.off ? std::get_if<std::int64_t>(&*record_.off) : nullptr;
        if (whole != nullptr && !is_usable_end(static_cast<double>(*whole))) {
            add(node.where, fmt::format("'off' of '{}' = {} is too large", record_.path, *whole));
        }
        auto const* number = record_.off ? std::get_if<double>(&*record_.off) : nullptr;
        if (number != nullptr && std::isinf(*number) && !record_.allows_infinity) {
            add(node.where,
                fmt::format("'off' of '{}' is infinite, but 'allows_infinity' is not true",
                            record_.path));
        }
    }

    static bool is_flag(Node const& node)
    {
        return node.kind == NodeKind::scalar && (node.text == "true" || node.text == "false");
    }

    ParameterRecord& record_;
    MappingReader& in_;
    core::Position const& where_;
    core::Problems& problems_;
};
}  // namespace

std::optional<ParameterRecord> read_record(std::string path, core::Position const& where,
                                           Node const& node, core::Problems& problems)
{
    auto const problems_before = problems.size();
    ParameterRecord record;
    record.path = std::move(path);
    MappingReader in{node,
                     fmt::format("parameter '{}'", record.path),
                     where,
                     {"description", "value", "unit", "range", "choices", "integer",
                      "allows_infinity", "off", "source", "reliability"},
                     problems};
    if (node.kind == NodeKind::mapping) RecordReader{record, in, where, problems}.read();
    if (problems.size() != problems_before) return std::nullopt;
    return record;
}
}  // namespace concordat::config
