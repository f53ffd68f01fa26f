// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/previous_outputs.hpp"

#include "pipeline/cli/output_index.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>

namespace presskit::cli {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::uint64_t largest_index = 64'000'000;

std::optional<Digest> digest_of(const std::string& hex) {
    constexpr std::string_view digits = "0123456789abcdef";
    Digest digest;
    if (hex.size() != digest.bytes.size() * 2) return std::nullopt;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        const auto value = digits.find(hex[i]);
        if (value == std::string_view::npos) return std::nullopt;
        std::uint8_t& byte = digest.bytes[i / 2];
        byte = static_cast<std::uint8_t>(i % 2 == 0 ? value << 4 : byte | value);
    }
    return digest;
}

std::string text_of(const Json& row, const char* key) {
    const auto value = row.find(key);
    return value != row.end() && value->is_string() ? value->get<std::string>() : std::string();
}

/// Only what is in the folder of previews: an index may have been written by anybody.
std::vector<std::string> previews_of(const Json& row) {
    std::vector<std::string> files;
    const auto documents = row.find("previews");
    if (documents == row.end() || !documents->is_array()) return files;
    for (const Json& document : *documents) {
        if (!document.is_object() || !document.contains("pages") || !document["pages"].is_array()) continue;
        for (const Json& page : document["pages"]) {
            const std::string path = page.is_object() ? text_of(page, "path") : std::string();
            if (path.starts_with(previews_folder) && path.find("..") == std::string::npos &&
                path.find('/') == path.rfind('/'))
                files.push_back(path);
        }
    }
    return files;
}

/// Calls `take` with each row of an index, the list it is in and the text of it. Row by row: the whole
/// of a large index read as JSON takes ten times the bytes of its text. False if it is no index.
bool for_each_row(engine::Workspace& workspace, const std::string& path,
                  const std::function<void(std::string_view list, const Json& row)>& take) {
    const Result<std::string> text = workspace.read_file(path, largest_index);
    if (!text) return false;
    std::string list; // the key that the parser is in
    const auto take_row = [&](int depth, Json::parse_event_t event, Json& value) {
        if (event == Json::parse_event_t::key && depth == 1) list = value.get<std::string>();
        if (event != Json::parse_event_t::object_end || depth != 2) return true;
        take(list, value);
        return false; // forgotten
    };
    const Json index = Json::parse(*text, take_row, false);
    return index.is_object() && index.contains("campaigns") && index.contains("kits");
}

void read_index(engine::Workspace& workspace, const std::string& out, const std::string& folder,
                PreviousOutputs& previous) {
    PreviousOutputs found;
    const auto take = [&](std::string_view list, const Json& row) {
        if (list == "campaigns")
            found.campaigns.push_back({text_of(row, "id"), row.dump(2) + "\n", folder});
        const auto digest = list == "kits" ? digest_of(text_of(row, "sha256")) : std::nullopt;
        if (digest && !text_of(row, "file").empty())
            found.kits.push_back({folder, text_of(row, "campaign"), text_of(row, "id"),
                                  text_of(row, "version"), text_of(row, "file"),
                                  text_of(row, "embargo"), row.dump(2) + "\n", *digest,
                                  previews_of(row)});
    };
    if (!for_each_row(workspace, out + "/" + folder + "index.json", take)) return;
    std::ranges::move(found.campaigns, std::back_inserter(previous.campaigns));
    std::ranges::move(found.kits, std::back_inserter(previous.kits));
}

} // namespace

PreviousOutputs read_previous(engine::Workspace& workspace, const std::string& out) {
    PreviousOutputs previous;
    for (const std::string folder : {"", embargoed_folder})
        read_index(workspace, out, folder, previous);
    return previous;
}

std::vector<std::pair<std::string, std::string>> previous_files(engine::Workspace& workspace,
                                                                const std::string& out) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string folder : {"", embargoed_folder}) {
        std::vector<std::pair<std::string, std::string>> found;
        const auto take = [&](std::string_view list, const Json& row) {
            if (list != "kits" || !digest_of(text_of(row, "sha256")) || text_of(row, "file").empty())
                return;
            found.emplace_back(folder, text_of(row, "file"));
            for (std::string& preview : previews_of(row)) found.emplace_back(folder, std::move(preview));
        };
        if (for_each_row(workspace, out + "/" + folder + "index.json", take))
            std::ranges::move(found, std::back_inserter(files));
    }
    return files;
}

} // namespace presskit::cli
