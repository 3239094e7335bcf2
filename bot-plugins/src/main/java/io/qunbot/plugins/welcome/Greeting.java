package io.qunbot.plugins.welcome;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Segment;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.say.LinkForm;
import io.qunbot.plugin.say.Material;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Written;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * What to say to newcomers: to all, or to some, at all times or at some time of day.
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
        @Doc(zh = "只欢迎从这些来源(入群二维码的 state)来的人", en = "only for those who came by join ways with one of these states") List<String> way,
        @Doc(zh = "只欢迎这些人邀请来的:staff 里的岗位、账号,或者 成员(不是同事的人)", en = "only for those whom these invited: a post of staff, an account, or 成员 for anybody who is no colleague") List<String> inviter,
        @Doc(zh = "只欢迎有其中一个标签的人", en = "only for those with one of these tags") List<String> tag,
        @Doc(zh = "只欢迎在其中一个分群里的人", en = "only for those in one of these segments") List<Located<String>> in,
        @Doc(zh = "只说给以前来过、现在又回来的人;没有写这样一条时说“欢迎回来”", en = "only for those who were here before; without such an entry they get 欢迎回来") boolean back) {

    /** Stands for whoever is no colleague. */
    static final List<String> MEMBER = List.of("成员", "member");

    public Greeting {
        way = List.copyOf(way);
        inviter = List.copyOf(inviter);
        tag = List.copyOf(tag);
        in = List.copyOf(in);
    }

    /** A plain text greets at all times. */
    public static Greeting parse(String text) {
        return new Greeting(Template.parse(text), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), List.of(), false);
    }

    /** The words, and what follows them. */
    Saying saying() {
        return new Saying(Optional.of(text), Optional.empty(), image, file, link, Optional.empty());
    }

    /** Whether it greets anybody whosoever, at all times. */
    boolean isForAll() {
        return from.isEmpty() && until.isEmpty() && isForStrangers();
    }

    private boolean isForStrangers() {
        return way.isEmpty() && inviter.isEmpty() && tag.isEmpty() && in.isEmpty() && !back;
    }

    /** Whether it greets people of whom nothing is known. */
    boolean isForStrangers(LocalTime time) {
        return isFor(time) && isForStrangers();
    }

    /** @param returns whether they were here before */
    boolean isFor(LocalTime time, Person person, boolean returns, Instant now, PluginServices services) {
        return isFor(time) && back == returns && Segment.isIn(in, person, now, services)
                && (way.isEmpty() || person.way().filter(way::contains).isPresent())
                && (tag.isEmpty() || tag.stream().anyMatch(person.tags()::contains))
                && (inviter.isEmpty() || person.inviter().filter(who -> isInviter(who, services)).isPresent());
    }

    private boolean isInviter(MemberId who, PluginServices services) {
        return inviter.stream().anyMatch(each -> MEMBER.contains(each)
                ? !services.isStaff(who)
                : services.holds(each, who) || who.value().equals(each));
    }

    private boolean isFor(LocalTime time) {
        LocalTime start = from.orElse(LocalTime.MIN);
        LocalTime end = until.orElse(LocalTime.MAX);
        boolean afterStart = !time.isBefore(start);
        boolean beforeEnd = time.isBefore(end) || until.isEmpty();
        return start.isAfter(end) ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
