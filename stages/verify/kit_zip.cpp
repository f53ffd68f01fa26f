// SPDX-License-Identifier: Apache-2.0
#include "stages/verify/kit_zip.hpp"

#include "pipeline/signing/signature.hpp"
#include "stages/verify/bag.hpp"
#include "stages/verify/zip_contents.hpp"
#include "stages/verify/zip_layout.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

namespace presskit::verify {
namespace {

/// The one folder that holds everything; reported and empty if there is none.
std::string top_folder(const std::vector<ZipRow>& rows, FaultList& faults) {
    const std::string& first = rows.front().name;
    const std::size_t slash = first.find('/');
    std::string folder = slash == std::string::npos ? std::string() : first.substr(0, slash);
    for (const ZipRow& row : rows)
        if (folder.empty() || !row.name.starts_with(folder + "/")) {
            faults.add("verify.kit-folder", "the entries do not lie in one top folder");
            return {};
        }
    return folder;
}

/// A number of the text "2021-05-18T08:00:00Z".
unsigned digits_at(std::string_view text, std::size_t offset, std::size_t digits) {
    unsigned value = 0;
    const std::string_view part = text.substr(std::min(offset, text.size()), digits);
    std::from_chars(part.data(), part.data() + part.size(), value);
    return value;
}

/// The zip's time is the one that the manifest states. APPNOTE 4.4.6; both are UTC.
void check_time(const ZipRow& row, std::string_view timestamp, FaultList& faults) {
    const unsigned year = digits_at(timestamp, 0, 4);
    if (year < 1980 || year > 2107) return; // zip cannot tell, and clamps
    const unsigned date =
        (year - 1980) << 9 | digits_at(timestamp, 5, 2) << 5 | digits_at(timestamp, 8, 2);
    const unsigned time = digits_at(timestamp, 11, 2) << 11 | digits_at(timestamp, 14, 2) << 5 |
                          digits_at(timestamp, 17, 2) / 2;
    if (row.date != date || row.time != time)
        faults.add("verify.zip-time",
                   "the entries' time is not the manifest's " + in_backticks(timestamp));
}

/// What a partner finds in the zip that was sealed for it: kits, with their signatures.
bool are_kits(const std::vector<ZipRow>& rows) {
    const std::string signed_zip = ".zip" + std::string(signing::signature_extension);
    return std::ranges::all_of(rows, [&](const ZipRow& row) {
        const std::string_view name = row.name;
        return name.find('/') == name.npos && (name.ends_with(".zip") || name.ends_with(signed_zip));
    });
}

} // namespace

KitCheck check_bagged_kit(KitSource bag, const std::string& path, PdfChecks& known) {
    FaultList faults(path);
    check_bag_files(bag.files, faults);
    if (!bag.folder.empty() && !bag.folder.ends_with(bag_suffix))
        faults.add("verify.bag-folder", "the folder of a bag is called by its kit and `" + std::string(bag_suffix) + "`");
    bag.folder.resize(bag.folder.size() - std::min(bag.folder.size(), bag_suffix.size()));
    bag.files = payload_of(bag.files);
    KitCheck check = check_kit_files(bag, path + "/data", known);
    check.faults.insert(check.faults.begin(), faults.faults().begin(), faults.faults().end());
    return check;
}

KitZipCheck check_kit_zip(std::string_view zip, const std::string& path, PdfChecks& known) {
    KitZipCheck check;
    FaultList faults(path);
    const auto rows = check_layout(zip, faults);
    if (rows && are_kits(*rows)) {
        check.is_kit = false;
        faults.add("verify.zip-of-kits", "is not a kit: kits lie in it",
                   "unpack it; its kits are what is verified");
    } else if (rows) {
        const auto contents = read_contents(zip, *rows, faults);
        check.files = contents.size();
        check.is_bag = is_bag(*rows);
        KitSource kit;
        kit.folder = check.folder = top_folder(*rows, faults);
        const std::size_t skipped = kit.folder.empty() ? 0 : kit.folder.size() + 1;
        for (const auto& [name, bytes] : contents) kit.files.emplace(name.substr(skipped), bytes);
        const std::string top = path + "!/" + kit.folder;
        check.kit = check.is_bag ? check_bagged_kit(std::move(kit), top, known) : check_kit_files(kit, top, known);
        if (check.kit.facts) check_time(rows->front(), check.kit.facts->timestamp, faults);
    }
    check.kit.faults.insert(check.kit.faults.begin(), faults.faults().begin(),
                            faults.faults().end());
    return check;
}

} // namespace presskit::verify
