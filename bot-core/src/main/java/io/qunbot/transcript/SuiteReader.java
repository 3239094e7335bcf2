package io.qunbot.transcript;

import io.qunbot.transcript.form.Given;
import io.qunbot.transcript.form.Start;
import io.qunbot.transcript.form.TestCase;
import io.qunbot.transcript.form.TestFile;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Remains;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlReader;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads test files; what is wrong in one case does not hide the others. */
public final class SuiteReader {

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private SuiteReader() {}

    /**
     * Reads a file.
     *
     * @param name the path that operators see
     * @return what can be run of it; empty when nothing can
     */
    public static Optional<Suite> read(String name, byte[] bytes, Problems problems) {
        return YamlReader.read(name, bytes, problems).flatMap(tree -> bind(tree, problems))
                .map(file -> suite(file, problems));
    }

    private static Optional<TestFile> bind(YamlMap tree, Problems problems) {
        Problems found = new Problems();
        Optional<TestFile> bound = new Binder(found).bind(tree, TestFile.class);
        problems.addAll(found);
        return bound.or(() -> Remains.bind(tree, TestFile.class, found.all(), Companions.none()));
    }

    private static Suite suite(TestFile file, Problems problems) {
        List<Script> scripts = new ArrayList<>();
        List<Located<String>> broken = new ArrayList<>();
        Map<String, Located<String>> names = new HashMap<>();
        for (Located<TestCase> each : file.cases()) {
            Located<String> name = each.value().name();
            Located<String> before = names.putIfAbsent(name.value(), name);
            if (before != null) {
                twice(name, before, problems);
            }
            script(file, each.value(), problems).ifPresentOrElse(scripts::add, () -> broken.add(name));
        }
        return new Suite(source(file), file.profile(), scripts, broken);
    }

    private static Source source(TestFile file) {
        return file.profile().place().source();
    }

    private static void twice(Located<String> name, Located<String> before, Problems problems) {
        problems.warn(TranscriptCode.TWICE.id(), name.place(),
                new Words("第 " + before.place().line() + " 行的用例也叫这个名字",
                        "the case in line " + before.place().line() + " has the same name"),
                new Words("换一个名字,失败时才知道是哪一个", "take another name, so that a failure can be told"));
    }

    private static Optional<Script> script(TestFile file, TestCase written, Problems problems) {
        Start start = written.start().orElse(file.start());
        LocalDateTime begin = start.day().atTime(start.time().orElse(LocalTime.MIDNIGHT));
        LineReader reader = new LineReader(begin, problems);
        List<Line> lines = written.chat().stream().flatMap(line -> reader.read(line).stream()).toList();
        Map<String, List<Located<String>>> people = new LinkedHashMap<>(file.people());
        people.values().removeIf(posts -> written.people().values().stream().anyMatch(own -> isSame(own, posts)));
        people.putAll(written.people());
        return lines.size() < written.chat().size()
                ? Optional.empty()
                : Optional.of(new Script(written.name(), file.profile().value(), written.in().orElse(file.in()), people,
                        start.time().isPresent() ? begin : opening(begin, lines),
                        written.given().or(file::given).orElse(Given.NOTHING), written.skip(), lines));
    }

    /** Whether a case has somebody of its own for a post. */
    private static boolean isSame(List<Located<String>> own, List<Located<String>> posts) {
        return own.stream().map(Located::value).toList().equals(posts.stream().map(Located::value).toList());
    }

    /** The clock begins with what happens first; before what the bot does first, at midnight. */
    private static LocalDateTime opening(LocalDateTime midnight, List<Line> lines) {
        if (lines.isEmpty() || !(lines.getFirst().step() instanceof Step.Happening)) {
            return midnight;
        }
        return lines.getFirst().at().orElse(midnight.with(MORNING));
    }
}
