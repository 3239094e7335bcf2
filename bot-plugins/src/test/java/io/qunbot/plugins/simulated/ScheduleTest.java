package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Settings;
import io.qunbot.pipeline.Order;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.Scratch;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.simulation.schedule.Forecast;
import io.qunbot.simulation.schedule.Slot;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is foretold for sixty days is what a bot that goes on then says, line by line. */
class ScheduleTest {

    /** A Saturday, two weeks before the holidays of autumn. */
    private static final Instant START = Instant.parse("2026-09-12T01:00:00Z");
    private static final Instant NOW = START.plus(Duration.ofDays(3));
    private static final Instant END = NOW.plus(Duration.ofDays(60));

    /** Early words wait for the morning, three of them are more than the group takes, and half of it may be ads. */
    private static final String TIGHT = """
            profile: tight
            goal: 什么限制都有
            value: [不打扰]
            groups: [{ id: tight }]
            staff: { owner: zhou.min }
            zone: Asia/Shanghai
            quiet: ["22:00-08:30"]
            limits: { say: 2/20m }
            plugins:
              topics:
                mix: { 推广: 40% }
                list:
                  - { id: early, at: { every: 工作日, time: "07:30" }, kind: 服务, steps: [{ say: "早" }] }
                  - { id: second, at: { every: 周三, time: "08:31", skip: holidays }, steps: [{ say: "第二句" }] }
                  - { id: third, at: { every: 周三, time: "08:32" }, steps: [{ say: "第三句" }, { after: 1h, say: "第四句" }] }
                  - { id: ad, at: { every: 每天, time: "12:00" }, kind: 推广, steps: [{ say: "优惠" }] }
                  - { id: stopped, at: { every: 每天, time: "16:00" }, steps: [{ say: "不该有" }] }
            """;

    /** What is only decided, or taken back. */
    private static final Set<String> NO_WORDS = Set.of("decided", "withdraw");

    private static RuleBook book() {
        SortedMap<String, byte[]> files = Shipped.files();
        files.put("rules/tight.yaml", TIGHT.getBytes(StandardCharsets.UTF_8));
        Reading reading = new BookReader(Shipped.plugins().stream()
                .collect(Collectors.toMap(plugin -> plugin.name(), Function.identity())), _ -> Optional.empty(),
                InstantSource.fixed(START)).read(files);
        assertThat(reading.broken()).isEmpty();
        return reading.book();
    }

    private static VirtualBot.Parts parts(Path folder, Instant start) {
        return new VirtualBot.Parts(folder, new SimulatedPeople(Map.of()), Settings.DEFAULT, start);
    }

    private static VirtualBot met(Path folder, RuleBook book) {
        VirtualBot bot = new VirtualBot(parts(folder, START), book);
        for (String group : List.of("demo-nurture", "demo-service", "demo-conversion", "tight")) {
            bot.meet(chat(group, ChatKind.INTERNAL));
        }
        Chat customers = chat("老板交流群", ChatKind.CUSTOMER);
        bot.meet(customers);
        for (Chat chat : List.of(chat("demo-conversion", ChatKind.INTERNAL), customers)) {
            bot.deliver(new Event.Joined(bot.newId(VirtualBot.CHANNEL), bot.now(), chat,
                    List.of(new MemberId("川味小馆")), 1, ""));
        }
        bot.pass(NOW.minusSeconds(5));
        bot.deliver(new Event.Custom(bot.newId(VirtualBot.CHANNEL), bot.now(),
                chat("tight", ChatKind.INTERNAL).lane(), "topics", Order.PAUSE.kind(), "stopped"));
        bot.pass(NOW);
        return bot;
    }

    private static Chat chat(String id, ChatKind kind) {
        return new Chat(new ChatId(id), kind, VirtualBot.CHANNEL);
    }

    /** What is foretold from a copy of a bot's store, which stays as it is. */
    private static List<Slot> foretold(Path running, RuleBook book) {
        try (Scratch folder = new Scratch()) {
            Store.sketch(running.resolve(VirtualBot.STORE), folder.path().resolve(VirtualBot.STORE));
            try (VirtualBot ahead = new VirtualBot(parts(folder.path(), NOW), book)) {
                return Forecast.of(ahead, END);
            }
        }
    }

    /** What a bot that simply goes on says of itself in that time. */
    private static List<String> said(VirtualBot bot) {
        bot.pass(END.plus(Duration.ofDays(4)));
        return bot.utterances().stream().filter(words -> !words.isTell() && words.at().isAfter(NOW))
                .filter(words -> words.at().isBefore(END) && !NO_WORDS.contains(words.kind()))
                .map(words -> words.at() + " " + words.chat() + " "
                        + words.kind() + " " + words.text())
                .sorted().toList();
    }

    @Test
    void agreesLineByLineWithWhatABotThenSays() {
        RuleBook book = book();
        try (Scratch folder = new Scratch(); VirtualBot bot = met(folder.path(), book)) {
            List<Slot> slots = foretold(folder.path(), book);

            List<String> foretold = slots.stream().filter(Slot::isHeard)
                    .filter(slot -> slot.time().isBefore(END)).map(slot -> slot.time() + " " + slot.chat().id() + " "
                            + slot.how() + " " + slot.text())
                    .sorted().toList();
            assertThat(foretold).hasSizeGreaterThan(150).isEqualTo(said(bot));
        }
    }

    @Test
    void everyShiftAndEverySilenceHasItsReason() {
        RuleBook book = book();
        try (Scratch folder = new Scratch(); VirtualBot bot = met(folder.path(), book)) {
            List<Slot> slots = foretold(folder.path(), book);

            assertThat(reasons(slots, "early")).contains("安静到 08:30");
            assertThat(reasons(slots, "second")).contains("不说:国庆节");
            assertThat(reasons(slots, "third")).contains("名额用完,晚 18 分钟");
            assertThat(reasons(slots, "ad")).anyMatch(why -> why.startsWith("不说:") && why.contains("再说就超过 40%"));
            assertThat(reasons(slots, "stopped")).containsOnly("这个安排暂停着(schedule resume 恢复)");
            assertThat(slots).allSatisfy(slot -> assertThat(slot.at().isPresent() || slot.shifted().isPresent())
                    .isTrue());
            assertThat(slots.stream().filter(slot -> slot.conflict().isPresent()).map(Slot::id).distinct())
                    .contains("early", "second");
            assertThat(bot.now()).isEqualTo(NOW);
        }
    }

    private static List<String> reasons(List<Slot> slots, String id) {
        return slots.stream().filter(slot -> slot.id().equals(id)).flatMap(slot -> slot.shifted().stream())
                .map(words -> words.zh()).distinct().toList();
    }
}
