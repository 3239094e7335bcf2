package io.qunbot.bot.report.form;

import io.qunbot.bot.report.Part.Picture;
import io.qunbot.yaml.Language;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Draws bars: small enough for a phone, sharp on paper, with a number on each. */
final class Svg {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 150;
    private static final int TOP = 18;
    private static final int BOTTOM = 20;
    /** More labels would run into each other. */
    private static final int LABELS = 16;

    private final Language language;

    Svg(Language language) {
        this.language = language;
    }

    String of(Picture picture) {
        double up = most(picture.up());
        double down = most(picture.down());
        double scale = (HEIGHT - TOP - BOTTOM - (down > 0 ? TOP : 0)) / Math.max(1e-9, up + down);
        double zero = TOP + up * scale;
        double step = (double) WIDTH / Math.max(1, picture.labels().size());
        StringBuilder svg = new StringBuilder("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" role=\"img\" aria-label=\"" + HtmlForm.escape(picture.title().in(language)) + "\">");
        svg.append("<line").append(at("x1", 0)).append(at("x2", WIDTH)).append(at("y1", zero)).append(at("y2", zero))
                .append(" class=\"axis\"/>");
        int every = Math.max(1, (picture.labels().size() + LABELS - 1) / LABELS);
        for (int i = 0; i < picture.labels().size(); i++) {
            bar(svg, i * step, step, zero, picture.up().get(i) * scale, picture.up().get(i), "up");
            if (i < picture.down().size()) {
                bar(svg, i * step, step, zero, -picture.down().get(i) * scale, picture.down().get(i), "down");
            }
            if (i % every == 0) {
                text(svg, i * step + step / 2, HEIGHT - 4, picture.labels().get(i), "label");
            }
        }
        return svg.append("</svg>").toString();
    }

    private static double most(List<Double> values) {
        return Stream.concat(values.stream(), Stream.of(0.0)).mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** @param height negative for one that hangs down */
    private static void bar(StringBuilder svg, double left, double step, double zero, double height, double value,
            String style) {
        if (value <= 0) {
            return;
        }
        double width = Math.min(step * 0.7, 36);
        double top = height > 0 ? zero - height : zero;
        svg.append("<rect").append(at("x", left + (step - width) / 2)).append(at("y", top)).append(at("width", width))
                .append(at("height", Math.abs(height))).append(" class=\"").append(style).append("\"/>");
        if (step >= 14) {
            String written = value == Math.rint(value)
                    ? String.valueOf(Math.round(value))
                    : String.format(Locale.ROOT, "%.1f", value);
            text(svg, left + step / 2, height > 0 ? top - 4 : top - height + 12, written, "value");
        }
    }

    private static void text(StringBuilder svg, double x, double y, String words, String style) {
        svg.append("<text").append(at("x", x)).append(at("y", y)).append(" class=\"").append(style).append("\">")
                .append(HtmlForm.escape(words)).append("</text>");
    }

    private static String at(String name, double number) {
        return " " + name + "=\"" + String.format(Locale.ROOT, "%.1f", number) + "\"";
    }
}
