package io.qunbot.bot;

import io.qunbot.bot.publish.Edit;
import io.qunbot.chat.MemberId;
import io.qunbot.rota.Rota;
import io.qunbot.rota.RotaEdit;
import io.qunbot.rota.RotaFiles;
import io.qunbot.rota.Rotas;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is on duty, for whoever asks, and leave and swaps, written into the rota's own file. */
public final class Duties {

    private static final Pattern ACCOUNT = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

    private Duties() {}

    /**
     * Some time in which the same people are on duty. Times are ISO 8601, UTC.
     *
     * @param title may be empty
     * @param zone the rota's own, in which people read it
     * @param who accounts; empty when nobody is on duty
     */
    public record Entry(String rota, String title, String zone, String from, String until, List<String> who) {
        public Entry {
            who = List.copyOf(who);
        }
    }

    /**
     * A leave, or two who swap.
     *
     * @param rota empty when there is only one
     * @param other who swaps with them; empty for a leave
     * @param substitute may be empty; so it always is of a swap
     */
    public record Change(String rota, String who, String other, LocalDate from, LocalDate until, String substitute) {}

    /** @param name empty for all */
    public static List<Entry> plan(Rotas rotas, String name, Instant from, int days) {
        Instant begin = from.truncatedTo(ChronoUnit.MINUTES);
        return rotas.all().stream().filter(rota -> name.isEmpty() || rota.name().equals(name))
                .flatMap(rota -> rota.plan(begin, begin.plus(Duration.ofDays(days))).stream()
                        .map(span -> entry(rota, span)))
                .toList();
    }

    private static Entry entry(Rota rota, Rota.Span span) {
        return new Entry(rota.name(), rota.settings().title().orElse(""), rota.settings().zone().getId(),
                span.from().toString(), span.until().toString(), span.who().stream().map(MemberId::value).toList());
    }

    /**
     * Writes a change into the rota's file, unless there would be a mistake in it.
     *
     * @return who is on duty on those days then
     * @throws Refused when it can't be done
     */
    public static List<Entry> change(Home home, Change change) {
        Stream.of(change.who(), change.other(), change.substitute()).filter(account -> !account.isEmpty())
                .filter(account -> !ACCOUNT.matcher(account).matches()).findFirst().ifPresent(account -> {
                    throw new Refused("这不是同事的账号:" + account, "this is no colleague's account: " + account);
                });
        SortedMap<String, byte[]> files = RuleFiles.scan(home).files();
        String path = path(files, change.rota());
        byte[] before = Optional.ofNullable(files.get(path)).orElseThrow();
        byte[] after = edited(before, change).getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();
        Rota rota = RotaFiles.read(path, after, problems).orElseThrow(() -> wrong(path, problems));
        write(home, path, Map.of(path, before), Map.of(path, after));
        return rota.plan(change.from().atStartOfDay(rota.settings().zone()).toInstant(),
                change.until().plusDays(1).atStartOfDay(rota.settings().zone()).toInstant()).stream()
                .map(span -> entry(rota, span)).toList();
    }

    private static String path(SortedMap<String, byte[]> files, String name) {
        List<String> rotas = files.keySet().stream().filter(RotaFiles::isRota)
                .filter(path -> name.isEmpty() || RotaFiles.name(path).equals(name)).toList();
        if (rotas.size() != 1) {
            String known = String.join("、", files.keySet().stream().filter(RotaFiles::isRota).map(RotaFiles::name)
                    .toList());
            throw rotas.isEmpty()
                    ? new Refused(
                            "没有 " + (name.isEmpty() ? "值班表" : name + " 这张值班表") + ":写一个 config/rota/oncall.yaml;现有:"
                                    + known,
                            "there is no such rota; write config/rota/oncall.yaml. There are: " + known)
                    : new Refused("有几张值班表,写明是哪一张:" + known, "there are several rotas, name one: " + known);
        }
        return rotas.getFirst();
    }

    private static String edited(byte[] before, Change change) {
        String text = new String(before, StandardCharsets.UTF_8);
        boolean leave = change.other().isEmpty();
        String item = leave
                ? RotaEdit.leave(change.who(), change.from(), change.until(),
                        Optional.of(change.substitute()).filter(account -> !account.isEmpty()))
                : RotaEdit.swap(change.who(), change.other(), change.from(), change.until());
        return RotaEdit.add(text, leave ? "leave" : "swap", item).orElseThrow(() -> new Refused(
                "这张表的写法改不了,请自己加一行:- " + item, "this file cannot be edited; add a line yourself: - " + item));
    }

    private static Refused wrong(String path, Problems problems) {
        return new Refused("这样写 " + path + " 就有错误了,没有改:\n" + new ProblemPrinter(Language.ZH).text(problems.all()),
                "with this " + path + " would have mistakes; nothing was changed:\n"
                        + new ProblemPrinter(Language.EN).text(problems.all()));
    }

    private static void write(Home home, String path, Map<String, byte[]> before, Map<String, byte[]> after) {
        try {
            Rewriting.of(home, Edit.between(new TreeMap<>(before), new TreeMap<>(after)), new TreeMap<>(after));
        } catch (IOException failure) {
            throw new Refused("写不了 " + path + ":" + failure.getMessage(),
                    path + " cannot be written: " + failure.getMessage());
        }
    }
}
