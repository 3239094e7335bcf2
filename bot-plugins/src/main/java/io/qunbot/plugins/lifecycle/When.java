package io.qunbot.plugins.lifecycle;

import io.qunbot.chat.Event;
import io.qunbot.plugin.Person;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When somebody moves on. */
@Doc(zh = "什么时候,写到的都要满足", en = "when, all together")
public record When(
        @Doc(zh = "有其中一个标签", en = "they have one of these tags") List<String> tag,
        @Doc(zh = "成交 won 或没成 lost", en = "a deal was won, or lost") Optional<Deal> deal,
        @Doc(zh = "现在在其中一个阶段", en = "they are at one of these stages") List<String> stage,
        @Doc(zh = "至少这么多分", en = "they have so many points at least") Optional<Integer> points,
        @Doc(zh = "在现在的阶段至少这么久", en = "they have been at their stage for so long at least") Optional<Duration> after,
        @Doc(zh = "刚进群", en = "they joined a group") boolean joined) {

    /** How a deal ended. */
    enum Deal {
        WON,
        LOST
    }

    public When {
        tag = List.copyOf(tag);
        stage = List.copyOf(stage);
    }

    boolean isEmpty() {
        return tag.isEmpty() && deal.isEmpty() && stage.isEmpty() && points.isEmpty() && after.isEmpty() && !joined;
    }

    /**
     * Whether it is so, and something of it has just become so.
     *
     * @param stay for how long they have been at their stage
     */
    boolean becomes(Event event, Person person, String stageNow, Duration stay) {
        boolean tooSoon = after.filter(least -> stay.compareTo(least) < 0).isPresent();
        return !tooSoon && holds(event, person, stageNow) && (after.isPresent() || isNew(event));
    }

    private boolean holds(Event event, Person person, String stageNow) {
        return (tag.isEmpty() || tag.stream().anyMatch(person.tags()::contains))
                && (deal.isEmpty() || isDealt(event))
                && (stage.isEmpty() || stage.contains(stageNow))
                && points.filter(least -> person.points() < least).isEmpty()
                && (!joined || isJoining(event));
    }

    private boolean isNew(Event event) {
        return switch (event) {
            case Event.Tagged tagged -> tag.stream().anyMatch(tagged.added()::contains);
            case Event.Known known -> (points.isPresent() && known.fact().equals(Person.POINTS))
                    || (!stage.isEmpty() && known.fact().equals(Person.STAGE));
            default -> isDealt(event) || isJoining(event);
        };
    }

    private boolean isDealt(Event event) {
        return event instanceof Event.Attested said && said.what().equals(Event.Attested.DEAL)
                && deal.filter(wanted -> said.value().startsWith(wanted == Deal.WON ? "won" : "lost")).isPresent();
    }

    private boolean isJoining(Event event) {
        return joined && event instanceof Event.Custom custom && custom.kind().equals(Doorman.JOINED);
    }
}
