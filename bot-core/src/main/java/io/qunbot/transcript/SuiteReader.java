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
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlReader;
import io.qunbot.yaml.YamlScalar;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        Problems slips = new Problems();
        Optional<YamlMap> tree = YamlReader.read(name, bytes, slips);
        problems.addAll(slips);
        return tree.flatMap(map -> suite(map, problems)).map(suite -> slips.hasErrors() ? suite.unfit() : suite);
    }

    private static Optional<Suite> suite(YamlMap tree, Problems problems) {
        Problems found = new Problems();
        Optional<TestFile> bound = new Binder(found).bind(tree, TestFile.class);
        problems.addAll(found);
        if (!found.hasErrors()) {
            return bound.map(file -> suite(file, List.of(), problems));
        }
        List<YamlNode> wrong = cases(tree).filter(each -> Remains.touches(found.all(), each)).toList();
        List<Located<String>> broken = wrong.stream().flatMap(each -> name(each).stream()).toList();
        boolean whole = found.all().stream().anyMatch(problem -> wrong.stream()
                .noneMatch(each -> Remains.touches(List.of(problem), each)));
        return Remains.bind(without(tree, wrong), TestFile.class, found.all(), Companions.none())
                .map(file -> suite(file, broken, problems)).map(suite -> whole ? suite.unfit() : suite);
    }

    private static Stream<YamlNode> cases(YamlMap tree) {
        return tree.get("cases").orElse(null) instanceof YamlList list ? list.items().stream() : Stream.empty();
    }

    private static Optional<Located<String>> name(YamlNode node) {
        return node instanceof YamlMap map && map.get("name").orElse(null) instanceof YamlScalar name
                ? Optional.of(new Located<>(name.text(), name.place()))
                : Optional.empty();
    }

    /** A case with a mistake is not run without it: what is left would test something else. */
    private static YamlMap without(YamlMap tree, List<YamlNode> wrong) {
        return new YamlMap(tree.entries().stream().map(entry -> entry.value() instanceof YamlList list
                && entry.key().value().equals("cases")
                        ? new YamlMap.Entry(entry.key(), new YamlList(list.items().stream()
                                .filter(item -> !wrong.contains(item)).toList(), list.place()))
                        : entry)
                .toList(), tree.place());
    }

    private static Suite suite(TestFile file, List<Located<String>> unread, Problems problems) {
        List<Script> scripts = new ArrayList<>();
        List<Located<String>> broken = new ArrayList<>(unread);
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
        if (written.chat().isEmpty()) {
            problems.error(TranscriptCode.NO_CHAT.id(), written.name().place(), TranscriptCode.NO_CHAT.description(),
                    new Words("在 chat: 下面写几行,例如 - \"09:00 李雷: 发票怎么开?\"",
                            "write lines below chat:, such as - \"09:00 李雷: 发票怎么开?\""));
            return Optional.empty();
        }
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

    /** The clock begins with the first line that has a time; where none has, what people do is done in the morning. */
    private static LocalDateTime opening(LocalDateTime midnight, List<Line> lines) {
        if (lines.isEmpty()) {
            return midnight;
        }
        Line first = lines.getFirst();
        return first.at().orElse(first.step() instanceof Step.Happening ? midnight.with(MORNING) : midnight);
    }
}
