package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.simulation.standin.Fault;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** QR codes for customer groups, from the command line to WeCom and back to who came by them. */
@Timeout(120)
class JoinWayCommandTest {

    private static final String WAY = "/cgi-bin/externalcontact/groupchat/";

    @TempDir
    private Path folder;
    private WecomStandIn wecom;
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7).group(group("wr1"))
                .group(group("wr2"));
        home = CliHome.in(folder.resolve("home"));
        home.configure("channels:\n", """
                channels:
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%s", token: QDG6eK,
                         aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C }
                """.formatted(wecom.address()));
        home.write("rules/good.yaml", CliHome.GOOD_RULES.replace("channel: assistant", "channel: app"));
    }

    @AfterEach
    void stop() {
        wecom.close();
    }

    private static JsonObject group(String id) {
        return JsonParser
                .parseString("{'chat_id':'%s','name':'一群','owner':'zhou.min','member_version':'v1','member_list':[]}"
                        .replace('\'', '"').formatted(id))
                .getAsJsonObject();
    }

    /** The directory asks for the groups by itself. */
    private void awaitGroups() {
        try (Store store = Store.open(home.root().resolve("data/qunbot.db"), Thread.ofPlatform().daemon())) {
            while (store.rosters().all().size() < 2) {
                Thread.onSpinWait(); // the time limit of the class ends it
            }
        }
    }

    @Test
    void areMadeListedAndTakenBack() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            awaitGroups();
            CliHome.Result made = home.qunbot("join-way", "add", "wr1", "--state", "展会", "--remark", "门口的易拉宝");
            assertThat(made.err()).isEmpty();
            assertThat(made.out()).contains("展会", "wr1", "picture http");
            assertThat(wecom.received(WAY + "add_join_way")).singleElement().satisfies(asked -> assertThat(asked.json())
                    .isEqualTo(JsonParser.parseString("{\"scene\":2,\"remark\":\"门口的易拉宝\",\"auto_create_room\":0,"
                            + "\"chat_id_list\":[\"wr1\"],\"state\":\"展会\"}")));

            assertThat(home.qunbot("join-way", "add", "good", "--state", "官网", "--next", "新群").out())
                    .contains("wr1 wr2");
            assertThat(home.qunbot("join-way", "list", "wr2").out()).contains("官网").doesNotContain("展会");
            assertThat(home.qunbot("join-way", "list", "--format", "json").out()).contains("\"state\":\"展会\"");

            String id = made.out().substring(0, made.out().indexOf(' '));
            assertThat(home.qunbot("join-way", "remove", id).exit()).isZero();
            assertThat(wecom.received(WAY + "del_join_way")).hasSize(1);
            assertThat(home.qunbot("join-way", "list").out()).doesNotContain("展会");
            assertThat(home.qunbot("join-way", "remove", id).exit()).isEqualTo(3);
        }
    }

    @Test
    void areRefusedWithASentence() throws IOException {
        assertThat(home.qunbot("join-way", "list").err()).contains("no bot is running");
        try (RunningBot _ = RunningBot.of(home)) {
            awaitGroups();
            assertThat(home.qunbot("join-way", "add", "wr1", "--state", "长".repeat(31)).err())
                    .contains("30 characters");
            assertThat(home.qunbot("join-way", "add", "nobody", "--state", "展会").err())
                    .contains("no such customer group");
            wecom.next(WAY + "add_join_way", Fault.code(48002));
            CliHome.Result refused = home.qunbot("join-way", "add", "wr1", "--state", "展会");
            assertThat(refused.err()).contains("48002", "customer contact").doesNotContain("s3cret");
            assertThat(refused.exit()).isEqualTo(3);
            assertThat(home.qunbot("join-way").exit()).isEqualTo(2);
        }
    }
}
