// SPDX-License-Identifier: Apache-2.0
#include "stages/load/svg.hpp"

#include "stages/load/svg_shapes.hpp"
#include "stages/load/svg_style.hpp"
#include "stages/load/svg_values.hpp"

#include <expat.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>
#include <utility>

namespace presskit::load {
namespace {

using namespace literals;

constexpr std::size_t max_depth = 32;
/// How often the larger side of the view box a shape may reach from its corner.
constexpr std::int64_t max_reach = 4;
constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg|";

/// Attributes that change nothing of what is drawn here.
constexpr std::array<std::string_view, 14> harmless{
    "id",     "version", "baseProfile",         "role",     "lang",      "width",             "height",
    "viewBox", "xml:space", "preserveAspectRatio", "tabindex", "focusable", "contentScriptType", "contentStyleType"};

/// Elements that show nothing where they stand; what refers to them is refused.
constexpr std::array<std::string_view, 13> unseen{"title",          "desc",           "metadata", "defs",   "symbol",
                                                  "linearGradient", "radialGradient", "clipPath", "mask",   "pattern",
                                                  "marker",         "filter",         "view"};

class SvgReader {
  public:
    SvgReader(std::string_view text, SourceId source)
        : text_(text), source_(source), parser_(XML_ParserCreateNS("UTF-8", '|')) {}

    Result<VectorImage> read() {
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), &SvgReader::on_start, &SvgReader::on_end);
        XML_SetCharacterDataHandler(parser_.get(), &SvgReader::on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), &SvgReader::on_doctype);
        const auto status =
            XML_Parse(parser_.get(), text_.data(), static_cast<int>(text_.size()), XML_TRUE);
        if (status == XML_STATUS_ERROR && faults_.empty())
            fault("svg-syntax", "the file is no well-formed XML", "save the drawing again");
        if (!faults_.empty()) return std::move(faults_);
        if (drawing_.paths.empty())
            return Diagnostic{"load.svg-empty", "the drawing shows nothing",
                              "begin it with `<svg xmlns=\"http://www.w3.org/2000/svg\" …>` and give its paths a fill",
                              {source_, 0, std::min(4u, static_cast<std::uint32_t>(text_.size()))}, {},
                              Severity::error, Blame::configuration};
        return std::move(drawing_);
    }

  private:
    struct Free {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };

    static void on_start(void* self, const XML_Char* name, const XML_Char** pairs) {
        static_cast<SvgReader*>(self)->start(name, SvgAttributes(pairs));
    }
    static void on_end(void* self, const XML_Char*) {
        SvgReader& reader = *static_cast<SvgReader*>(self);
        if (reader.in_sheet_) reader.end_sheet();
        if (reader.skipped_ > 0) --reader.skipped_;
        else if (!reader.states_.empty()) reader.states_.pop_back();
    }
    static void on_text(void* self, const XML_Char* text, int length) {
        SvgReader& reader = *static_cast<SvgReader*>(self);
        if (reader.in_sheet_) reader.sheet_text_.append(text, static_cast<std::size_t>(length));
    }
    /// One that only names SVG's own definition is what many programs write; nothing is loaded.
    static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int defines) {
        if (defines != 0)
            static_cast<SvgReader*>(self)->fault("svg-syntax", "the drawing's document type defines entities",
                                                 "remove `<!DOCTYPE` as far as `]>`");
    }

    void fault(std::string code, std::string message, std::string hint) {
        if (!faults_.empty()) return;
        const auto at = std::clamp<std::int64_t>(XML_GetCurrentByteIndex(parser_.get()), 0,
                                                 static_cast<std::int64_t>(text_.size()));
        const auto begin = static_cast<std::uint32_t>(at);
        const auto end = static_cast<std::uint32_t>(
            std::min(text_.find_first_of(" \n>", begin + 1), text_.size()));
        faults_.push_back({"load." + std::move(code),
                           std::move(message),
                           std::move(hint),
                           {source_, begin, std::max(end, begin)},
                           {},
                           Severity::error,
                           Blame::configuration});
        XML_StopParser(parser_.get(), XML_FALSE);
    }
    void unknown(const std::string& what) {
        fault("svg-feature", what + " is not drawn",
              "save the drawing with plain paths and colours, or as PNG");
    }

    void start(std::string_view name, const SvgAttributes& attributes) {
        const bool is_svg = name.starts_with(svg_namespace);
        if (is_svg) name.remove_prefix(svg_namespace.size());
        if (is_svg && name == "style" && !states_.empty()) in_sheet_ = true;
        // Editors keep notes of their own in other namespaces.
        const bool is_unseen = !is_svg || in_sheet_ || std::ranges::find(unseen, name) != unseen.end() ||
                               (!states_.empty() && states_.back().is_gone);
        if (skipped_ > 0 || !faults_.empty() || is_unseen) {
            ++skipped_;
            return;
        }
        if (states_.size() >= max_depth) return unknown("nesting more than 32 deep");
        states_.push_back(states_.empty() ? SvgState{} : states_.back());
        if ((states_.size() == 1) != (name == "svg"))
            return unknown("`" + std::string(name) + (name == "svg" ? "` inside another" : "` as the outermost element"));
        if (name == "svg") read_view_box(attributes);
        if (name != "svg" && name != "g" && !is_svg_shape(name)) return unknown("`" + std::string(name) + "`");
        read_state(name, attributes);
        if (faults_.empty() && name != "svg" && name != "g") shape(name, attributes);
    }

    void end_sheet() {
        in_sheet_ = false;
        if (class_is_read_)
            return fault("svg-feature", "`style` stands behind what it is for", "move it to the top of the drawing");
        if (const auto other = sheet_.add(sheet_text_)) unknown("`" + other->substr(0, 40) + "` in `style`");
        sheet_text_.clear();
    }

    /// A drawing without a view box fills the size that it asks for. SVG 1.1 7.2.
    void read_view_box(const SvgAttributes& attributes) {
        std::string_view text = attributes.find("viewBox");
        std::array<std::int64_t, 4> box{};
        bool sound = true;
        if (text.empty()) {
            const auto width = attributes.length("width"), height = attributes.length("height");
            sound = width && height;
            if (sound) box = {0, 0, width->millipoints, height->millipoints};
        } else
            for (std::int64_t& number : box) {
                const auto taken = take_number(text);
                sound = sound && taken;
                if (taken) number = *taken;
            }
        if (!sound || box[2] <= 0 || box[3] <= 0)
            return fault("svg-size", "the drawing has no `viewBox`",
                         "write one, for example `viewBox=\"0 0 120 120\"`");
        drawing_.width = {box[2]};
        drawing_.height = {box[3]};
        states_.back().transform.e = {-box[0]};
        states_.back().transform.f = {-box[1]};
    }

    /// What a class says counts more than an attribute, and `style` most. CSS 2.1 6.4.4, 6.4.1.
    void read_state(std::string_view element, const SvgAttributes& attributes) {
        SvgState& state = states_.back();
        attributes.for_each([&](std::string_view name, std::string_view value) {
            if (name == "class" || name == "style" || is_svg_geometry(element, name) || name.starts_with("aria-") ||
                name.starts_with("data-") || std::ranges::find(harmless, name) != harmless.end() ||
                name.find('|') != name.npos || (element == "svg" && (name == "x" || name == "y")))
                return;
            if (read_svg_property(state, name, value) != SvgReading::taken)
                unknown("`" + std::string(name) + "=\"" + std::string(value.substr(0, 40)) + "\"`");
        });
        const std::string_view classes = attributes.find("class");
        class_is_read_ = class_is_read_ || !classes.empty();
        if (const auto other = sheet_.apply(state, classes)) unknown("`" + other->substr(0, 40) + "` in `style`");
        if (const auto other = read_svg_declarations(state, attributes.find("style")))
            unknown("`" + other->substr(0, 40) + "` in `style`");
    }

    void shape(std::string_view name, const SvgAttributes& attributes) {
        auto segments = svg_shape(name, attributes);
        if (!segments) return unknown("the shape of this `" + std::string(name) + "`");
        add(*std::move(segments));
    }

    void add(std::vector<PathSegment> segments) {
        const SvgState& state = states_.back();
        const bool is_filled = state.fill && state.fill_shows, is_stroked = state.is_stroked && state.stroke_shows;
        if (segments.empty() || state.is_gone || state.is_hidden || (!is_filled && !is_stroked)) return;
        if (drawing_.paths.size() == max_svg_paths)
            return fault("svg-size", "the drawing has more than 1000 paths", "simplify it");
        VectorPath path{std::move(segments), is_filled ? state.fill : std::nullopt, state.fill_rule, {}};
        if (is_stroked) {
            path.stroke = state.stroke;
            path.stroke.width = state.transform.scale(state.stroke.width);
        }
        const Length reach = std::max(drawing_.width, drawing_.height) * max_reach;
        bool is_near = path.stroke.width <= reach;
        for_each_point(path, [&](Point& point) {
            point = state.transform.apply(point);
            is_near = is_near && std::max({point.x, -point.x, point.y, -point.y}) <= reach;
        });
        if (!is_near)
            return fault("svg-size", "a shape reaches far beyond the view box",
                         "draw inside `viewBox`, which is what has the logo's size");
        drawing_.paths.push_back(std::move(path));
    }

    std::string_view text_;
    SourceId source_;
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free> parser_;
    std::vector<SvgState> states_;
    std::size_t skipped_ = 0; ///< elements open inside one that is passed over, and it
    SvgStyleSheet sheet_;
    std::string sheet_text_;
    bool in_sheet_ = false, class_is_read_ = false;
    VectorImage drawing_;
    Diagnostics faults_;
};

} // namespace

Result<VectorImage> read_svg(const SourceMap& sources, SourceId source) {
    const std::string_view text = sources.at(source).text;
    if (text.size() > max_svg_bytes)
        return Diagnostic{"load.svg-size", "the drawing has more than 500 kB", "simplify it",
                          {source, 0, 0},  {},
                          Severity::error, Blame::configuration};
    return SvgReader(text, source).read();
}

} // namespace presskit::load
