// SPDX-License-Identifier: Apache-2.0
// Photographs as cameras leave them, through the whole program: what reaches the kit and its PDFs, as
// exiftool, pdfimages and Python read it.
#include "stages/pictures/jpeg.hpp"
#include "stages/pictures/png.hpp"
#include "tests/e2e/sample.hpp"

#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <set>

using namespace presskit::e2e;
namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Json = nlohmann::json;

namespace {

presskit::Raster gradient(std::uint32_t width, std::uint32_t height) {
    presskit::Raster raster{width, height, 3, {}};
    std::uint32_t state = 1;
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x) {
            state = state * 1'664'525 + 1'013'904'223;
            for (const std::uint32_t level : {x * 200 / width + (state >> 28), y * 200 / height, 90u})
                raster.samples.push_back(static_cast<std::uint8_t>(level));
        }
    return raster;
}

/// A campaign whose release shows a JPEG and a PNG of 2400 by 1600 pixels, both with place, serial
/// number and comment, the JPEG with a thumbnail and an XMP copy too.
void write_photographed_campaign(const TempFolder& folder) {
    Files files = small_campaign();
    files["campaign.yaml"] += "images:\n"
                              "  images/port.jpg: {creator: Ana Example, credit: Ana Example / Agency, "
                              "holder: Agency, licence: All rights reserved}\n";
    files["texts/release/en.md"] +=
        "\n![A port.](images/port.jpg \"The port at dawn\"){credit=\"Ana Example\"}\n"
        "\n![A plan.](images/plan.png \"The plan\")\n";
    write_campaign(folder, files);
    const auto pixels = gradient(2400, 1600);
    folder.write("c/images/port.jpg", *presskit::pictures::encode_jpeg(pixels));
    folder.write("c/images/plan.png", *presskit::pictures::encode_png(pixels));
    folder.write("thumb.jpg", *presskit::pictures::encode_jpeg(gradient(120, 80)));
    const std::string tags = " -GPSLatitude=48.2 -GPSLatitudeRef=N -GPSLongitude=16.4 -SerialNumber=1234567"
                             " -XMP:GPSLatitude=48.2 -Comment='taken by a friend'";
    const Run made = run("cd " + quoted(folder.path("c/images")) + " && exiftool -q -overwrite_original" + tags + " '-ThumbnailImage<=../../thumb.jpg' port.jpg"
                         " && exiftool -q -overwrite_original" + tags + " plan.png");
    INFO(made.err);
    REQUIRE(made.status == 0);
}

/// All that exiftool finds in files, by its groups; what it says of the file itself is left out.
Json tags_of(const std::string& files) {
    return Json::parse(run("exiftool -j -a -G1 -struct --System:all --File:all --ExifTool:all "
                           "--Composite:all " + files).out);
}

std::set<std::string> groups_of(const Json& tags) {
    std::set<std::string> groups;
    for (const auto& [name, value] : tags.items())
        if (const auto colon = name.find(':'); colon != std::string::npos)
            groups.insert(name.substr(0, colon));
    return groups;
}

/// Which quarter of a picture is light: "upper left".
std::string light_quarter(const presskit::Raster& picture) {
    const auto light = [&](std::uint32_t quarters_down, std::uint32_t quarters_across) {
        const std::size_t y = picture.height * quarters_down / 4, x = picture.width * quarters_across / 4;
        return picture.samples[(y * picture.width + x) * static_cast<std::size_t>(picture.channels) + 1] > 128;
    };
    std::string found;
    for (const std::uint32_t down : {1u, 3u})
        for (const std::uint32_t across : {1u, 3u})
            if (light(down, across))
                found += std::string(down == 1 ? "upper " : "lower ") + (across == 1 ? "left" : "right");
    return found;
}

/// Light in one quarter, with a camera's noise.
presskit::Raster quartered(std::uint32_t width, std::uint32_t height, bool lower, bool right) {
    presskit::Raster raster = gradient(width, height);
    std::uint32_t state = 1;
    for (std::uint32_t y = 0; y < height; ++y)
        for (std::uint32_t x = 0; x < width; ++x) {
            state = state * 1'664'525 + 1'013'904'223;
            const bool light = (y >= height / 2) == lower && (x >= width / 2) == right;
            raster.samples[(std::size_t{y} * width + x) * 3 + 1] =
                static_cast<std::uint8_t>((light ? 200 : 0) + (state >> 27));
        }
    return raster;
}

} // namespace

TEST_CASE("pictures: photographs reach kit and PDF without traces and with their rights") {
    const TempFolder folder;
    write_photographed_campaign(folder);
    REQUIRE(tags_of(quoted(folder.path("c/images/port.jpg")))[0].contains("GPS:GPSLatitude"));
    const Run built = run_presskit(folder, "build c --out o");
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string kit = "small-al-en-1.0.0";
    REQUIRE(run("cd " + quoted(folder.path("o")) + " && unzip -q " + kit + ".zip").status == 0);
    const fs::path images = folder.path("o/" + kit + "/images");

    for (const char* name : {"port.jpg", "port-web.jpg", "plan.png", "plan-web.png"}) {
        const Json tags = tags_of(quoted(images / name))[0];
        INFO(tags.dump(2));
        const bool port = std::string(name).starts_with("port");
        std::set<std::string> allowed{"XMP-dc", "XMP-photoshop", "XMP-xmpRights", "IPTC", "JFIF", "PNG",
                                      "Adobe"};
        for (const std::string& group : groups_of(tags)) CHECK(allowed.contains(group));
        const std::string notice = port ? "© Agency. All rights reserved" : "© Example. CC-BY-4.0";
        CHECK(tags["XMP-dc:Rights"] == notice);
        CHECK(tags["XMP-photoshop:Credit"] == (port ? "Ana Example / Agency" : "Example"));
        if (!port) continue;
        CHECK(tags["XMP-dc:Creator"] == Json::array({"Ana Example"}));
        CHECK(tags["IPTC:By-line"] == "Ana Example");
        CHECK(tags["IPTC:Credit"] == "Ana Example / Agency");
        CHECK(tags["IPTC:CopyrightNotice"] == notice);
    }
    CHECK_THAT(run("exiftool -s3 -ImageSize " + quoted(images / "port.jpg") + " " +
                   quoted(images / "port-web.jpg") + " " + quoted(images / "plan-web.png")).out,
               Contains("2400x1600") && Contains("1600x1067"));
    // The print size is the photograph, not a copy of a copy.
    CHECK(presskit::pictures::decode_jpeg(bytes_of(images / "port.jpg")) ==
          presskit::pictures::decode_jpeg(folder.read("c/images/port.jpg")));

    const std::string captions = bytes_of(images / "captions.txt");
    CHECK_THAT(captions, Contains("port-web.jpg – For the web: JPEG, 1600 × 1067, ") &&
                             Contains("\nThe port at dawn\nImage: Ana Example\nAlternative text: A port.\n"
                                      "© Agency. All rights reserved\n"));

    const std::string pdf = quoted(folder.path("o/" + kit + "/01-press-release-en.pdf"));
    REQUIRE(run("pdfimages -j " + pdf + " " + quoted(folder.path("out"))).status == 0);
    const Json inside = tags_of(quoted(folder.path("out-000.jpg")))[0];
    CHECK(inside["XMP-dc:Creator"] == Json::array({"Ana Example"}));
    CHECK_FALSE(groups_of(inside).contains("GPS"));
    const std::string objects = run("qpdf --qdf --object-streams=disable " + pdf + " -").out;
    CHECK_THAT(objects, Contains("© Agency. All rights reserved") && Contains("© Example. CC-BY-4.0"));
    CHECK_THAT(objects, !Contains("GPS") && !Contains("1234567") && !Contains("friend"));
    CHECK(run_presskit(folder, "verify o").status == 0);
}

TEST_CASE("pictures: a photograph that only its metadata turns stands upright in every form of a kit") {
    // Where the light upper left quarter of the scene lies as a camera stores it. Exif 2.32 4.6.4 A.
    struct Stored {
        bool lower, right;
    };
    const std::vector<Stored> stored{{false, false}, {false, true}, {true, true},  {true, false},
                                     {false, false}, {true, false}, {true, true}, {false, true}};
    const TempFolder folder;
    Files files = small_campaign();
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const std::string path = "images/photo-" + std::to_string(i + 1) + ".jpg";
        files["texts/release/en.md"] += "\n![A scene.](" + path + " \"Scene\"){credit=\"A\"}\n";
        // From the fifth on, the scene is 1700 pixels wide and lies on its side.
        const bool on_side = i >= 4;
        files[path] = *presskit::pictures::encode_jpeg(
            quartered(on_side ? 800 : 1700, on_side ? 1700 : 800, stored[i].lower, stored[i].right));
    }
    write_campaign(folder, files);
    for (std::size_t i = 0; i < stored.size(); ++i)
        REQUIRE(run("exiftool -q -n -overwrite_original -GPSLatitude=48.2 -Orientation=" + std::to_string(i + 1) + " " +
                    quoted(folder.path("c/images/photo-" + std::to_string(i + 1) + ".jpg"))).status == 0);

    const Run built = run_presskit(folder, "build c --out o");
    INFO(built.err);
    REQUIRE(built.status == 0);
    const std::string kit = "small-al-en-1.0.0";
    REQUIRE(run("cd " + quoted(folder.path("o")) + " && unzip -q " + kit + ".zip && mkdir word pdf && unzip -q -d word " + kit +
                "/01-press-release-en.docx && pdfimages -j " + kit + "/01-press-release-en.pdf pdf/p && python3 -c '"
                "import re, base64\n"
                "page = open(\"" + kit + "/01-press-release-en.html\").read()\n"
                "for i, m in enumerate(re.findall(\"data:image/jpeg;base64,([^\\\"]+)\", page)):\n"
                "    open(f\"pdf/h-{i}.jpg\", \"wb\").write(base64.b64decode(m))'").status == 0);
    const std::string captions = folder.read("o/" + kit + "/images/captions.txt");
    std::size_t pictures = 0;
    for (const char* place : {"images", "../word/word/media", "../pdf"})
        for (const auto& file : fs::directory_iterator(folder.path("o/" + kit + "/" + place))) {
            if (file.path().extension() != ".jpg" && file.path().extension() != ".jpeg") continue;
            INFO(file.path());
            const auto picture = presskit::pictures::decode_jpeg(bytes_of(file.path()));
            REQUIRE(picture);
            CHECK(picture->width > 2 * picture->height);
            CHECK(light_quarter(*picture) == "upper left");
            ++pictures;
        }
    CHECK(pictures == 8 * 5); // as it is, for the web, in Word, in PDF, in HTML
    for (std::size_t i = 1; i <= stored.size(); ++i)
        CHECK_THAT(captions, Contains("photo-" + std::to_string(i) + ".jpg – For print: JPEG, 1700 × 800, ") &&
                                 Contains("photo-" + std::to_string(i) + "-web.jpg – For the web: JPEG, 1600 × 753, "));
    // As wide as the text, 1700 pixels are 276 an inch; 800 would be 130.
    for (std::size_t i = 1; i <= stored.size(); ++i)
        CHECK_THAT(built.err, Contains("photo-" + std::to_string(i) + ".jpg` reaches 276"));
    // The first stood upright, and is not coded a second time.
    CHECK(presskit::pictures::decode_jpeg(folder.read("o/" + kit + "/images/photo-1.jpg")) ==
          presskit::pictures::decode_jpeg(folder.read("c/images/photo-1.jpg")));
    CHECK(run_presskit(folder, "verify o").status == 0);
}

TEST_CASE("pictures: the credit that campaign.yaml declares stands beside the picture in every form") {
    const TempFolder folder;
    Files files = small_campaign();
    files["campaign.yaml"] += "images:\n  images/plan.png: {credit: Ana Example / Agency}\n";
    files["texts/release/en.md"] += "\n![A plan.](images/plan.png \"The plan\")\n";
    files["images/plan.png"] = *presskit::pictures::encode_png(gradient(2400, 300));
    write_campaign(folder, files);
    const Run built = run_presskit(folder, "build c --out o");
    INFO(built.err);
    REQUIRE(built.status == 0);
    CHECK_THAT(built.err, !Contains("image-without-credit"));
    const std::string with_record = files.at("campaign.yaml");
    folder.write("c/campaign.yaml", with_record.substr(0, with_record.rfind("images:")));
    CHECK_THAT(run_presskit(folder, "check c").err, Contains("texts/release/en.md:") && Contains("[load.image-without-credit]"));
    const std::string kit = "small-al-en-1.0.0";
    REQUIRE(run("cd " + quoted(folder.path("o")) + " && unzip -q " + kit + ".zip").status == 0);
    const std::string release = folder.path("o/" + kit + "/01-press-release-en");
    const std::string line = "The plan. Image: Ana Example / Agency";
    CHECK_THAT(run("pdftotext -raw " + quoted(release + ".pdf") + " -").out, Contains(line));
    CHECK_THAT(bytes_of(release + ".html"), Contains(line));
    CHECK_THAT(run("unzip -p " + quoted(release + ".docx") + " word/document.xml").out, Contains(line));
    CHECK_THAT(folder.read("o/" + kit + "/images/captions.txt"), Contains("\nImage: Ana Example / Agency\n"));
}

TEST_CASE("pictures: colours of other profiles reach kit, web copy and PDF as sRGB") {
    const std::string profiles = "/usr/share/color/icc/ghostscript/"; // Ghostscript's own
    const TempFolder folder;
    Files files = small_campaign();
    files["texts/release/en.md"] += "\n![A wall.](images/wall.jpg \"A wall\")\n"
                                    "\n![A poster.](images/poster.jpg \"A poster\")\n";
    write_campaign(folder, files);
    presskit::Raster wall{1800, 60, 3, {}};
    while (wall.samples.size() < 1800 * 60 * 3)
        wall.samples.insert(wall.samples.end(), {60, 180, 90});
    folder.write("c/images/wall.jpg", *presskit::pictures::encode_jpeg(wall));
    const auto in_images = [&](const std::string& command) {
        const Run made = run("cd " + quoted(folder.path("c/images")) + " && " + command);
        INFO(made.err);
        REQUIRE(made.status == 0);
    };
    const std::string put_in = "exiftool -q -overwrite_original '-ICC_Profile<=";
    in_images(put_in + profiles + "a98.icc' wall.jpg");
    in_images("gs -q -dNOPAUSE -dBATCH -sDEVICE=jpegcmyk -g900x600 -sOutputFile=poster.jpg "
              "-c '1 0 0 0 setcmykcolor 0 0 900 600 rectfill showpage'");
    in_images(put_in + profiles + "default_cmyk.icc' poster.jpg");

    const Run built = run_presskit(folder, "build c --out o");
    INFO(built.err);
    REQUIRE(built.status == 0);
    CHECK_THAT(built.err, !Contains("colour-profile"));
    const std::string kit = "small-al-en-1.0.0";
    REQUIRE(run("cd " + quoted(folder.path("o")) + " && unzip -q " + kit + ".zip").status == 0);
    const fs::path images = folder.path("o/" + kit + "/images");
    // Adobe RGB's green lies outside of what sRGB can show.
    const auto green = presskit::pictures::decode_jpeg(bytes_of(images / "wall.jpg"));
    REQUIRE(green);
    CHECK(+green->samples[0] <= 2);
    CHECK(std::abs(green->samples[1] - 181) <= 3);
    // What every printer's cyan looks like on a screen.
    const auto cyan = presskit::pictures::decode_jpeg(bytes_of(images / "poster.jpg"));
    REQUIRE(cyan);
    CHECK(+cyan->samples[0] < 60);
    CHECK(+cyan->samples[1] > 130);
    CHECK(+cyan->samples[2] > 190);
    const std::string pdf = quoted(folder.path("o/" + kit + "/01-press-release-en.pdf"));
    CHECK_THAT(run("pdfimages -list " + pdf).out, Contains("rgb") && !Contains("cmyk"));
    CHECK(run_presskit(folder, "verify o").status == 0);

    folder.write("cut.icc", bytes_of(profiles + "default_cmyk.icc").substr(0, 1000));
    in_images(put_in + "../../cut.icc' poster.jpg");
    const Run refused = run_presskit(folder, "check c");
    CHECK(refused.status == 1);
    CHECK_THAT(refused.err, Contains("picture `images/poster.jpg` has the colours of") &&
                                Contains("that profile is damaged [pictures.cmyk]"));
}

TEST_CASE("pictures: verify names what somebody put back into a picture of a kit") {
    const TempFolder folder;
    write_photographed_campaign(folder);
    REQUIRE(run_presskit(folder, "build c --out o").status == 0);
    const std::string kit = "small-al-en-1.0.0";
    const fs::path unpacked = folder.path("o/" + kit);
    REQUIRE(run("cd " + quoted(folder.path("o")) + " && unzip -q " + kit + ".zip").status == 0);
    const auto broken = [&](const std::string& command, const std::string& name) {
        REQUIRE(run("cd " + quoted(unpacked / "images") + " && " + command + " " + name).status == 0);
        return run_presskit(folder, "verify " + quoted(unpacked)).err;
    };
    const std::string exiftool = "exiftool -q -overwrite_original ";
    CHECK_THAT(broken(exiftool + "-GPSLatitude=48.2", "port.jpg"),
               Contains("port.jpg: error: holds EXIF [verify.picture-metadata]"));
    CHECK_THAT(broken(exiftool + "-XMP:SerialNumber=1234567", "plan.png"),
               Contains("plan.png: error: has `http://cipa.jp/exif/1.0/BodySerialNumber` in its XMP"));
    CHECK_THAT(broken(exiftool + "-EXIF:GPSLatitude=48.2", "plan-web.png"),
               Contains("plan-web.png: error: has a chunk `eXIf`"));
    // The release in HTML carries the copy for the web; an EXIF segment is put in at its start.
    std::string html = bytes_of(unpacked / "01-press-release-en.html");
    const std::string jpeg = "data:image/jpeg;base64,/9j/";
    REQUIRE(html.find(jpeg) != std::string::npos);
    html.replace(html.find(jpeg), jpeg.size(), "data:image/jpeg;base64,/9j/4QAKRXhpZgAATU3/");
    folder.write("o/" + kit + "/01-press-release-en.html", html);
    CHECK_THAT(run_presskit(folder, "verify " + quoted(unpacked)).err,
               Contains("01-press-release-en.html: error: a picture in it holds EXIF [verify.picture-metadata]"));
    CHECK_THAT(broken(exiftool + "-all=", "port-web.jpg"),
               Contains("port-web.jpg: error: names as rights ``, manifest.json `© Agency. All rights reserved`"));
}

namespace {

/// A kit with a photograph and a plan that `exiftool` has written these notes into, unpacked.
struct NotedPictures {
    TempFolder folder;
    Run built;
    Json port, plan; ///< their notes in the kit
    std::string captions, text;

    NotedPictures(const std::string& port_notes, const std::string& plan_notes) {
        Files files = small_campaign();
        files["texts/release/en.md"] +=
            "\n![A port.](images/port.jpg \"The port\")\n\n![A plan.](images/plan.png \"The plan\")\n";
        write_campaign(folder, files);
        folder.write("c/images/port.jpg", *presskit::pictures::encode_jpeg(gradient(400, 300)));
        folder.write("c/images/plan.png", *presskit::pictures::encode_png(gradient(400, 300)));
        const std::string write = "exiftool -q -overwrite_original ";
        const Run noted = run("cd " + quoted(folder.path("c/images")) + " && " + write + port_notes +
                              " port.jpg && " + write + plan_notes + " plan.png");
        INFO(noted.err);
        REQUIRE(noted.status == 0);
        built = run_presskit(folder, "build c --out o");
        INFO(built.err);
        REQUIRE(built.status == 0);
        const std::string kit = "small-al-en-1.0.0", images = quoted(folder.path("o/" + kit + "/images"));
        REQUIRE(run("cd " + quoted(folder.path("o")) + " && unzip -q " + kit + ".zip").status == 0);
        port = tags_of(images + "/port.jpg")[0];
        plan = tags_of(images + "/plan.png")[0];
        captions = folder.read("o/" + kit + "/images/captions.txt");
        text = folder.read("o/" + kit + "/01-press-release-en.txt");
    }
};

} // namespace

TEST_CASE("pictures: whose a photograph is by its own file stays in it, and the campaign does not claim it") {
    const NotedPictures kit("-IPTC:By-line='Ana Example' -IPTC:Credit='Agency & Sons'"
                            " -IPTC:CopyrightNotice='(c) Agency' -IPTC:City=Graz",
                            "-XMP-dc:Creator='Bo Ćirić' -XMP-photoshop:Credit='Agency' -XMP-dc:Rights='All by Bo'"
                            " -XMP-xmpRights:WebStatement='https://agency.example/' -XMP-photoshop:City=Graz");
    for (const char* group : {"IPTC:By-line", "XMP-dc:Creator"}) CHECK(kit.port.at(group).dump().find("Ana Example") != std::string::npos);
    for (const char* group : {"IPTC:Credit", "XMP-photoshop:Credit"}) CHECK(kit.port.at(group) == "Agency & Sons");
    for (const char* group : {"IPTC:CopyrightNotice", "XMP-dc:Rights"}) CHECK(kit.port.at(group) == "(c) Agency");
    CHECK(kit.plan.at("XMP-dc:Creator").dump().find("Bo Ćirić") != std::string::npos);
    CHECK(kit.plan.at("XMP-photoshop:Credit") == "Agency");
    CHECK(kit.plan.at("XMP-dc:Rights") == "All by Bo");
    CHECK(kit.plan.at("XMP-xmpRights:WebStatement") == "https://agency.example/");
    CHECK_THAT(kit.port.dump() + kit.plan.dump(), !Contains("Graz"));
    CHECK_THAT(kit.captions, Contains("Image: Agency & Sons\n") && Contains("\n(c) Agency\n"));
    CHECK_THAT(kit.captions, Contains("\nAll by Bo – https://agency.example/\n"));
}

TEST_CASE("pictures: whose a photograph is by the camera that took it stays in it") {
    const NotedPictures kit("-EXIF:Artist='Ana Ćirić' -EXIF:Copyright='(c) Agency' -EXIF:Make=Camera",
                            "-EXIF:Artist='Bo' -EXIF:Copyright='All by Bo' -EXIF:Make=Camera");
    CHECK_THAT(kit.built.err, !Contains("image-without-credit"));
    CHECK_THAT(kit.text, Contains("The port. Image: Ana Ćirić"));
    CHECK(kit.port.at("XMP-dc:Creator").dump().find("Ana Ćirić") != std::string::npos);
    CHECK(kit.port.at("IPTC:By-line").dump().find("Ana Ćirić") != std::string::npos);
    for (const char* group : {"IPTC:CopyrightNotice", "XMP-dc:Rights"}) CHECK(kit.port.at(group) == "(c) Agency");
    CHECK(kit.plan.at("XMP-dc:Rights") == "All by Bo");
    CHECK(!groups_of(kit.port).contains("IFD0"));
    CHECK(!groups_of(kit.plan).contains("IFD0"));
    CHECK_THAT(kit.captions, Contains("Image: Ana Ćirić\n") && Contains("\n(c) Agency\n") && Contains("\nAll by Bo\n"));
}
