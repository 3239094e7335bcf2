package io.qunbot.bot.member;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Person;
import io.qunbot.store.CampaignTables;
import io.qunbot.store.Campaigns;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How many are in a segment.
 *
 * @param before how many there were a week ago or, where nobody counted so long ago, at the first count; -1 when today
 *            is the first
 * @param since the day of that count; empty when there is none
 * @param unreachable how many could be written to by nobody
 * @param optedOut how many want nothing
 */
public record Headcount(String segment, int members, int before, String since, int unreachable, int optedOut) {

    private static final int WEEK = 7;

    /**
     * Counts the segments that a profile knows, or those of {@code config/tags.yaml}.
     *
     * @param only the one that is meant; empty for all
     * @param unreachable whether nobody could write to somebody
     */
    public static List<Headcount> all(Census census, String profile, String only, Store store,
            Predicate<MemberId> unreachable, LocalDate today) {
        Map<String, Campaigns.Size> before = store.campaigns().sizes(profile, today.minusDays(WEEK));
        Map<String, Campaigns.Size> younger = store.campaigns().sizes(profile, today.minusDays(1));
        return census.segments(profile).stream().filter(name -> only.isEmpty() || name.equals(only)).map(name -> {
            List<Person> found = census.in(name, profile).orElse(List.of());
            Optional<Campaigns.Size> then = Optional.ofNullable(before.get(name))
                    .or(() -> Optional.ofNullable(younger.get(name)));
            return new Headcount(name, found.size(), then.map(Campaigns.Size::members).orElse(-1),
                    then.map(size -> size.day().toString()).orElse(""), count(found, person -> !person.optedOut()
                            && unreachable.test(person.id())),
                    count(found, Person::optedOut));
        }).toList();
    }

    private static int count(List<Person> people, Predicate<Person> meant) {
        return (int) people.stream().filter(meant).count();
    }

    /** Keeps the figures of a day, for those who look a week later. */
    public static void keep(List<Headcount> counts, String profile, Store store, LocalDate today) {
        SmallUnit unit = new SmallUnit("the sizes of segments", tables -> {
            for (Headcount count : counts) {
                CampaignTables.counted(tables, new Campaigns.Size(today, profile, count.segment(), count.members()));
            }
        });
        store.writer().submit(unit);
        unit.awaitEnd();
    }
}
