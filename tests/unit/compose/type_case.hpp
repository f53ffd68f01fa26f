// SPDX-License-Identifier: Apache-2.0
/// A case of real type for compose's tests: Noto faces, one brand, languages by hand.
#pragma once

#include "stages/compose/paragraph.hpp"
#include "stages/model/brand.hpp"
#include "stages/model/font_library.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace presskit::compose {

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline FontLibrary noto() {
    FontLibrary library;
    for (const char* name : {"NotoNaskhArabic-Regular", "NotoSans-Regular", "NotoSansArabic-Regular",
                             "NotoSerif-Italic", "NotoSerif-Regular"}) {
        const std::string path = std::string("truetype/noto/") + name + ".ttf";
        library.fonts.push_back({path, bytes_of("/usr/share/fonts/" + path), {}});
    }
    return library;
}

inline Brand brand() {
    Brand brand;
    const FontFile serif{"truetype/noto/NotoSerif-Regular.ttf", "fonts-noto-core", {}};
    const FontFile italic{"truetype/noto/NotoSerif-Italic.ttf", "fonts-noto-core", {}};
    const FontFile sans{"truetype/noto/NotoSans-Regular.ttf", "fonts-noto-core", {}};
    const FontFile naskh{"truetype/noto/NotoNaskhArabic-Regular.ttf", "fonts-noto-core", {}};
    const FontFile arabic{"truetype/noto/NotoSansArabic-Regular.ttf", "fonts-noto-core", {}};
    brand.families["naskh"] = {naskh, naskh, naskh, naskh, {}, {}};
    brand.families["sans-arabic"] = {arabic, arabic, arabic, arabic, {"sans"}, {}};
    brand.families["serif"] = {serif, italic, serif, italic, {"naskh", "sans"}, {}};
    brand.families["sans"] = {sans, sans, sans, sans, {}, {}};
    return brand;
}

inline Language language(const std::string& tag, const std::string& dictionary = "") {
    Language language;
    language.locale = {tag};
    language.script = tag == "sr" || tag == "mk" ? "Cyrl" : tag == "ar" ? "Arab" : "Latn";
    language.shaping_language = language.icu_locale = tag;
    if (tag == "ar") {
        language.direction = Direction::right_to_left;
        language.alphabet = {"ا"};
    }
    if (!dictionary.empty()) language.hyphenation = Hyphenation{dictionary, 2, 2};
    return language;
}

/// Everything a paragraph needs, with `words` in one look.
struct TypeCase {
    FontLibrary library = noto();
    Brand brand_ = brand();
    Fonts fonts{library};
    Typefaces typefaces{brand_, fonts};
    ParagraphSetter::Patterns patterns;
    ParagraphSetter setter{fonts, typefaces, patterns};
    Diagnostics faults;

    void load_patterns(const std::string& name) {
        patterns.emplace(name, HyphenationPatterns(bytes_of("/usr/share/hyphen/" + name)));
    }
    StyledText text(const Language& language, std::string_view words, bool italic = false) const {
        TextLook look;
        look.family = "serif";
        look.size = Length{10'000};
        look.italic = italic;
        look.language = &language;
        look.tag = ContentId{0};
        StyledText styled;
        styled.add(words, look, {});
        return styled;
    }
};

inline std::string words_of(const SetLine& line) {
    std::string out;
    for (const PageItem& item : line.items)
        if (const auto* run = std::get_if<GlyphRun>(&item.shape)) out += run->text;
    return out;
}

inline constexpr const char* english =
    "Children are at risk in every country of the region, and the institutions that ought to protect "
    "them rarely have the people, the training or the mandate to act before harm is done. Tools that "
    "help investigators exist; what is missing is a shared responsibility for using them well.";

inline std::string all_words(const std::vector<SetLine>& lines) {
    std::string out;
    for (const SetLine& line : lines) out += words_of(line);
    return out;
}

inline std::string without_soft_hyphens(std::string text) {
    for (auto at = text.find("\u00AD"); at != std::string::npos; at = text.find("\u00AD"))
        text.erase(at, 2);
    return text;
}

/// How far a line reaches beyond `width`, without the space at its end.
inline Length right_edge(const SetLine& line, Length width) {
    Length edge;
    for (const PageItem& item : line.items) {
        const auto* run = std::get_if<GlyphRun>(&item.shape);
        if (run == nullptr) continue;
        Length x = run->origin.x;
        for (const Glyph& glyph : run->glyphs) {
            x += glyph.advance;
            const bool at_line_end = &glyph == &run->glyphs.back() && run->text.ends_with(' ');
            if (!at_line_end) edge = std::max(edge, x);
        }
    }
    return edge - width;
}

} // namespace presskit::compose
