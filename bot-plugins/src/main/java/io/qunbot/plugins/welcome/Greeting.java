package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Template;
import io.qunbot.plugin.say.LinkForm;
import io.qunbot.plugin.say.Material;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Written;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What to say to newcomers, at all times or at some time of day.
 *
 * @param until exclusive; earlier than {@code from} means the next morning
 * @param way the states of join ways; empty for everybody
 */
@Written(examples = "欢迎 {{names}}!")
public record Greeting(
        @Doc(zh = "欢迎的话", en = "the words") Template text,
        @Doc(zh = "跟着发的一张图片(png、jpg)", en = "a picture (PNG or JPG) that follows") Optional<Located<Material>> image,
        @Doc(zh = "跟着发的一个文件", en = "a file that follows") Optional<Located<Material>> file,
        @Doc(zh = "跟着发的一个链接", en = "a link that follows") Optional<LinkForm> link,
        @Doc(zh = "从几点起,例如 06:00", en = "from what time of day, such as 06:00") Optional<LocalTime> from,
        @Doc(zh = "到几点前", en = "before what time of day") Optional<LocalTime> until,
        @Doc(zh = "只欢迎从这些来源(入群二维码的 state)来的人", en = "only for those who came by join ways with one of these states") List<String> way) {

    public Greeting {
        way = List.copyOf(way);
    }

    /** A plain text greets at all times. */
    public static Greeting parse(String text) {
        return new Greeting(Template.parse(text), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of());
    }

    /** The words, and what follows them. */
    Saying saying() {
        return new Saying(Optional.of(text), Optional.empty(), image, file, link, Optional.empty());
    }

    /** @param ways by which those came who joined, as far as that is known */
    boolean isFor(LocalTime time, List<String> ways) {
        return isFor(time) && (way.isEmpty() || (!ways.isEmpty() && way.containsAll(ways)));
    }

    private boolean isFor(LocalTime time) {
        LocalTime start = from.orElse(LocalTime.MIN);
        LocalTime end = until.orElse(LocalTime.MAX);
        boolean afterStart = !time.isBefore(start);
        boolean beforeEnd = time.isBefore(end) || until.isEmpty();
        return start.isAfter(end) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
