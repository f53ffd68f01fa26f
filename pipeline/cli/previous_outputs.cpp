// SPDX-License-Identifier: Apache-2.0
#include "pipeline/cli/previous_outputs.hpp"

#include "pipeline/cli/output_index.hpp"

#include <nlohmann/json.hpp>

#include <optional>

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

void read_index(engine::Workspace& workspace, const std::string& out, const std::string& folder,
                PreviousOutputs& previous) {
    const Result<std::string> text =
        workspace.read_file(out + "/" + folder + "index.json", largest_index);
    if (!text) return;
    const Json index = Json::parse(*text, nullptr, false);
    if (!index.is_object() || !index.contains("campaigns") || !index.contains("kits")) return;
    for (const Json& row : index["campaigns"])
        if (row.is_object()) previous.campaigns.push_back({text_of(row, "id"), row.dump(), folder});
    for (const Json& row : index["kits"]) {
        if (!row.is_object()) continue;
        const auto digest = digest_of(text_of(row, "sha256"));
        if (!digest || text_of(row, "file").empty()) continue;
        previous.kits.push_back({folder, text_of(row, "campaign"), text_of(row, "id"),
                                 text_of(row, "version"), text_of(row, "file"),
                                 text_of(row, "embargo"), row.dump(), *digest});
    }
}

} // namespace

PreviousOutputs read_previous(engine::Workspace& workspace, const std::string& out) {
    PreviousOutputs previous;
    for (const std::string folder : {"", embargoed_folder})
        read_index(workspace, out, folder, previous);
    return previous;
}

} // namespace presskit::cli
