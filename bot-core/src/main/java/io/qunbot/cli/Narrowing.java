package io.qunbot.cli;

import io.qunbot.bot.search.Wish;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of the archive is meant; the same options wherever it is read. */
final class Narrowing {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--group", paramLabel = "GROUP", description = "只在这个群:id 或群名 / only in this group, by id or name")
    private String group = "";

    @Option(names = "--who", paramLabel = "WHO", description = "只看这个人:id 或名字;bot 是机器人 / only of this member, by id or name; bot is the bot")
    private String who = "";

    @Option(names = "--from", paramLabel = "TIME", description = "从什么时候起:2026-12-03 或 2026-12-03T09:00 / from when on")
    private String from = "";

    @Option(names = "--to", paramLabel = "TIME", description = "到什么时候为止;写日期时那一天还算 / until when; a day counts whole")
    private String to = "";

    @Option(names = "--type", paramLabel = "TYPE", description = "只看这一类:text、image、link、answer、draft…… / only of this type")
    private String type = "";

    /** What is wanted of it. */
    Wish wish(String words, int most, String page, int context, boolean oldestFirst) {
        return new Wish(words, group, who, type, moment(from, Instant.EPOCH, 0), moment(to, Wish.EVER, 1), most, page,
                context, oldestFirst);
    }

    /** In words, for a heading; empty when all of it is meant. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (String each : new String[]{group, who, from.isEmpty() && to.isEmpty() ? "" : from + " – " + to, type}) {
            words.append(words.isEmpty() || each.isEmpty() ? "" : " · ").append(each);
        }
        return words.toString();
    }

    private Instant moment(String text, Instant usual, int days) {
        if (text.isEmpty()) {
            return usual;
        }
        try {
            return read(text.strip().replace(' ', 'T'), days);
        } catch (DateTimeException none) {
            throw new ParameterException(spec.commandLine(), "“" + text
                    + "”:时间照这样写 2026-12-03 或 2026-12-03T09:00 (write times like 2026-12-03 or 2026-12-03T09:00)");
        }
    }

    private static Instant read(String text, int days) {
        if (text.indexOf('T') < 0) {
            return LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneId.systemDefault()).toInstant();
        }
        return text.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
    }
}
