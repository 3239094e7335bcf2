package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.PluginServices;
import io.qunbot.transcript.Cast;
import io.qunbot.transcript.Step.Way;
import io.qunbot.transcript.Wording;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes what a bot did as a line of a transcript that expects just that. */
public final class Wordings {

    /** Longer texts are expected by their beginning. */
    private static final int LONG = 60;
    private static final int BEGINNING = 30;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MM-dd ", Locale.ROOT);

    private final Cast cast;
    private final PluginServices services;

    public Wordings(Cast cast, PluginServices services) {
        this.cast = cast;
        this.services = services;
    }

    /** @param today the day of the line before */
    public String line(Heard heard, LocalDate today) {
        String head = time(heard.at(), today) + head(heard);
        return heard.way() == Way.WITHDRAW
                ? head
                : head + ": " + (heard.way() == Way.TAG || heard.way() == Way.STAGE ? heard.text() : text(heard));
    }

    /** {@code 09:00 }, with seconds and a date where they are needed. */
    public static String time(LocalDateTime at, LocalDate today) {
        String day = at.toLocalDate().equals(today)
                ? ""
                : at.getYear() == today.getYear() ? DAY.format(at) : at.toLocalDate() + " ";
        return day + (at.getSecond() == 0 ? MINUTE : SECOND).format(at) + " ";
    }

    private String head(Heard heard) {
        return switch (heard.way()) {
            case TELL -> "tell " + addressee(heard.to());
            case DRAFT -> "draft " + addressee(heard.to());
            case WITHDRAW -> "withdraw " + addressee(heard.to());
            case LEAD -> "lead " + cast.name(heard.to().getFirst());
            case STAGE -> "stage " + cast.name(heard.to().getFirst());
            case TASK -> "task";
            case TAG -> "tag " + cast.name(heard.to().getFirst());
            default -> "bot";
        };
    }

    /** The post that has just these colleagues, else the first colleague. */
    private String addressee(List<MemberId> to) {
        Set<MemberId> all = new HashSet<>(to);
        return services.posts().stream().filter(post -> all.equals(new HashSet<>(services.staff(post)))).findFirst()
                .orElseGet(() -> services.posts().stream()
                        .filter(post -> services.staff(post).contains(to.getFirst()) && all.containsAll(services
                                .staff(post)))
                        .findFirst().orElse(cast.name(to.getFirst())));
    }

    private static String text(Heard heard) {
        String plain = Wording.plain(heard.text());
        if (plain.codePointCount(0, plain.length()) <= LONG) {
            return plain.startsWith("~") ? "*" + plain.substring(1) : plain;
        }
        return plain.substring(0, plain.offsetByCodePoints(0, BEGINNING)) + "*";
    }

    /** Colleagues as the case calls them. */
    String names(List<MemberId> to) {
        return to.stream().map(cast::name).collect(Collectors.joining("、"));
    }
}
