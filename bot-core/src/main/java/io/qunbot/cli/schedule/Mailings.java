package io.qunbot.cli.schedule;

import io.qunbot.bot.campaign.Books;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.schedule.Slot;
import io.qunbot.store.CampaignState;
import io.qunbot.store.Store;
import io.qunbot.yaml.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When campaigns are due; who gets them is known only then. */
record Mailings(RuleBook book, Store store) {

    private static final String SEGMENT = "segment:";
    private static final Words QUIET = new Words("静默时段(quiet)之后", "after the quiet hours");
    private static final Words PAUSED = new Words("已暂停", "it is paused");
    private static final Words WATCHED = new Words("watch:只记录名单", "watch: only the list is recorded");

    /** How segments are called where groups are. */
    static Map<String, String> names(RuleBook book) {
        Map<String, String> names = new HashMap<>();
        new Books(book).all().forEach(entry -> names.put(SEGMENT + entry.campaign().segment().value(),
                "分群 " + entry.campaign().segment().value()));
        return names;
    }

    List<Slot> between(Instant from, Instant until) {
        List<Slot> slots = new ArrayList<>();
        for (Books.Entry entry : new Books(book).all()) {
            Optional<Instant> next = entry.campaign().slots().next(from.minusMillis(1));
            while (next.isPresent() && next.get().isBefore(until)) {
                slots.add(slot(entry, next.get()));
                next = entry.campaign().slots().next(next.get());
            }
        }
        return slots;
    }

    private Slot slot(Books.Entry entry, Instant time) {
        Campaign campaign = entry.campaign();
        ZoneId zone = entry.profile().services().zone();
        Optional<Instant> quiet = entry.profile().services().quietUntil(time);
        Optional<Words> silent = silent(entry);
        String words = campaign.words().apply(time).map(Body::plain).orElse("");
        return new Slot(new Chat(new ChatId(SEGMENT + campaign.segment().value()), ChatKind.DIRECT, ""),
                entry.profile().id(), zone, campaign.plugin(), campaign.name(), "", "", time,
                silent.isPresent() ? Optional.empty() : Optional.of(quiet.orElse(time)), "campaign", List.of(), words,
                silent.or(() -> quiet.map(_ -> QUIET)), Optional.empty());
    }

    private Optional<Words> silent(Books.Entry entry) {
        boolean paused = store.campaigns().state(entry.profile().id(), entry.campaign().name())
                .filter(CampaignState::paused).isPresent();
        boolean watched = entry.profile().mode().autonomy().least(entry.campaign().most()) == Autonomy.WATCH;
        return paused ? Optional.of(PAUSED) : watched ? Optional.of(WATCHED) : Optional.empty();
    }
}
