#include "sim/store/results_csv.hpp"

#include <fmt/format.h>

#include <optional>

#include "sim/store/csv.hpp"
#include "sim/store/file.hpp"

namespace concordat::store
{
namespace
{
constexpr std::size_t write_size = 1 << 18;  ///< [bytes] handed to the system at once

/// A column that is listed: what stands before and after the value in every row of it.
struct ColumnText
{
    std::size_t column{};  ///< [index]
    std::string before{};
    std::string after{};
};

std::vector<ColumnText> make_column_texts(Schema const& schema)
{
    std::vector<ColumnText> texts;
    for (std::size_t c = 0; c < schema.column_count(); ++c) {
        if (schema.listing_of(c) != Listing::replicates) continue;
        auto const& outcome = schema.outcome_of(c);
        texts.push_back({c,
                         fmt::format(",{},{},{},", quote_csv(schema.group_text(c)), quote_csv(schema.period_name(c)),
                                     quote_csv(outcome.name)),
                         fmt::format(",{}\n", quote_csv(outcome.unit))});
    }
    return texts;
}

/// "scenario,replicate,seed" or "scenario,design_point,replicate,seed".
std::vector<std::string> key_header(StudyPlan const& plan)
{
    if (plan.has_design_points()) return {"scenario", "design_point", "replicate", "seed"};
    return {"scenario", "replicate", "seed"};
}

std::vector<std::string> cell_key(StudyPlan const& plan, std::size_t scenario, std::uint32_t replicate)
{
    auto const& label = plan.scenarios[scenario];
    std::vector<std::string> key{label.name};
    if (plan.has_design_points()) key.push_back(label.design_point);
    key.push_back(fmt::to_string(replicate));
    key.push_back(fmt::to_string(plan.seed));
    return key;
}

std::string join_csv(std::vector<std::string> const& fields)
{
    std::string out;
    for (auto const& field : fields) {
        out += quote_csv(field);
        out += ',';
    }
    out.pop_back();
    return out;
}

/// Writes a file in large pieces and hashes what it writes; without a file it hashes alone.
class HashedText
{
  public:
    HashedText() = default;
    explicit HashedText(std::filesystem::path const& path) : file_{File::create_or_clear(path)} {}

    /// Text to append to.
    std::string& text()
    {
        if (pending_.size() >= write_size) flush();
        return pending_;
    }

    Digest close()
    {
        flush();
        if (file_) file_->sync();
        return hasher_.digest();
    }

  private:
    void flush()
    {
        hasher_.add(pending_);
        if (file_) file_->write(pending_);
        pending_.clear();
    }

    std::optional<File> file_{};
    Hasher hasher_{};
    std::string pending_{};
};

Digest put_results(StudyReader const& study, HashedText& out)
{
    auto const& plan = study.plan();
    auto const texts = make_column_texts(plan.schema);
    out.text() += join_csv(key_header(plan)) + ",group,period,outcome,value,unit\n";
    for (std::size_t position = 0; position < study.replicates().size(); ++position) {
        for (std::size_t scenario = 0; scenario < plan.scenarios.size(); ++scenario) {
            auto const key = join_csv(cell_key(plan, scenario, study.replicates()[position]));
            auto const values = study.row(position, scenario);
            for (auto const& [column, before, after] : texts) {
                auto& text = out.text();
                text += key;
                text += before;
                append_number(text, values[column]);
                text += after;
            }
        }
    }
    return out.close();
}
}  // namespace

Digest write_results_csv(StudyReader const& study, std::filesystem::path const& path)
{
    HashedText out{path};
    return put_results(study, out);
}

Digest hash_results_csv(StudyReader const& study)
{
    HashedText out;
    return put_results(study, out);
}

Table list_failures(StudyReader const& study)
{
    Table table{.header = key_header(study.plan())};
    table.header.push_back("reason");
    for (auto const& failure : study.failures()) {
        table.rows.push_back(cell_key(study.plan(), failure.scenario, failure.replicate));
        table.rows.back().push_back(failure.message);
    }
    return table;
}

void write_failures_csv(StudyReader const& study, std::filesystem::path const& path)
{
    write_file_durably(path, write_csv(list_failures(study)));
}
}  // namespace concordat::store
