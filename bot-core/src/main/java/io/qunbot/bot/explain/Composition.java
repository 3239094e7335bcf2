package io.qunbot.bot.explain;

import io.qunbot.bot.explain.Explanation.Said;
import io.qunbot.chat.Action;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.dispatch.Preview.Outlook;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Trace;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.store.OutboxRow;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts an explanation together. */
final class Composition {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Situation situation;

    Composition(Situation situation) {
        this.situation = situation;
    }

    /** What would happen. */
    Explanation of(Event.Said said, Outlook outlook, List<TraceLine> core, Situation.InForce rules, Instant now) {
        List<TraceLine> lines = new ArrayList<>(core);
        lines.addAll(Trace.lines(outlook.decision()));
        List<Said> words = new ArrayList<>();
        outlook.answer().ifPresent(text -> words.add(new Said("would answer", "", text, rule(outlook.decision()), "",
                "", "")));
        outlook.words().forEach(row -> words.add(said("would " + row.kind(), row, "")));
        return of(said, "", outlook.profile(), rules, rules.book().version(), lines, words, now);
    }

    private static String rule(Decision decision) {
        return decision.actions().stream().filter(wanted -> wanted.action() instanceof Action.Say)
                .map(wanted -> wanted.plugin() + "/" + ((Action.Say) wanted.action()).rule())
                .findFirst().orElse("");
    }

    /**
     * What the profile hides is hidden here, too: whoever asks is a reader like others.
     *
     * @param event empty when it was made up
     */
    Explanation of(Event.Said said, String event, Profile profile, Situation.InForce rules, String version,
            List<TraceLine> lines, List<Said> words, Instant now) {
        Masks masks = profile.masks();
        List<TraceLine> shown = lines.stream().map(line -> line.told(masks::in)).toList();
        List<Said> spoken = words.stream().map(each -> each.under(masks)).toList();
        Chat chat = said.chat();
        Optional<Place> claim = rules.book().lineOf(chat, situation.preview().lane(chat).firstName());
        String role = profile.services().isStaff(said.by()) ? "staff" : "member";
        return new Explanation(new Conclusion(shown, spoken).answer(), event, !event.isEmpty(),
                new Explanation.Scene(chat.id().value(), lower(chat.kind()), chat.channel(),
                        masks.member(said.by().value()),
                        role,
                        time(now, profile.services().zone())),
                masks.in(said.content().text()), Normalizer.normalize(masks.in(said.content().words())).core(),
                new Explanation.Rules(profile.id(), profile.title(), lower(profile.mode()),
                        claim.map(Place::toString).orElse(""), version),
                profile.stages().stream().map(Installed::plugin).toList(), shown, spoken);
    }

    static Said said(String how, OutboxRow row, String at) {
        return new Said(how, row.recipient(), row.plain(), row.plugin() + "/" + row.rule(), at, row.outcome().name(),
                row.reason());
    }

    static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
