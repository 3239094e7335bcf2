package io.qunbot.plugins.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.say.Saying;
import io.qunbot.plugins.FakeChat;
import io.qunbot.plugins.FakeServices;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WelcomePluginTest {

    private static final Place PLACE = new Place(new Source("rules/a.yaml", ""), 3, 12, 4);

    private final WelcomePlugin plugin = new WelcomePlugin();
    private final FakeChat chat = new FakeChat(ChatKind.INTERNAL).knows("w", "王五").knows("z", "赵六")
            .knows("ad", "低价贷款13912345678").knows("spam", "13912345678");

    @Test
    void peopleWhoJoinTogetherShareOneWelcome() throws Exception {
        Stage stage = stage("欢迎 {{names}}!您是第 {{number}} 位成员。{{group}}里有:\n{{value}}");
        chat.hasMembers(12);
        assertThat(stage.on(chat.joined(1, "w"), chat).actions())
                .containsExactly(new Action.Wake("welcome", chat.now().plusSeconds(30), ""));
        chat.passes(Duration.ofSeconds(10));
        assertThat(stage.on(chat.joined(1, "z"), chat).actions()).isEmpty();
        chat.passes(Duration.ofSeconds(20));
        assertThat(said(stage.on(rang(), chat))).isEqualTo("欢迎 王五、赵六!您是第 12 位成员。城南店服务群里有:\n· 专属顾问\n· 每周小课");
        assertThat(said(stage.on(rang(), chat))).isEmpty();
    }

    @Test
    void saysItAtOnceWhenNothingIsMerged() throws Exception {
        Stage stage = plugin.create(settings(Duration.ZERO, "欢迎 {{names}}"), FakeServices.company());
        assertThat(said(stage.on(chat.joined(1, "w"), chat))).isEqualTo("欢迎 王五");
    }

    @Test
    void aNumberThatIsNotKnownIsNotSaid() throws Exception {
        assertThat(welcome("欢迎 {{names}}!您是第 {{number}} 位成员。", chat.joined(1, "w"))).isEqualTo("欢迎 王五!");
    }

    @Test
    void whoLeftInTheMeantimeIsNotWelcomed() throws Exception {
        assertThat(welcome("欢迎 {{names}}", chat.joined(2, "w", "z"), chat.left("w"))).isEqualTo("欢迎 赵六");
        assertThat(welcome("欢迎 {{names}}", chat.joined(1, "w"), chat.left("w"))).isEmpty();
        assertThat(welcome("欢迎 {{names}}", chat.joined(1), chat.left("w"))).isEmpty();
        assertThat(welcome("欢迎 {{names}}", chat.joined(1, "w"), chat.left("old"))).isEqualTo("欢迎 王五");
    }

    @Test
    void whoJoinsTwiceIsWelcomedOnce() throws Exception {
        assertThat(welcome("欢迎 {{names}}", chat.joined(1, "w"), chat.left("w"), chat.joined(1, "w")))
                .isEqualTo("欢迎 王五");
        assertThat(welcome("欢迎 {{names}}", chat.joined(1, "w"), chat.joined(1, "w"))).isEqualTo("欢迎 王五");
    }

    @Test
    void peopleWithoutANameAreWelcomedByTheirNumber() throws Exception {
        assertThat(welcome("欢迎 {{names}}", chat.joined(1))).isEqualTo("欢迎 新朋友");
        assertThat(welcome("欢迎 {{names}}", chat.joined(3))).isEqualTo("欢迎 3 位新朋友");
        assertThat(welcome("欢迎 {{names}}", chat.joined(3, "w"))).isEqualTo("欢迎 王五 等 3 人");
        assertThat(welcome("欢迎 {{names}},共 {{count}} 位", chat.joined(1, "x"))).isEqualTo("欢迎 新朋友,共 1 位");
    }

    @Test
    void whereTheyCameFromIsSaidWhenItIsTrueOfAll() throws Exception {
        chat.knows("w", "王五", "来自:展会").knows("z", "赵六", "来自:官网").knows("v", "老吴", "来自:展会");
        assertThat(welcome("欢迎 {{names}}!从{{way}}来的有礼物。", chat.joined(2, "w", "v"))).isEqualTo("欢迎 王五、老吴!从展会来的有礼物。");
        assertThat(welcome("欢迎 {{names}}!从{{way}}来的有礼物。", chat.joined(2, "w", "z"))).isEqualTo("欢迎 王五、赵六!");
        assertThat(welcome("欢迎 {{names}}!从{{way}}来的有礼物。", chat.joined(2, "w", "x"))).isEqualTo("欢迎 王五 等 2 人!");
    }

    @Test
    void thoseOfOneJoinWayMayHaveAWelcomeOfTheirOwn() throws Exception {
        chat.knows("w", "王五", "来自:展会").knows("z", "赵六");
        Greeting own = new Greeting(Template.parse("展会上见过 {{names}}"), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(),
                List.of("展会"), List.of(), List.of(), List.of(), false);
        Stage stage = plugin.create(settings(Duration.ZERO,
                List.of(located(own), located(Greeting.parse("欢迎 {{names}}"))), Optional.empty(), Optional.empty()),
                FakeServices.company());
        assertThat(said(stage.on(chat.joined(1, "w"), chat))).isEqualTo("展会上见过 王五");
        assertThat(said(stage.on(chat.joined(1, "z"), chat))).isEqualTo("欢迎 赵六");
    }

    @Test
    void whoWasInvitedIsGreetedInTheNameOfWhoeverInvitedThem() throws Exception {
        chat.knows("fang.hui", "方慧").knows("m", "老马").invites("fang.hui", "w").invites("m", "z");
        Greeting colleague = inviter("{{inviter}} 请来的 {{names}} 好!", "发票");
        Greeting member = inviter("{{inviter}} 的朋友 {{names}} 好!", "成员");
        Stage stage = plugin.create(settings(Duration.ZERO, List.of(located(colleague), located(member),
                located(Greeting.parse("欢迎 {{names}}"))), Optional.empty(), Optional.empty()), FakeServices.company());
        assertThat(said(stage.on(chat.joined(1, "w"), chat))).isEqualTo("方慧 请来的 王五 好!");
        assertThat(said(stage.on(chat.joined(1, "z"), chat))).isEqualTo("老马 的朋友 赵六 好!");
        assertThat(said(stage.on(chat.joined(1, "x"), chat))).isEqualTo("欢迎 新朋友");
    }

    @Test
    void aNicknameIsNoAdvertisement() throws Exception {
        assertThat(welcome("欢迎 {{names}}", chat.joined(1, "ad"))).isEqualTo("欢迎 低价贷款");
        assertThat(welcome("欢迎 {{names}}", chat.joined(1, "spam"))).isEqualTo("欢迎 新朋友");
    }

    @Test
    void twoHundredShareOneWelcomeAndTheNextAnother() throws Exception {
        Stage stage = stage("欢迎 {{names}}");
        for (int i = 0; i < 200; i++) {
            chat.knows("m" + i, "成员" + i);
            stage.on(chat.joined(1, "m" + i), chat);
        }
        assertThat(said(stage.on(rang(), chat))).isEqualTo("欢迎 成员0、成员1、成员2、成员3、成员4 等 200 人");
        assertThat(chat.memory().longest()).isLessThan(200);
        chat.passes(Duration.ofMinutes(1));
        assertThat(stage.on(chat.joined(1, "w"), chat).actions()).hasSize(1);
        assertThat(said(stage.on(rang(), chat))).isEqualTo("欢迎 王五");
    }

    @Test
    void aSecondRingSaysNothing() throws Exception {
        Stage stage = stage("欢迎 {{names}}");
        stage.on(chat.joined(1, "w"), chat);
        assertThat(said(stage.on(rang(), chat))).isNotEmpty();
        assertThat(said(stage.on(rang(), chat))).isEmpty();
    }

    @Test
    void aLostAlarmDoesNotSilenceTheNextWelcome() throws Exception {
        Stage stage = stage("欢迎 {{names}}");
        stage.on(chat.joined(1, "w"), chat);
        chat.passes(Duration.ofHours(2));
        assertThat(stage.on(chat.joined(1, "z"), chat).actions()).hasSize(1);
        assertThat(said(stage.on(rang(), chat))).isEqualTo("欢迎 赵六");
    }

    @Test
    void theTimeOfDayChoosesTheWords() throws Exception {
        WelcomeSettings settings = settings(Duration.ZERO, List.of(
                located(greeting("早上好 {{names}}", "06:00", "11:00")),
                located(greeting("夜深了 {{names}}", "22:00", "06:00")),
                located(Greeting.parse("欢迎 {{names}}"))), Optional.empty(), Optional.empty());
        Stage stage = plugin.create(settings, FakeServices.company());
        assertThat(said(stage.on(chat.isNow("2026-12-03T01:00:00Z").joined(1, "w"), chat))).isEqualTo("早上好 王五");
        assertThat(said(stage.on(chat.begins().isNow("2026-12-03T03:00:00Z").joined(1, "w"), chat))).isEqualTo("欢迎 王五");
        assertThat(said(stage.on(chat.begins().isNow("2026-12-03T15:30:00Z").joined(1, "w"), chat)))
                .isEqualTo("夜深了 王五");
    }

    @Test
    void greetsWhoOpensTheConversationOnceADay() throws Exception {
        FakeChat direct = new FakeChat(ChatKind.DIRECT);
        Stage stage = plugin.create(settings(Duration.ZERO, List.of(), Optional.empty(),
                Optional.of(located(Saying.parse("您好 {{name}},请说")))), FakeServices.company());
        assertThat(said(stage.on(direct.entered("x"), direct))).isEqualTo("您好 朋友,请说");
        assertThat(said(stage.on(direct.entered("x"), direct))).isEmpty();
        direct.passes(Duration.ofDays(1));
        assertThat(said(stage.on(direct.entered("x"), direct))).isNotEmpty();
        assertThat(stage.on(direct.joined(1, "x"), direct)).isEqualTo(Reaction.pass());
    }

    @Test
    void unknownVariablesAreProblems() {
        Problems problems = new Problems();
        plugin.check(settings(Duration.ZERO,
                List.of(located(Greeting.parse("{{nmaes}} {{staff.发票}} {{vars.hotline}}"))), Optional.empty(),
                Optional.of(located(Saying.parse("{{hotlin}}")))), FakeServices.company(), problems);
        assertThat(problems.all()).hasSize(2);
    }

    @Test
    void inCustomerGroupsWecomGreetsWhereATemplateSaysSo() throws Exception {
        WelcomeSettings settings = settings(Duration.ZERO, List.of(located(Greeting.parse("欢迎"))),
                Optional.of(located(Template.parse("欢迎 %NICKNAME%"))), Optional.empty());
        Stage stage = plugin.create(settings, FakeServices.company());
        FakeChat customers = new FakeChat(ChatKind.CUSTOMER);
        assertThat(stage.on(customers.joined(1, "w"), customers).actions()).isEmpty();
        assertThat(said(stage.on(chat.joined(1, "w"), chat))).isEqualTo("欢迎");
        assertThat(stage.platformWelcome()).hasValueSatisfying(
                template -> assertThat(template.source()).isEqualTo("欢迎 %NICKNAME%"));
    }

    private String welcome(String text, Event... events) throws Exception {
        Stage stage = stage(text);
        chat.begins();
        for (Event event : events) {
            stage.on(event, chat);
        }
        return said(stage.on(rang(), chat));
    }

    private Stage stage(String text) {
        return plugin.create(settings(Duration.ofSeconds(30), text), FakeServices.company());
    }

    private Event rang() {
        return chat.rang("welcome", "welcome");
    }

    private static Greeting inviter(String text, String who) {
        return new Greeting(Template.parse(text), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), List.of(), List.of(who), List.of(), List.of(), false);
    }

    private static Greeting greeting(String text, String from, String until) {
        return new Greeting(Template.parse(text), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(LocalTime.parse(from)),
                Optional.of(LocalTime.parse(until)), List.of(), List.of(), List.of(), List.of(), false);
    }

    private static WelcomeSettings settings(Duration merge, String text) {
        return settings(merge, List.of(located(Greeting.parse(text))), Optional.empty(), Optional.empty());
    }

    private static WelcomeSettings settings(Duration merge, List<Located<Greeting>> say,
            Optional<Located<Template>> platform, Optional<Located<Saying>> enter) {
        return new WelcomeSettings(merge, say, platform, enter, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static <T> Located<T> located(T value) {
        return new Located<>(value, PLACE);
    }

    private static String said(Reaction reaction) {
        return reaction.actions().stream().filter(Action.Say.class::isInstance)
                .map(action -> ((Action.Say) action).text()).findFirst().orElse("");
    }
}
