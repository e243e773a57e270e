#include "sim/store/wide_csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "sim/store/csv.hpp"
#include "sim/store/file.hpp"
#include "sim/store/temporary_file.hpp"

namespace concordat::store
{
namespace
{
constexpr std::size_t write_size = 1 << 18;  ///< [bytes] handed to the system at once
constexpr std::ptrdiff_t no_column = -1;

/// A row of every cell: who it speaks of, and where its numbers are.
struct RowForm
{
    std::string words{};                    ///< ",region,London,round"
    std::vector<std::ptrdiff_t> columns{};  ///< [index] one per outcome of the table
};

/// Makes the rows that every cell has.
class FormMaker
{
  public:
    FormMaker(Schema const& schema, Selection const& wanted) : schema_{schema}
    {
        std::vector<bool> recorded(schema.outcomes.size(), false);
        for (auto const& block : schema.blocks()) {
            if (!wanted.wants_grouping(grouping_of(block).name)) continue;
            blocks_.push_back(&block);
            for (int const o : block.outcomes) recorded[static_cast<std::size_t>(o)] = true;
        }
        for (std::size_t o = 0; o < recorded.size(); ++o) {
            if (recorded[o] && wanted.wants_outcome(schema.outcomes[o].name)) outcomes_.push_back(static_cast<int>(o));
        }
    }

    [[nodiscard]] std::vector<int> const& outcomes() const { return outcomes_; }

    [[nodiscard]] std::vector<RowForm> make() const
    {
        std::vector<RowForm> forms;
        std::vector<std::pair<int, int>> done;  // blocks of the same grouping and period share their rows
        for (auto const* const block : blocks_) {
            std::pair const key{block->grouping, block->period};
            if (std::find(done.begin(), done.end(), key) != done.end()) continue;
            done.push_back(key);
            for (std::size_t g = 0; g < schema_.group_count(block->grouping); ++g) {
                auto form = make_one(*block, static_cast<int>(g));
                if (form.columns != std::vector(outcomes_.size(), no_column)) forms.push_back(std::move(form));
            }
        }
        return forms;
    }

  private:
    [[nodiscard]] Grouping const& grouping_of(ColumnBlock const& block) const
    {
        return schema_.groupings.at(static_cast<std::size_t>(block.grouping));
    }

    [[nodiscard]] RowForm make_one(ColumnBlock const& block, int group) const
    {
        auto const& period = schema_.periods.at(static_cast<std::size_t>(block.period)).name;
        RowForm form{.words = fmt::format(",{},{},{}", quote_csv(grouping_of(block).name),
                                          quote_csv(schema_.group_name(block.grouping, group)), quote_csv(period))};
        for (int const outcome : outcomes_) {
            auto const found = schema_.find({outcome, block.grouping, group, block.period});
            form.columns.push_back(found ? static_cast<std::ptrdiff_t>(*found) : no_column);
        }
        return form;
    }

    Schema const& schema_;
    std::vector<ColumnBlock const*> blocks_{};
    std::vector<int> outcomes_{};
};

std::string write_header(StudyPlan const& plan, std::vector<int> const& outcomes)
{
    std::string line{"scenario,"};
    if (plan.has_design_points()) line += "design_point,";
    line += "replicate,seed,grouping,group,period";
    for (int const o : outcomes) line += "," + quote_csv(plan.schema.outcomes[static_cast<std::size_t>(o)].name);
    return line + "\n";
}

std::string write_key(StudyPlan const& plan, std::size_t scenario, std::uint32_t replicate)
{
    auto const& label = plan.scenarios[scenario];
    auto key = quote_csv(label.name) + ",";
    if (plan.has_design_points()) key += quote_csv(label.design_point) + ",";
    return key + fmt::format("{},{}", replicate, plan.seed);
}

void append_row(std::string& text, RowForm const& form, std::vector<double> const& values)
{
    text += form.words;
    for (auto const column : form.columns) {
        text += ',';
        if (column != no_column) append_number(text, values[static_cast<std::size_t>(column)]);
    }
    text += '\n';
}
}  // namespace

std::size_t write_wide_csv(StudyReader const& study, std::filesystem::path const& path, Selection const& wanted)
{
    auto const& plan = study.plan();
    FormMaker const maker{plan.schema, wanted};
    auto const forms = maker.make();
    TemporaryFile const temporary{path};
    auto file = File::create_or_clear(temporary.path());
    auto text = write_header(plan, maker.outcomes());
    for (std::size_t position = 0; position < study.replicates().size(); ++position) {
        for (std::size_t scenario = 0; scenario < plan.scenarios.size(); ++scenario) {
            auto const key = write_key(plan, scenario, study.replicates()[position]);
            auto const values = study.row(position, scenario);
            for (auto const& form : forms) {
                text += key;
                append_row(text, form, values);
                if (text.size() < write_size) continue;
                file.write(text);
                text.clear();
            }
        }
    }
    file.write(text);
    temporary.settle();
    return forms.size() * plan.scenarios.size() * study.replicates().size();
}
}  // namespace concordat::store
