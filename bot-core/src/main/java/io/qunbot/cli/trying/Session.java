package io.qunbot.cli.trying;

import io.qunbot.chat.ChatKind;
import io.qunbot.cli.testing.TextResults;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.simulation.run.Actors;
import io.qunbot.simulation.run.Ear;
import io.qunbot.simulation.run.Heard;
import io.qunbot.simulation.run.Reasons;
import io.qunbot.simulation.run.Wordings;
import io.qunbot.transcript.Cast;
import io.qunbot.transcript.Step;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A chat in the terminal, line by line, until it ends. Nothing of it reaches a real group. */
public final class Session {

    private static final List<String> COMMANDS = List.of("/why", "/time", "/as", "/join", "/leave", "/at", "/click",
            "/redeliver", "/restart", "/reload", "/save-test", "/help", "/quit");
    private static final Duration SOON = Duration.ofMinutes(30);
    private static final int MOST_REASONS = 40;

    private final Room room;
    private final VirtualBot bot;
    private final Screen screen;
    private final Actors actors;
    private final Ear ear;
    private final Reasons reasons;
    private final Speakers speakers;
    private final Waiting waiting;
    private Reading rules;
    private Recording recording;

    /** @param people colleagues that are known by name, with their posts */
    public Session(Room room, Reading rules, VirtualBot bot, Map<String, List<Located<String>>> people,
            Screen screen) {
        this.room = room;
        this.rules = rules;
        this.bot = bot;
        this.screen = screen;
        this.speakers = new Speakers(people, profile().services(), screen.words("成员", "member"));
        this.actors = new Actors(bot, room.people(), cast(), room.chat(), Set.of());
        this.ear = new Ear(bot, zone(), actors::isHere);
        this.reasons = new Reasons(bot);
        this.waiting = new Waiting(bot, screen);
        this.recording = new Recording(now());
        callColleagues();
    }

    private Profile profile() {
        return room.profile(rules);
    }

    private Cast cast() {
        return speakers.cast();
    }

    private ZoneId zone() {
        return profile().services().zone();
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(bot.now(), zone());
    }

    private void callColleagues() {
        cast().names().forEach(room.people()::call);
    }

    /** Chats until the lines end or somebody has enough. */
    public void run(BufferedReader lines, String firstSpeaker) throws IOException {
        as(firstSpeaker);
        while (true) {
            screen.prompt(now(), speakers.current());
            String line = lines.readLine();
            if (line == null || line.strip().equals("/quit") || line.strip().equals("/exit")) {
                return;
            }
            line(line.strip());
        }
    }

    private void line(String line) throws IOException {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        if (!line.startsWith("/") || line.startsWith("//")) {
            says(line.startsWith("//") ? line.substring(1) : line, false);
            return;
        }
        String[] parts = line.split("\\s+", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "/at" -> says(rest, true);
            case "/as" -> as(rest);
            case "/time" -> time(rest);
            case "/why" -> why();
            case "/join" -> comes(rest, true);
            case "/leave" -> comes(rest, false);
            case "/click" -> act(new Step.Clicks(speakers.current(), rest),
                    speakers.current() + " clicks " + rest, false);
            case "/redeliver" -> redeliver();
            case "/restart" -> restart();
            case "/reload" -> reload();
            case "/save-test" -> save(rest);
            case "/help" -> Help.lines().forEach(each -> screen.line(screen.words(each)));
            default -> screen.note(screen.words("没有这个命令:" + parts[0] + "。", "no such command: " + parts[0] + ". ")
                    + screen.words(Nearest.help(parts[0], COMMANDS)));
        }
    }

    private void says(String text, boolean toBot) {
        if (text.isBlank()) {
            screen.note(screen.words("/at 后面写要对机器人说的话", "/at needs the words"));
            return;
        }
        boolean mention = toBot && room.chat().kind() != ChatKind.DIRECT && !text.contains("@");
        String written = mention ? "@小助手 " + text : text;
        String speaker = speakers.current();
        boolean staff = cast().isColleague(speaker) && !room.chat().kind().equals(ChatKind.DIRECT);
        act(new Step.Says(speaker, "", written, staff), (staff ? "staff " : "") + speaker + ": " + written, true);
    }

    /** Lets something happen, and shows and keeps what comes of it. */
    private void act(Step.Happening step, String line, boolean isMessage) {
        screen.happened(Wordings.time(now(), now().toLocalDate()) + line);
        recording.happens(now(), line);
        actors.act(step);
        boolean said = heard();
        boolean waits = waiting.show(cast(), zone());
        if (!said && !waits && isMessage) {
            silent();
        }
    }

    /** @return whether the bot said something, told somebody or is about to */
    private boolean heard() {
        List<Heard> fresh = ear.listen().stream().filter(each -> !each.isDecision()).toList();
        Wordings wordings = new Wordings(cast(), profile().services());
        fresh.forEach(each -> {
            screen.heard(each, cast());
            recording.heard(each, wordings);
        });
        ear.forget();
        return !fresh.isEmpty();
    }

    private void silent() {
        Optional<LocalDateTime> due = bot.next().map(next -> LocalDateTime.ofInstant(next, zone()))
                .filter(next -> next.isBefore(now().plus(SOON)));
        screen.note(due.map(next -> screen.words("(还没有说;到 " + Wordings.time(next, now().toLocalDate()).strip()
                + " 再看:/time)",
                "(nothing yet; look again at " + Wordings.time(next, now().toLocalDate()).strip()
                        + ": /time)"))
                .orElse(screen.words("(机器人没有说话;/why 看原因)", "(the bot says nothing; /why tells the reason)")));
    }

    private void comes(String names, boolean joins) {
        List<String> all = Arrays.stream(names.split("[\\s,\uFF0C\u3001]+")).filter(name -> !name.isEmpty()).toList();
        if (all.isEmpty()) {
            screen.note(screen.words("后面写名字,例如 /join 王五 赵六", "names are needed: /join 王五 赵六"));
            return;
        }
        String line = String.join(", ", all.stream().map(name -> (joins ? "+" : "-") + name).toList());
        act(joins ? new Step.Joins(all) : new Step.Leaves(all), line, false);
        if (joins) {
            bot.next().map(next -> LocalDateTime.ofInstant(next, zone()))
                    .filter(next -> next.isBefore(now().plus(SOON)))
                    .ifPresent(_ -> silent());
        }
    }

    /** {@code NAME}, {@code NAME post}, or a post alone. */
    private void as(String words) {
        Optional<Words> refusal = speakers.speaks(words, profile().services());
        if (refusal.isPresent()) {
            screen.note(screen.words(refusal.get()));
            return;
        }
        actors.recast(cast());
        callColleagues();
        speakers.newColleagues().forEach(recording::colleague);
        screen.note(screen.words("现在说话的是 ", "now speaks ") + speakers.current()
                + (cast().isColleague(speakers.current()) ? screen.words("(同事)", " (a colleague)") : ""));
    }

    private void time(String words) {
        Optional<LocalDateTime> until = words.isBlank()
                ? bot.next().map(next -> LocalDateTime.ofInstant(next, zone()))
                : TimeWords.after(words, now());
        if (until.isEmpty() || until.get().isBefore(now())) {
            screen.note(screen.words("照这样写:/time +2h、/time 14:00、/time 12-04 08:30;时间只能往前走",
                    "write /time +2h, /time 14:00 or /time 12-04 08:30; time goes forward only"));
            return;
        }
        boolean any = false;
        while (bot.step(until.get().atZone(zone()).toInstant())) {
            any |= heard();
        }
        bot.pass(until.get().atZone(zone()).toInstant());
        any |= heard();
        screen.note(
                screen.words("现在是 ", "it is ") + Wordings.time(now(), until.get().toLocalDate().minusDays(1)).strip()
                        + (any ? "" : screen.words(",机器人没有说话", ", and the bot said nothing")));
    }

    /** Everything that was noted of what happened last. */
    private void why() {
        Profile profile = profile();
        screen.note(screen.words("配置 ", "profile ") + profile.id()
                + (profile.file().isEmpty() ? "" : " (" + profile.file() + ")") + ", mode: "
                + profile.mode().name().toLowerCase(Locale.ROOT));
        reasons.sinceLast(MOST_REASONS).forEach(line -> screen.note("  " + screen.words(line)));
    }

    private void redeliver() {
        boolean same = actors.redeliver();
        recording.command("redeliver");
        if (!heard()) {
            screen.note(same
                    ? screen.words("重新投递:没有再做什么,回答一样", "delivered again: nothing more was done, the answer is the same")
                    : screen.words("重新投递:回答不一样", "delivered again: another answer"));
        }
    }

    private void restart() {
        bot.restart(room.book(rules));
        recording.command("restart");
        heard();
        screen.note(screen.words("重新启动了,记忆还在", "started again; what was remembered is still known"));
    }

    private void reload() throws IOException {
        Reading next = room.read();
        List<Problem> errors = next.problems().stream().filter(each -> each.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            screen.line(new ProblemPrinter(screen.language()).text(errors));
            screen.note(screen.words("规则有错误,还用原来的", "the rules have mistakes: the old ones go on"));
            return;
        }
        rules = next;
        bot.reload(room.book(rules));
        recording = new Recording(now());
        screen.note(screen.words("规则换成了现在文件里的;/save-test 从这里开始记",
                "the rules are those of the files now; /save-test keeps what comes from here on"));
    }

    private void save(String words) throws IOException {
        String[] parts = words.split("\\s+(?=\\S+\\.ya?ml$)", 2);
        String name = parts[0].strip();
        if (name.isEmpty() || recording.isEmpty()) {
            screen.note(name.isEmpty()
                    ? screen.words("后面写用例的名字:/save-test 问发票得到答案", "a name is needed: /save-test 问发票得到答案")
                    : screen.words("还没有说过话", "nothing was said yet"));
            return;
        }
        TestWriter.Written written = new TestWriter(room.home(), room.plugins(), profile().id()).write(name,
                parts.length > 1 ? parts[1] : "", indent -> recording.yaml(name, room.chat().kind(), indent, end()));
        if (!written.problems().isEmpty()) {
            screen.line(new ProblemPrinter(screen.language()).text(written.problems()));
        }
        written.failed().stream().flatMap(result -> new TextResults(screen.language()).failure(result).stream())
                .forEach(screen::line);
        screen.note(written.trouble().map(screen::words)
                .orElse(screen.words("存进了 " + written.file() + ",跑过一遍,通过",
                        "saved to " + written.file() + "; it was run, and passes")));
    }

    /** Until when the test looks: it need not say so when nothing has happened since, and nothing is about to. */
    private Optional<LocalDateTime> end() {
        boolean more = bot.next().map(next -> LocalDateTime.ofInstant(next, zone()))
                .filter(next -> next.isBefore(now().plus(SOON))).isPresent();
        return more || recording.last().isBefore(now()) ? Optional.of(now()) : Optional.empty();
    }
}
