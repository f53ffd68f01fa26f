// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/render/pdf_tools.hpp"

#include "stages/render/render.hpp"
#include "tests/unit/render/page_maker.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

namespace presskit::render::testing {
namespace {

class TemporaryFolder {
  public:
    TemporaryFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "presskit-XXXXXX").string();
        if (mkdtemp(name.data())) path = name;
    }
    ~TemporaryFolder() { std::filesystem::remove_all(path); }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    std::filesystem::path path;
};

} // namespace

std::string write_pdf(const Pages& pages, const std::map<std::string, CampaignImage>& images) {
    PdfWriter writer(fonts(), images);
    auto pdf = writer.write(pages);
    for (const Diagnostic& fault : pdf.diagnostics)
        UNSCOPED_INFO(fault.code << ": " << fault.message);
    REQUIRE(pdf);
    return pdf->bytes;
}

std::string run_on(std::string_view pdf, std::string_view command) {
    const TemporaryFolder folder;
    const std::string file = (folder.path / "file.pdf").string();
    std::ofstream(file, std::ios::binary) << pdf;
    std::string line(command);
    line.replace(line.find("{}"), 2, file);
    line += " 2>&1";
    const auto close = [](FILE* pipe) { pclose(pipe); };
    const std::unique_ptr<FILE, decltype(close)> pipe(popen(line.c_str(), "r"), close);
    std::string output;
    std::array<char, 4096> buffer{};
    while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
        output.append(buffer.data(), count);
    return output;
}

std::string uncompressed(std::string_view pdf) {
    return run_on(pdf, "qpdf --qdf --object-streams=disable {} -");
}

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
        ++count;
    return count;
}

} // namespace presskit::render::testing
