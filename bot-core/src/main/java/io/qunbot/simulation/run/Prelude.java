package io.qunbot.simulation.run;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.roll.Given;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What was before a case begins, lived through by the same bot: the group is known, and its members joined. */
record Prelude(Script script, ZoneId zone, VirtualBot bot, Chat chat, Actors actors) {

    private static final LocalTime JOINING = LocalTime.of(12, 0);
    /** A topic that is due when the case begins belongs to it. */
    private static final Duration BEFORE = Duration.ofMinutes(1);

    /** When the bot has to be there. */
    static Instant begin(Script script, ZoneId zone) {
        Instant start = script.start().atZone(zone).toInstant().minus(BEFORE);
        return script.given().joined().values().stream().map(day -> joining(day, zone)).filter(start::isAfter)
                .min(Instant::compareTo).orElse(start);
    }

    private static Instant joining(LocalDate day, ZoneId zone) {
        return day.atTime(JOINING).atZone(zone).toInstant();
    }

    void play() {
        if (chat.kind() != ChatKind.DIRECT) {
            bot.meet(chat);
        }
        script.given().joined().entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(joined -> {
            Instant time = joining(joined.getValue(), zone);
            if (time.isAfter(bot.now())) {
                bot.pass(time);
            }
            actors.act(new Step.Joins(List.of(joined.getKey())));
        });
        bot.pass(script.start().atZone(zone).toInstant().minusMillis(1));
        if (chat.kind() != ChatKind.DIRECT) {
            script.given().facts().forEach(this::tell);
        }
    }

    /** A plugin gets to know what was so; what it makes of it is its own. */
    private void tell(String plugin, List<List<String>> facts) {
        bot.deliver(new Event.Custom(bot.newId(VirtualBot.CHANNEL), bot.now(), chat.lane(), plugin, Given.KIND,
                new Given(facts).payload()));
    }
}
