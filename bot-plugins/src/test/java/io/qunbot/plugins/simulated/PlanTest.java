package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.plan.Planner;
import io.qunbot.chat.Directory;
import io.qunbot.load.Recordings;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The answer is known by construction: what a message says decides what becomes of it. */
class PlanTest {

    private static final String HEAD = """
            profile: service
            goal: 有问必答
            value: [答疑]
            groups: [{ name: "group*" }]
            staff: { owner: zhou.min }
            plugins:
              reply:
                wait: 0s
                cooldown: 0s
                rules:
            """;
    private static final List<String> TALK = List.of("发票怎么开", "退款多久到", "地址在哪", "营业到几点", "今天天气真好", "wifi 密码多少");

    @TempDir
    private Path folder;

    private Store store;
    private List<String> said;

    @BeforeEach
    void record() {
        store = Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().daemon());
        Random random = new Random(7);
        said = IntStream.range(0, 3000).mapToObj(_ -> TALK.get(random.nextInt(TALK.size()))).toList();
        new Recordings(store, 7).fill(said);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static String rule(String id, String keyword, String answer) {
        return "      - { id: " + id + ", when: { any: [" + keyword + "] }, say: \"" + answer + "\" }\n";
    }

    private static RuleBook book(String... rules) {
        return read(HEAD + String.join("", rules));
    }

    private static RuleBook read(String text) {
        byte[] file = text.getBytes(StandardCharsets.UTF_8);
        Reading reading = new BookReader(PluginLoader.load(Path.of("none")), Directory.EMPTY::nameOf,
                InstantSource.fixed(Recordings.START)).read(new TreeMap<>(Map.of("rules/service.yaml", file)));
        assertThat(reading.problems()).noneMatch(problem -> problem.severity() == io.qunbot.yaml.Severity.ERROR);
        return reading.book();
    }

    private Plan plan(RuleBook running, RuleBook edited) {
        return new Planner(store, Recordings::decode, Directory.EMPTY, running, edited, Runnable::run)
                .since(Recordings.START.minus(Duration.ofDays(1)));
    }

    private List<Long> numbers(String text) {
        return IntStream.range(0, said.size()).filter(i -> said.get(i).equals(text)).mapToObj(i -> i + 1L).toList();
    }

    private static List<Long> numbers(Plan plan, Plan.Kind kind) {
        return plan.changes(kind).stream().map(Plan.Change::seq).toList();
    }

    @Test
    void namesExactlyTheMessagesThatWouldBeDealtWithOtherwise() {
        Plan plan = plan(
                book(rule("invoice", "发票", "在我的订单开"), rule("refund", "退款", "三天"), rule("hours", "几点", "到九点")),
                book(rule("invoice", "发票", "在我的订单开"), rule("refund", "退款", "两天"), rule("where", "地址", "人民路")));

        assertThat(plan.messages()).isEqualTo(3000);
        assertThat(plan.conversations()).isEqualTo(7);
        assertThat(numbers(plan, Plan.Kind.NEW)).isEqualTo(numbers("地址在哪"));
        assertThat(numbers(plan, Plan.Kind.LOST)).isEqualTo(numbers("营业到几点"));
        assertThat(numbers(plan, Plan.Kind.CHANGED)).isEqualTo(numbers("退款多久到"));
        assertThat(plan.changes(Plan.Kind.CHANGED)).allSatisfy(change -> {
            assertThat(change.before()).extracting(Plan.Words::text).containsExactly("三天");
            assertThat(change.after()).extracting(Plan.Words::text).containsExactly("两天");
        });
    }

    @Test
    void anotherNameForARuleChangesNothingThatMembersHear() {
        Plan plan = plan(book(rule("invoice", "发票", "在我的订单开")), book(rule("fapiao", "发票", "在我的订单开")));

        assertThat(plan.changes()).isEmpty();
        assertThat(plan.moves()).isEmpty();
    }

    @Test
    void aCooldownIsKeptAsInLife() {
        String every = rule("invoice", "发票", "在我的订单开");
        String seldom = every.replace(" }\n", ", cooldown: 10m }\n");
        Plan plan = plan(book(every), book(seldom));

        assertThat(plan.changes(Plan.Kind.NEW)).isEmpty();
        assertThat(numbers(plan, Plan.Kind.LOST)).isNotEmpty().isSubsetOf(numbers("发票怎么开"))
                .hasSizeLessThan(numbers("发票怎么开").size());
    }

    @Test
    void groupsThatGetAnotherProfileAreNamed() {
        RuleBook nobody = RuleBook.empty();
        Plan plan = plan(nobody, book(rule("invoice", "发票", "在我的订单开")));

        assertThat(plan.moves()).hasSize(7).allSatisfy(move -> assertThat(move.after()).isEqualTo("service"));
        assertThat(numbers(plan, Plan.Kind.NEW)).isEqualTo(numbers("发票怎么开"));
    }

    @Test
    void whoIsToldMoreOftenAtNightIsNamed() {
        String tells = "      - { id: wifi, when: { any: [wifi] }, say: [\"a\", \"b\", \"c\"], tell: { who: owner, text: 有人问 } }\n";
        String west = HEAD.replace("goal:", "zone: America/Los_Angeles\ngoal:"); // the last messages come at midnight there
        Plan plan = plan(book(rule("invoice", "发票", "在我的订单开")), read(west + tells));

        assertThat(plan.nights()).hasSize(7).allSatisfy(night -> assertThat(night.who()).isEqualTo("zhou.min"));
        assertThat(plan.crowded()).isEmpty();
    }
}
