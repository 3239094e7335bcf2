package io.qunbot.bot;

import io.qunbot.chat.Directory;
import io.qunbot.plugin.Sample;
import io.qunbot.plugin.Stage;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may surprise in rules that are not wrong, asked of the very stages that answer. */
public final class Lint {

    private static final Logger log = LoggerFactory.getLogger(Lint.class);
    private static final String CHAT = "/io/qunbot/ranking/chat.txt";

    private Lint() {}

    /** Idle chat, line by line: nothing in it wants an answer. */
    public static List<String> idleChat() {
        try (InputStream in = Lint.class.getResourceAsStream(CHAT)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + CHAT);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * The findings in all profiles that are good; a rule that several of them inherit is named once.
     *
     * @throws UncheckedIOException when the rule files can't be read
     */
    public static List<Problem> of(Home home, Sample sample) {
        Set<Problem> findings = new LinkedHashSet<>();
        for (Profile profile : read(home).book().profiles()) {
            for (Installed installed : profile.stages()) {
                findings.addAll(of(installed.plugin(), installed.stage(), sample));
            }
        }
        return List.copyOf(findings);
    }

    private static Reading read(Home home) {
        try {
            return new BookReader(PluginLoader.load(home.plugins()), Directory.EMPTY::nameOf)
                    .read(RuleFiles.read(home));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A plugin is foreign code: what it throws is told, and takes nothing from the others. */
    private static List<Problem> of(String plugin, Stage stage, Sample sample) {
        Problems findings = new Problems();
        try {
            stage.lint(sample, findings);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            log.warn("plugin {} failed to look at its rules", plugin, failure);
        }
        return findings.all();
    }
}
