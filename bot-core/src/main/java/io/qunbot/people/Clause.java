package io.qunbot.people;

import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold of somebody, all of it together. */
@Doc(zh = "哪些人:写到的都要满足;写成列表时满足其一", en = "which people: within one map all must hold; of a list, one")
public record Clause(
        @Doc(zh = "这些标签都有", en = "they have all of these tags") List<Located<String>> all,
        @Doc(zh = "有其中任何一个标签", en = "they have one of these tags") List<Located<String>> any,
        @Doc(zh = "一个也没有", en = "they have none of these tags") List<Located<String>> none,
        @Doc(zh = "在其中一个阶段", en = "they are at one of these stages") List<String> stage,
        @Doc(zh = "是其中一种人:member、staff、owner、manager、expert、active(活跃)、lurker(潜水),或 staff 里的岗位", en = "they are one of these: member, staff, owner, manager, expert, active, lurker, or a post named under staff") List<Located<String>> role,
        @Doc(zh = "从其中一个来源(入群二维码的 state)来", en = "they came by one of these join ways (its state)") List<String> way,
        @Doc(zh = "在其中一个分群里", en = "they are in one of these segments") List<Located<String>> in,
        @Key("not_in") @Doc(zh = "不在这些分群里", en = "they are in none of these segments") List<Located<String>> notIn,
        @Key("quiet_for") @Doc(zh = "这么久没说过话;从来没说过的也算", en = "they said nothing for so long, or ever") Optional<Duration> quietFor,
        @Key("spoke_within") @Doc(zh = "最近这么久里说过话", en = "they said something within so long") Optional<Duration> spokeWithin,
        @Doc(zh = "至少这么多分", en = "they have at least so many points") Optional<Integer> points,
        @Key("points_below") @Doc(zh = "分数比这个少", en = "they have fewer points than this") Optional<Integer> pointsBelow) {

    public Clause {
        all = List.copyOf(all);
        any = List.copyOf(any);
        none = List.copyOf(none);
        stage = List.copyOf(stage);
        role = List.copyOf(role);
        way = List.copyOf(way);
        in = List.copyOf(in);
        notIn = List.copyOf(notIn);
    }

    /** The tags that it asks for. */
    Stream<Located<String>> tags() {
        return Stream.of(all, any, none).flatMap(List::stream);
    }

    /** The segments that it is made of. */
    Stream<Located<String>> parts() {
        return Stream.concat(in.stream(), notIn.stream());
    }

    /** Whether it asks for nothing at all. */
    boolean isEmpty() {
        return tags().findAny().isEmpty() && parts().findAny().isEmpty() && stage.isEmpty() && role.isEmpty()
                && way.isEmpty() && quietFor.isEmpty() && spokeWithin.isEmpty() && points.isEmpty()
                && pointsBelow.isEmpty();
    }
}
