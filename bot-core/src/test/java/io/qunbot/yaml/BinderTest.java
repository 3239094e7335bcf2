package io.qunbot.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinderTest {

    private final Problems problems = new Problems();

    enum Tone {
        WARM,
        @Key({"matter_of_fact", "平实"})
        FACTS
    }

    record Span(int minutes) {
        public static Span parse(String text) {
            if (!text.endsWith("min")) {
                throw new Mistake(new Words("不是分钟", "no minutes"), new Words("写 5min", "write 5min"));
            }
            return new Span(Integer.parseInt(text.substring(0, text.length() - 3)));
        }
    }

    record Everything(String text, int count, long big, double part, boolean on, Duration pause, LocalDate day,
            LocalDateTime moment, LocalTime time, ZoneId zone, Tone tone, Span span, Optional<String> maybe,
            List<String> many, Map<String, Integer> seats, Located<String> where, YamlNode raw,
            @Key({"remind_as", "remindAs"}) @Default("once") String remindAs) {}

    @Planned("mix")
    record Small(@Doc(zh = "要说的话", en = "the words") String say, @Key("wait") @Default("60s") Duration patience,
            boolean ask) {}

    record Outer(List<Small> rules, Optional<Tone> tone) {}

    record Shorthand(Optional<Sayable> say) {}

    record Sayable(String text, Optional<String> file) {
        public static Sayable parse(String text) {
            return new Sayable(text, Optional.empty());
        }
    }

    record Narrow(int seats) {
        Narrow {
            if (seats < 1) {
                throw new IllegalArgumentException("seats must be 1 or more");
            }
        }
    }

    record Login(Secret token, Optional<Integer> port) {}

    @Test
    void bindsEveryTypeFromTheTextThatWasWritten() {
        Everything all = bind("""
                text: on
                count: 12
                big: 9999999999
                part: 0.7
                on: 是
                pause: 1h30m
                day: 2026-12-16
                moment: "2026-12-16 18:00"
                time: 8:30
                zone: Asia/Shanghai
                tone: 平实
                span: 5min
                many: 一个
                seats: { 早: 3, 晚: 0 }
                where: here
                raw: { any: [thing] }
                """, Everything.class).orElseThrow(() -> new AssertionError(problems.all()));
        assertThat(all).usingRecursiveComparison().ignoringFields("raw", "where").isEqualTo(new Everything("on", 12,
                9999999999L, 0.7, true, Duration.ofMinutes(90), LocalDate.of(2026, 12, 16),
                LocalDateTime.of(2026, 12, 16, 18, 0), LocalTime.of(8, 30), ZoneId.of("Asia/Shanghai"), Tone.FACTS,
                new Span(5), Optional.empty(), List.of("一个"), Map.of("早", 3, "晚", 0), all.where(), all.raw(), "once"));
        assertThat(all.where().place()).hasToString("test.yaml:15:8");
        assertThat(all.raw()).isInstanceOf(YamlMap.class);
    }

    @Test
    void namesEveryMistakeOfARecordInOneRun() {
        assertThat(
                bind("rules: [{ sya: a, wait: 5x, ask: vielleicht, mix: 1 }, { say: [a] }]\ntone: warn\n", Outer.class))
                .isEmpty();
        assertThat(messages()).containsExactlyInAnyOrder(
                "R001 不认识的字段 “sya”", "R006 “5x” 不是时长", "R006 “vielleicht” 不是“是”或“否”",
                "R003 “mix” 这个功能还没有提供", "R005 这里只能写一个值,不能是列表或字段", "R006 没有 “warn” 这个选项");
        assertThat(helps()).contains("您是不是想写 “say”?", "要说的话", "您是不是想写 “warm”? 可以写: warm、matter_of_fact");
    }

    @Test
    void listsTheFieldsWhenNothingIsNear() {
        bind("say: a\n完全不同: b\n", Small.class);
        assertThat(helps()).containsExactly("可以写: say、wait、ask");
    }

    @Test
    void suggestsAcrossChinese() {
        assertThat(Nearest.to("发飘", List.of("发票", "合同"))).contains("发票");
        assertThat(Nearest.to("repley", List.of("reply", "topics"))).contains("reply");
        assertThat(Nearest.to("wlecome", List.of("reply", "welcome"))).contains("welcome");
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
    }

    @Test
    void pointsAtAFieldWithNothingBehindIt() {
        bind("say:\n", Small.class);
        assertThat(messages()).containsExactly("R004 “say” 后面没有内容");
        assertThat(problems.all().getFirst().place()).hasToString("test.yaml:1:1");
    }

    @Test
    void takesAnEmptyTextInQuotes() {
        assertThat(bind("say: \"\"\n", Small.class)).contains(new Small("", Duration.ofSeconds(60), false));
    }

    @Test
    void saysThatACommaCutTheText() {
        bind("rules: [{ say: 涨价了,先动菜单 }]\n", Outer.class);
        assertThat(messages()).containsExactly("Y013 花括号里的英文逗号会把这句话断开");
        assertThat(helps().getFirst()).isEqualTo("给整句加上引号,写成: rules: [{ say: \"涨价了,先动菜单\" }]");
    }

    @Test
    void acceptsTheShortFormOfARecordThatCanParse() {
        assertThat(bind("say: 好\n", Shorthand.class).orElseThrow().say()).contains(new Sayable("好", Optional.empty()));
        assertThat(bind("say: { text: 好, file: a.pdf }\n", Shorthand.class).orElseThrow().say())
                .contains(new Sayable("好", Optional.of("a.pdf")));
    }

    @Test
    void tellsWhatAValueTypeOrAConstructorRefuses() {
        bind("seats: 0\n", Narrow.class);
        assertThat(messages()).containsExactly("R006 内容不合要求: seats must be 1 or more");
    }

    @Test
    void refusesTwoNamesOfOneField() {
        record Named(@Key({"remind_as", "remindAs"}) String as) {}
        bind("remind_as: a\nremindAs: b\n", Named.class);
        assertThat(messages()).containsExactly("Y020 “remindAs” 和 “remind_as” 是同一个字段");
    }

    @Test
    void readsDurations() {
        assertThat(Durations.parse("0")).isZero();
        assertThat(Durations.parse("0s")).isZero();
        assertThat(Durations.parse("1d2h")).isEqualTo(Duration.ofHours(26));
    }

    @Test
    void expandsVariablesAndNamesTheOnesThatAreNotSet() {
        Map<String, String> environment = Map.of("TOKEN", "s3cret$1");
        YamlMap map = read("token: a-${TOKEN}-${NONE:b}\nport: ${PORT}\n");
        assertThat(new Binder(problems, name -> Optional.ofNullable(environment.get(name))).bind(map, Login.class))
                .isEmpty();
        assertThat(messages()).containsExactly("R007 环境变量 PORT 没有设置");
        assertThat(problems.all().getFirst().place()).hasToString("test.yaml:2:7");
        Login login = new Binder(problems, name -> Optional.of("443")).bind(map, Login.class).orElseThrow();
        assertThat(login.token().reveal()).isEqualTo("a-443-443");
        assertThat(login).hasToString("Login[token=***, port=Optional[443]]");
    }

    @Test
    void neverQuotesAValueFromTheEnvironment() {
        new Binder(problems, name -> Optional.of("hunter2")).bind(read("token: a\nport: ${PORT}\n"), Login.class);
        assertThat(messages()).containsExactly("R006 “${PORT}” 的值在这里不能用");
    }

    private <T extends Record> Optional<T> bind(String text, Class<T> type) {
        return new Binder(problems).bind(read(text), type);
    }

    private YamlMap read(String text) {
        return YamlReader.read("test.yaml", text.getBytes(StandardCharsets.UTF_8), problems).orElseThrow();
    }

    private List<String> messages() {
        return problems.all().stream().map(problem -> problem.code() + " " + problem.message().zh()).toList();
    }

    private List<String> helps() {
        return problems.all().stream().map(problem -> problem.help().zh()).filter(help -> !help.isEmpty()).toList();
    }
}
