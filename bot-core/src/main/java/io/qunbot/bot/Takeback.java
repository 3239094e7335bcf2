package io.qunbot.bot;

import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.Edit;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;

/** Writes an earlier version of the rules back into rules/, after keeping what lies there now. */
public final class Takeback {

    private final Home home;
    private final History history;
    private final Versions versions;
    private final BookReader reader;
    private final InstantSource clock;

    Takeback(Home home, History history, BookReader reader, InstantSource clock) {
        this.home = home;
        this.history = history;
        this.versions = new Versions(home, history);
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What was done, or would be.
     *
     * @param version the one that was asked for
     * @param kept the version under which the files were kept that lay there before; empty when they are known
     * @param files what changes in rules/
     * @param done false when nothing was written
     * @param book the version that is in force then; of several files one may be of another version
     * @param change what the bot noticed of it
     * @param errors how many mistakes keep it from being done
     * @param zh all problems as text, in Chinese; {@code en} in English
     */
    public record Result(String version, String kept, List<Edit> files, boolean done, String book,
            RuleVersion.Change change,
            long errors, String zh, String en) {

        Result in(Rules.Taken taken) {
            return new Result(version, kept, files, done, taken.state().book().version(), taken.change(), errors, zh,
                    en);
        }
    }

    /**
     * Takes a version back, unless there are mistakes in it.
     *
     * @param file only this one, unless it is empty
     * @param dry whether nothing is to be done
     */
    Result rollback(String asked, String file, boolean dry) {
        RuleFiles.Scan now = RuleFiles.scan(home);
        now.unreadable().keySet().stream().findFirst().ifPresent(path -> {
            throw new Refused("读不到 " + path + ",没法给它留底,什么也没有做",
                    path + " cannot be read and so not be kept; nothing was done");
        });
        RuleVersion version = versions.version(asked);
        SortedMap<String, byte[]> target = versions.target(version, file);
        List<Edit> edits = Edit.between(now.files(), target);
        Reading reading = reader.read(target);
        boolean good = reading.problems().stream().noneMatch(problem -> problem.severity() == Severity.ERROR);
        boolean does = good && !dry && !edits.isEmpty();
        String kept = does ? keep(now.files()) : "";
        if (does) {
            write(edits, target);
        }
        return result(version, kept, edits, does, reading);
    }

    private static Result result(RuleVersion version, String kept, List<Edit> edits, boolean done, Reading reading) {
        List<Problem> errors = reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
        return new Result(version.version(), kept, edits, done, reading.book().version(), RuleVersion.Change.NONE,
                errors.size(), new ProblemPrinter(Language.ZH).text(errors),
                new ProblemPrinter(Language.EN).text(errors));
    }

    private String keep(SortedMap<String, byte[]> files) {
        String version = BookReader.version(files);
        if (!history.find(version).isEmpty()) {
            return version;
        }
        RuleVersion.Change change = new RuleVersion.Change(Edit.between(history.currentFiles(), files), List.of(), 0,
                List.of());
        boolean written = history.add(files, clock.instant(), Cause.KEPT, change, _ -> {}).awaitEnd();
        if (!written) {
            throw new Refused("现在的文件留不了底(数据库写不进去),什么也没有做",
                    "the present files could not be kept, since the store cannot be written; nothing was done");
        }
        return version;
    }

    private void write(List<Edit> edits, SortedMap<String, byte[]> target) {
        try {
            Rewriting.of(home, edits, target);
        } catch (IOException failure) {
            throw new Refused("写不进 rules/:" + failure.getMessage(),
                    "rules/ cannot be written: " + failure.getMessage());
        }
    }
}
