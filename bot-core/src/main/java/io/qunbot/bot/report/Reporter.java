package io.qunbot.bot.report;

import io.qunbot.bot.Refused;
import io.qunbot.chat.Chat;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes reports of a profile or a group. Thread-safe. */
public final class Reporter {

    private static final DateTimeFormatter MADE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Store store;
    private final RuleBook book;
    private final Gathering gathering;

    public Reporter(Store store, RuleBook book, Gathering gathering) {
        this.store = store;
        this.book = book;
        this.gathering = gathering;
    }

    /**
     * What is wanted.
     *
     * @param target a profile's id, a group's id or a group's name
     * @param week as ISO 8601 names it, or {@code last} or {@code this}; empty for none
     * @param from the first day; empty for none
     * @param to the last day; empty for none
     */
    public record Wish(String target, String week, String from, String to) {}

    /** @throws Refused when nothing is called so, or the days make no sense */
    public Report of(Wish wish, Instant now) {
        Optional<LaneRow> group = book.profile(wish.target()).isPresent() ? Optional.empty() : group(wish.target());
        Profile profile = book.profile(wish.target()).or(() -> group.flatMap(this::profileOf))
                .orElseThrow(() -> new Refused("没有叫 “" + wish.target() + "” 的配置或群。配置有:" + ids(),
                        "there is no profile or group '" + wish.target() + "'; profiles: " + ids()));
        Range range = range(wish, profile, now);
        List<LaneRow> lanes = store.chats().stream().filter(lane -> profileOf(lane).map(Profile::id)
                .filter(profile.id()::equals).isPresent()).toList();
        Material material = gathering.of(profile, range, lanes, group);
        return new Report(group.map(_ -> material.places().getFirst().name()).orElse(profile.title()), profile.id(),
                material.places().size(), range.toString(), MADE.format(now.atZone(profile.services().zone())),
                Sections.ALL.stream().flatMap(section -> section.of(material).stream()).toList());
    }

    private Optional<LaneRow> group(String target) {
        List<LaneRow> chats = store.chats();
        return chats.stream().filter(lane -> lane.id().subject().equals(target)).findFirst()
                .or(() -> chats.stream().filter(lane -> gathering.nameOf(lane).equals(target)).findFirst());
    }

    private Optional<Profile> profileOf(LaneRow lane) {
        Optional<Chat> chat = lane.chat();
        return chat.map(known -> book.profileOf(known, lane.firstName()));
    }

    private String ids() {
        return book.profiles().stream().map(Profile::id).distinct().collect(Collectors.joining("、"));
    }

    private static Range range(Wish wish, Profile profile, Instant now) {
        try {
            return Wanted.range(wish, profile.services().zone(), now);
        } catch (IllegalArgumentException wrong) {
            throw new Refused("看不懂日期:--week 2026-W48,或者 --from 2026-11-23 --to 2026-11-29(" + wrong.getMessage() + ")",
                    "the days make no sense: --week 2026-W48, or --from 2026-11-23 --to 2026-11-29 ("
                            + wrong.getMessage() + ")");
        }
    }
}
