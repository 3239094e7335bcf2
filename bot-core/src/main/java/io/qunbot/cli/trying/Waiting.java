package io.qunbot.cli.trying;

import io.qunbot.chat.MemberId;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.simulation.run.Wordings;
import io.qunbot.store.OutboxRow;
import io.qunbot.transcript.Cast;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells of drafts and tells that wait until colleagues are there again. */
final class Waiting {

    /** What comes within this is seen soon enough. */
    private static final Duration SOON = Duration.ofMinutes(30);

    private final VirtualBot bot;
    private final Screen screen;
    private long last;

    Waiting(VirtualBot bot, Screen screen) {
        this.bot = bot;
        this.screen = screen;
    }

    /** @return whether there was anything new to tell */
    boolean show(Cast cast, ZoneId zone) {
        List<OutboxRow> waiting = bot.waitingForColleagues().stream()
                .filter(words -> words.id() > last && words.due().isAfter(bot.now().plus(SOON))).toList();
        waiting.forEach(words -> {
            last = words.id();
            show(words, cast, zone);
        });
        return !waiting.isEmpty();
    }

    private void show(OutboxRow words, Cast cast, ZoneId zone) {
        LocalDateTime now = LocalDateTime.ofInstant(bot.now(), zone);
        String until = Wordings.time(LocalDateTime.ofInstant(words.due(), zone), now.toLocalDate()).strip();
        String who = Stream.of(words.recipient().split(",", -1)).filter(account -> !account.isEmpty())
                .map(account -> cast.name(new MemberId(account))).collect(Collectors.joining("、"));
        screen.note(words.kind().equals("tell")
                ? screen.words("(同事不在,等到 " + until + " 再告诉 " + who + ": " + words.plain() + ")",
                        "(nobody is there; " + who + " will be told at " + until + ": " + words.plain() + ")")
                : screen.words("(同事不在,给 " + who + " 的草稿等到 " + until + ": " + words.plain() + ")",
                        "(nobody is there; the draft for " + who + " waits until " + until + ": " + words.plain()
                                + ")"));
    }
}
