package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.member.Correction;
import io.qunbot.bot.member.MemberCard;
import io.qunbot.chat.MemberId;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole bot, and WeCom's corp tags. */
@Timeout(60)
class MirrorTest {

    private static final String MARK = "/cgi-bin/externalcontact/mark_tag";
    private static final String GET = "/cgi-bin/externalcontact/get";
    private static final MemberId CUSTOMER = new MemberId("wm1");

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private TestHome home;
    private int told;

    @BeforeEach
    void start() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7).befriend("lisi", "wm1")
                .befriend("zhou.min", "wm1");
        home = new TestHome(folder).config("""
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: %s, aesKey: %s }
                """.formatted(wecom.address(), TestHome.TOKEN, TestHome.AES_KEY));
        home.file("service.yaml", """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins: { say: {} }
                """);
        Files.writeString(folder.resolve("config/tags.yaml"), """
                families:
                  行业: { one: [餐饮, 零售], sync: wecom }
                  意向: { any: [问价, 想试用], sync: wecom }
                  内部: { any: [难缠] }
                """);
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static void await(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            if (Thread.interrupted()) { // by the time limit of the class
                throw new AssertionError("it never came");
            }
            Thread.onSpinWait();
        }
    }

    private static void correct(Bot bot, String... tags) {
        bot.correct(new Correction(CUSTOMER, List.of(tags), "zhou.min", "电话里说的"));
    }

    private List<String> there() {
        return wecom.tagsOn("zhou.min", "wm1").stream().sorted().toList();
    }

    private static List<String> here(Bot bot) {
        return bot.members().of(CUSTOMER).tags().stream().map(MemberCard.Tag::tag).sorted().toList();
    }

    /** WeCom tells that something about a customer changed. */
    private void tells(Bot bot) throws IOException, InterruptedException {
        Credentials shared = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, "ww1");
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/app");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.APP, shared, InstantSource.system())) {
            assertThat(caller.send(caller.call("<xml><ToUserName>ww1</ToUserName><FromUserName>sys</FromUserName>"
                    + "<CreateTime>" + InstantSource.system().instant().getEpochSecond() + "</CreateTime>"
                    + "<MsgType>event</MsgType><Event>change_external_contact</Event>"
                    + "<ChangeType>edit_external_contact</ChangeType><UserID>zhou.min</UserID>"
                    + "<ExternalUserID>wm1</ExternalUserID><State>" + ++told + "</State></xml>")).status())
                    .isEqualTo(200);
        }
    }

    private void looksOnceMore(Bot bot) throws IOException, InterruptedException {
        int looked = wecom.received(GET).size();
        tells(bot);
        await(() -> wecom.received(GET).size() > looked && bot.store().rosters().mirrored("wm1")
                .filter(row -> row.changed() == 0).isPresent());
    }

    @Test
    void aTagGoesToThePairOfTheColleagueInChargeAndWhatComesBackChangesNothing()
            throws IOException, InterruptedException {
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            correct(bot, "餐饮", "问价", "难缠");
            await(() -> there().equals(List.of("问价", "餐饮")));
            correct(bot, "零售");
            await(() -> there().equals(List.of("问价", "零售")));

            looksOnceMore(bot);

            assertThat(wecom.received(MARK)).hasSizeLessThanOrEqualTo(2);
            assertThat(wecom.tagsOn("lisi", "wm1")).isEmpty();
            assertThat(here(bot)).containsExactly("问价", "难缠", "零售");
            assertThat(bot.members().of(CUSTOMER).tags()).extracting(MemberCard.Tag::local).containsOnly("");
        }
    }

    @Test
    void whatAColleagueEditsInTheClientIsReadBackWithItsEvidence() throws IOException, InterruptedException {
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            correct(bot, "餐饮", "问价");
            await(() -> there().equals(List.of("问价", "餐饮")));
            int marked = wecom.received(MARK).size();
            wecom.edit("zhou.min", "wm1", "意向", "想试用", true);
            wecom.edit("zhou.min", "wm1", "意向", "问价", false);
            tells(bot);
            await(() -> here(bot).equals(List.of("想试用", "餐饮")));
            looksOnceMore(bot);

            assertThat(bot.members().of(CUSTOMER).tags()).filteredOn(tag -> tag.tag().equals("想试用")).singleElement()
                    .satisfies(tag -> assertThat(tag.rule()).isEqualTo("企业微信/zhou.min"));
            assertThat(wecom.received(MARK)).hasSize(marked);
        }
    }

    @Test
    void whatBothSidesChangeWhileNobodyLooksIsNotLost() throws IOException {
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            correct(running.bot(), "餐饮");
            await(() -> there().equals(List.of("餐饮")));
            wecom.next(MARK, Fault.code(45009));
            correct(running.bot(), "问价");
            await(() -> wecom.received(MARK).size() > 1);
            wecom.edit("zhou.min", "wm1", "意向", "想试用", true);
        }
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            await(() -> there().equals(List.of("想试用", "问价", "餐饮"))
                    && here(running.bot()).equals(List.of("想试用", "问价", "餐饮")));
            assertThat(there()).isEqualTo(here(running.bot()));
        }
    }

    @Test
    void withoutAPairATagStaysLocalAndSaysWhy() throws IOException, InterruptedException {
        wecom.part("lisi", "wm1");
        wecom.part("zhou.min", "wm1");
        try (TestHome.Running running = home.start(new CustomerPlugin())) {
            Bot bot = running.bot();
            correct(bot, "餐饮");
            await(() -> bot.members().of(CUSTOMER).tags().getFirst().local().contains("没有同事加过"));
            assertThat(wecom.received(MARK)).isEmpty();

            wecom.befriend("zhou.min", "wm1");
            tells(bot);

            await(() -> there().equals(List.of("餐饮")));
            await(() -> bot.members().of(CUSTOMER).tags().getFirst().local().isEmpty());
        }
    }
}
