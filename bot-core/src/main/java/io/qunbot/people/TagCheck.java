package io.qunbot.people;

import io.qunbot.plugin.Person;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Looks for the mistakes in tags that no single field shows. */
final class TagCheck {

    /** For so many days it is kept who spoke on which of them. */
    private static final Duration LONGEST = Duration.ofDays(60);

    private final Problems problems;
    private final Map<String, Place> seen = new HashMap<>();

    TagCheck(Problems problems) {
        this.problems = problems;
    }

    void check(TagSettings settings) {
        settings.families().forEach((name, family) -> family(name, family.value(), family.place()));
        settings.activity().ifPresent(this::activity);
        new SegmentCheck(new Segments(settings.segments()), new Families(settings.tags()), problems)
                .check(settings.segments());
    }

    private void family(String name, Family family, Place place) {
        if (family.tags().isEmpty()) {
            problems.warn(TagCode.NO_TAGS.id(), place, new Words("家族 “" + name + "” 里没有标签",
                    "the family '" + name + "' has no tags"),
                    new Words("例如 { any: [问价, 想试用] }", "for instance { any: [asked] }"));
        }
        if (family.keep().filter(keep -> keep.isZero() || keep.isNegative()).isPresent()) {
            problems.error(TagCode.NO_TIME.id(), place, new Words("“" + name + "” 的 keep 要比 0 长",
                    "keep of '" + name + "' has to be longer than 0"),
                    new Words("一直保留就不写 keep", "leave it out for good"));
        }
        family.tags().forEach(tag -> {
            tag(tag, family);
            twice(tag, name);
        });
    }

    private void twice(Located<String> tag, String family) {
        Place first = seen.putIfAbsent(tag.value(), tag.place());
        if (first != null) {
            problems.error(TagCode.TWICE.id(), tag.place(),
                    new Words("标签 “" + tag.value() + "” 在第 " + first.line() + " 行已经写过",
                            "the tag '" + tag.value() + "' is already on line " + first.line()),
                    new Words("一个标签只属于一个家族,只写一次:去掉 “" + family + "” 里的这一个",
                            "a tag belongs to one family, once: take it out of '" + family + "'"));
        }
    }

    /** In rules a minus before a tag takes it off, and what begins like a join way is the core's own. */
    private void tag(Located<String> tag, Family family) {
        if (tag.value().isBlank() || tag.value().startsWith("-") || tag.value().startsWith(Person.WAY)) {
            problems.error(TagCode.BAD_NAME.id(), tag.place(),
                    new Words("标签不能是空的,也不能以 “-” 或 “" + Person.WAY + "” 开头",
                            "a tag is not empty and does not begin with '-' or '" + Person.WAY + "'"),
                    Words.NONE);
        }
        if (tag.value().equals(Person.OPTED_OUT) && (family.keep().isPresent() || family.one().contains(tag))) {
            problems.error(TagCode.BAD_NAME.id(), tag.place(),
                    new Words("“" + Person.OPTED_OUT + "” 只有本人能收回,不能到期,也不能被别的标签换掉",
                            "only members themselves take back '" + Person.OPTED_OUT
                                    + "': no time and no other tag does"),
                    new Words("从家族里去掉它", "take it out of the family"));
        }
    }

    private void activity(Located<Activity> activity) {
        Duration window = activity.value().window();
        if (window.compareTo(LONGEST) > 0) {
            problems.error(TagCode.LONG_WINDOW.id(), activity.place(),
                    new Words("window 最多 60d", "the window is 60d at most"), Words.NONE);
        } else if (activity.value().days() < 1 || activity.value().days() > window.toDays()) {
            problems.error(TagCode.LONG_WINDOW.id(), activity.place(),
                    new Words("days 要在 1 和 window 的天数之间", "days is between 1 and the days of the window"),
                    new Words("例如 { days: 3, window: 7d }", "for instance { days: 3, window: 7d }"));
        }
    }
}
