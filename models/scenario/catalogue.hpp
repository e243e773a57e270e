#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/scenario/scenario_file.hpp"

namespace concordat::scenario
{
struct CatalogueEntry
{
    FileKind kind{FileKind::reform};
    std::string name{};
    std::filesystem::path path{};
    bool is_case{};     ///< a case that a source tells: a regime of the folder cases/
    bool is_variant{};  ///< another form of a reform, of the folder reforms/variants/: meant by its beginning only
                        ///< where no regime, case or reform begins so
};

/// Which kinds of file may stand at a place of a scenario's expression.
enum class Place
{
    regime,
    reform,
    either
};

/// Whether a file is given by its path instead of a name: whatever holds '/' or ends in .yaml or .yml.
[[nodiscard]] bool is_path(std::string_view given);
/// Letters, digits, '_', '-' and '.': names go into file names, tables and expressions.
[[nodiscard]] bool is_name(std::string_view name);

/// A study that has a name.
struct StudyPlace
{
    std::string name{};
    std::filesystem::path path{};
};

/// The regimes, reforms and studies that have names: the files of regimes/, cases/, reforms/, reforms/variants/
/// and studies/.
class Catalogue
{
  public:
    /// \param root folder with regimes/, reforms/, parameters/ and the data packs; cases/, studies/ and
    /// reforms/variants/ may be missing
    Catalogue(std::filesystem::path root, core::Problems& problems);

    [[nodiscard]] std::filesystem::path const& root() const { return root_; }
    /// Regimes, cases, reforms and variants, each by name.
    [[nodiscard]] std::vector<CatalogueEntry> const& entries() const { return entries_; }

    /// By name.
    [[nodiscard]] std::vector<StudyPlace> const& studies() const { return studies_; }

    /// The file of a study: by its name, a prefix that only one begins with, or its path.
    [[nodiscard]] std::optional<std::filesystem::path> find_study(std::string_view given,
                                                                  core::Problems& problems) const;

    /// Reads the file that is meant by a name, by a prefix that only one name of the wanted kind
    /// begins with, or by a path (whatever holds '/' or ends in .yaml or .yml).
    [[nodiscard]] std::optional<ScenarioFile> find(std::string_view given, Place place,
                                                   core::Position const& where,
                                                   core::Problems& problems) const;

    /// The regime and all that it extends, the one without `extends` first. `extends` is a name of
    /// the catalogue or a path that starts at the extending file's folder.
    [[nodiscard]] std::vector<ScenarioFile> find_ancestry(ScenarioFile regime,
                                                          core::Problems& problems) const;

    /// Folder of a data pack: a name under the root, or a path that starts at the regime's folder.
    [[nodiscard]] std::optional<std::filesystem::path> find_pack(
        Reference const& pack, std::filesystem::path const& regime, core::Problems& problems) const;

  private:
    void add_folder(std::string const& folder, CatalogueEntry const& like, core::Problems& problems);
    void add_studies();
    [[nodiscard]] std::vector<CatalogueEntry> match(std::string_view given, Place place) const;
    [[nodiscard]] std::optional<ScenarioFile> read_path(std::string_view given, Place place,
                                                        core::Position const& where,
                                                        core::Problems& problems) const;
    void report_unknown(std::string_view given, Place place, core::Position const& where,
                        core::Problems& problems) const;

    std::filesystem::path root_;
    std::vector<CatalogueEntry> entries_{};
    std::vector<StudyPlace> studies_{};
};

/// Reads an entry's file as the kind of its folder.
[[nodiscard]] std::optional<ScenarioFile> read_entry(CatalogueEntry const& entry,
                                                     core::Problems& problems);
}  // namespace concordat::scenario
