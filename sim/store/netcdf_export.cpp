#include "sim/store/netcdf_export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#include "sim/core/check.hpp"
#include "sim/store/netcdf_file.hpp"
#include "sim/store/temporary_file.hpp"

namespace concordat::store
{
namespace
{
constexpr std::array direction_words{"higher_is_better", "lower_is_better", "neither"};

template <class List>
auto& at(List& list, int index)
{
    return list.at(static_cast<std::size_t>(index));
}

/// Takes rows in order and hands them to the file, a chunk of replicates at a time.
class NumberWriter
{
  public:
    NumberWriter(NetcdfLayout const& layout, Schema const& schema, std::size_t replicates, std::vector<int> ids,
                 NetcdfFile& file)
        : layout_{layout}, schema_{schema}, replicates_{replicates}, ids_{std::move(ids)}, file_{file}
    {
        for (auto const& variable : layout.variables) pending_.push_back({0, at_once(variable, 0), {}});
        for (std::size_t v = 0; v < pending_.size(); ++v) make_room(v);
    }

    void add_row(std::size_t scenario, std::vector<double> const& row)
    {
        auto const slot = layout_.slots[scenario];
        for (auto const& part : layout_.parts) {
            auto const& block = schema_.blocks()[part.block];
            auto const outcomes = block.outcomes.size();
            for (std::size_t o = 0; o < outcomes; ++o) {
                if (part.variables[o] < 0) continue;
                auto* const to = cell(static_cast<std::size_t>(part.variables[o]), slot) + part.offset;
                auto const groups = block.size / outcomes;
                for (std::size_t g = 0; g < groups; ++g) to[g * part.stride] = row[block.first + g * outcomes + o];
            }
        }
    }

    /// Called when all scenarios of a replicate are there.
    void end_replicate(std::size_t position)
    {
        position_ = position + 1;
        for (std::size_t v = 0; v < pending_.size(); ++v) {
            if (position_ == pending_[v].first + pending_[v].count) put(v);
        }
    }

  private:
    /// Replicates of a variable that are not in the file yet. Shape [slot, replicate, inner].
    struct Pending
    {
        std::size_t first{};
        std::size_t count{};
        std::vector<double> values{};
    };

    [[nodiscard]] std::size_t at_once(NetcdfVariable const& variable, std::size_t first) const
    {
        return std::min(variable.replicates_at_once, replicates_ - first);
    }

    double* cell(std::size_t variable, std::size_t slot)
    {
        auto& pending = pending_[variable];
        auto const inner = layout_.variables[variable].inner_size;
        return pending.values.data() + (slot * pending.count + (position_ - pending.first)) * inner;
    }

    void make_room(std::size_t v)
    {
        auto const size = layout_.slot_count * pending_[v].count * layout_.variables[v].inner_size;
        pending_[v].values.assign(size, std::numeric_limits<double>::quiet_NaN());
    }

    void put(std::size_t v)
    {
        auto& pending = pending_[v];
        auto const& variable = layout_.variables[v];
        std::vector<std::size_t> start(variable.chunk.size(), 0), count;
        for (std::size_t d = 0; d < layout_.outer; ++d) count.push_back(layout_.dimensions[d].size);
        for (int const d : variable.inner) count.push_back(at(layout_.dimensions, d).size);
        start[layout_.outer - 1] = pending.first;
        count[layout_.outer - 1] = pending.count;
        file_.put_numbers(ids_[v], start, count, pending.values);
        pending.first += pending.count;
        pending.count = at_once(variable, pending.first);
        make_room(v);
    }

    NetcdfLayout const& layout_;
    Schema const& schema_;
    std::size_t replicates_;
    std::vector<int> ids_;
    NetcdfFile& file_;
    std::vector<Pending> pending_{};
    std::size_t position_{};
};

/// Declares everything and puts in what is no result.
class Declarer
{
  public:
    Declarer(StudyReader const& study, NetcdfLayout const& layout, NetcdfWords const& words, NetcdfFile& file)
        : study_{study}, layout_{layout}, file_{file}, coordinates_{layout.coordinates}
    {
        for (auto const& more : words.coordinates) {
            if (has_dimension(more.dimension)) coordinates_.push_back(more);
        }
        for (auto const& grouping : study.plan().schema.groupings) {
            if (grouping.details.empty() || !has_dimension(grouping.name)) continue;
            auto const named = words.detail_names.find(grouping.name);
            auto const detail = named == words.detail_names.end() ? std::string{"detail"} : named->second;
            coordinates_.push_back({.name = grouping.name + "_" + detail,
                                    .dimension = grouping.name,
                                    .long_name = detail + " of the " + grouping.name,
                                    .texts = grouping.details});
        }
    }

    /// \return the ids of the layout's variables
    std::vector<int> declare()
    {
        for (auto const& dimension : layout_.dimensions) ids_.push_back(file_.add_dimension(dimension.name, dimension.size));
        for (auto const& one : coordinates_) coordinate_ids_.push_back(declare_coordinate(one));
        declare_replicates();
        std::vector<int> ids;
        for (auto const& variable : layout_.variables) ids.push_back(declare_variable(variable));
        file_.end_declarations();
        return ids;
    }

    void put_coordinates()
    {
        for (std::size_t c = 0; c < coordinates_.size(); ++c) {
            auto const& one = coordinates_[c];
            if (!one.texts.empty()) {
                file_.put_texts(coordinate_ids_[c], one.texts);
            } else {
                file_.put_small_numbers(coordinate_ids_[c], one.numbers);
            }
        }
        std::vector<int> const replicates(study_.replicates().begin(), study_.replicates().end());
        file_.put_whole_numbers(replicate_id_, replicates);
    }

  private:
    [[nodiscard]] std::size_t find_dimension(std::string const& name) const
    {
        auto const& list = layout_.dimensions;
        auto const found = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.name == name; });
        return static_cast<std::size_t>(found - list.begin());
    }
    [[nodiscard]] bool has_dimension(std::string const& name) const { return find_dimension(name) < layout_.dimensions.size(); }

    int declare_coordinate(NetcdfCoordinate const& one)
    {
        auto const place = find_dimension(one.dimension);
        core::require(std::max(one.texts.size(), one.numbers.size()) == layout_.dimensions[place].size,
                      "a coordinate is as long as its dimension");
        int const id = one.texts.empty() ? file_.add_small_numbers(one.name, ids_[place]) : file_.add_texts(one.name, ids_[place]);
        file_.set_attribute(id, "long_name", one.long_name);
        file_.set_attribute(id, "units", one.units);
        return id;
    }

    void declare_replicates()
    {
        replicate_id_ = file_.add_whole_numbers("replicate", ids_[layout_.outer - 1]);
        file_.set_attribute(replicate_id_, "long_name", "replicate: all scenarios of a replicate see the same random draws");
    }

    int declare_variable(NetcdfVariable const& variable)
    {
        std::vector<int> dimensions{ids_.begin(), ids_.begin() + static_cast<std::ptrdiff_t>(layout_.outer)};
        for (int const d : variable.inner) dimensions.push_back(at(ids_, d));
        int const id = file_.add_numbers(variable.name, dimensions, variable.chunk);
        auto const& outcome = at(study_.plan().schema.outcomes, variable.outcome);
        file_.set_attribute(id, "long_name", outcome.label);
        file_.set_attribute(id, "units", outcome.unit);
        file_.set_attribute(id, "direction", direction_words.at(static_cast<std::size_t>(outcome.direction)));
        file_.set_attribute(id, "comment", outcome.how);
        file_.set_attribute(id, "caution", outcome.caution);
        file_.set_attribute(id, "coordinates", list_labels(variable));
        return id;
    }

    /// Coordinates that are not named after a dimension of the variable but stand along one.
    [[nodiscard]] std::string list_labels(NetcdfVariable const& variable) const
    {
        std::string list;
        for (auto const& one : coordinates_) {
            auto const place = find_dimension(one.dimension);
            bool const along = place < layout_.outer || std::find(variable.inner.begin(), variable.inner.end(),
                                                                  static_cast<int>(place)) != variable.inner.end();
            if (along && one.name != one.dimension) list += (list.empty() ? "" : " ") + one.name;
        }
        return list;
    }

    StudyReader const& study_;
    NetcdfLayout const& layout_;
    NetcdfFile& file_;
    std::vector<NetcdfCoordinate> coordinates_;
    std::vector<int> ids_{};  ///< of the dimensions
    std::vector<int> coordinate_ids_{};
    int replicate_id_{};
};

std::string describe_status(StudyReader const& study, bool under_way)
{
    auto const wanted = study.plan().replicates;
    if (under_way) return fmt::format("under way: {} of {} replicates", study.stored_replicates(), wanted);
    if (study.stored_replicates() == wanted) return "complete";
    return fmt::format("stopped: {} of {} replicates", study.stored_replicates(), wanted);
}

void write_attributes(StudyReader const& study, NetcdfWords const& words, NetcdfState const& state, NetcdfFile& file)
{
    auto const set = [&](std::string const& name, std::string const& text) { file.set_attribute(NetcdfFile::whole_file, name, text); };
    set("Conventions", "CF-1.8");
    for (auto const& [name, text] : words.attributes) set(name, text);
    set("seed", fmt::to_string(study.plan().seed));
    set("status", describe_status(study, state.under_way));
    set("failed_cells", fmt::to_string(study.failures().size()));
    set("results_hash", state.results_hash);
}
}  // namespace

void write_netcdf(StudyReader const& study, std::filesystem::path const& path, NetcdfWords const& words,
                  NetcdfState const& state, Selection const& wanted)
{
    auto const count = study.replicates().size();
    auto const layout = lay_out_netcdf(study.plan(), count, wanted);
    TemporaryFile const temporary{path};
    NetcdfFile file{temporary.path()};
    write_attributes(study, words, state, file);
    Declarer declarer{study, layout, words, file};
    NumberWriter writer{layout, study.plan().schema, count, declarer.declare(), file};
    declarer.put_coordinates();
    for (std::size_t position = 0; position < count; ++position) {
        for (std::size_t s = 0; s < study.plan().scenarios.size(); ++s) writer.add_row(s, study.row(position, s));
        writer.end_replicate(position);
    }
    file.close();
    temporary.settle();
}
}  // namespace concordat::store
