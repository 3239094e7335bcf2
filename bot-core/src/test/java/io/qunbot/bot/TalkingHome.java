package io.qunbot.bot;

import io.qunbot.bot.TestHome.Running;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;

/** A home whose bot can be talked to, and changes its rules only when it is told to. */
final class TalkingHome {

    private static final Credentials SHARED = new Credentials(TestHome.TOKEN, TestHome.AES_KEY, "");

    private final AtomicInteger ids = new AtomicInteger();
    final TestHome home;

    TalkingHome(Path root) throws IOException {
        home = new TestHome(root).config("reload: manual\n");
    }

    Running start() throws IOException {
        return home.start(new TimerPlugin());
    }

    /** @param more further lines, such as a rollout */
    TalkingHome service(String text, String more, String... rules) throws IOException {
        home.file("service.yaml", """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                """ + more + "plugins:\n  say: { text: \"" + text + "\", rules: [" + ids(rules) + "] }\n");
        return this;
    }

    private static String ids(String... rules) {
        return rules.length == 0 ? "" : "{ id: " + String.join(" }, { id: ", rules) + " }";
    }

    /** Says something. @return the answer; empty when there is none */
    String says(Bot bot, String group, String text) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.AIBOT, SHARED, InstantSource.system())) {
            return caller.say(new Saying(group, "李雷", text, "m" + ids.incrementAndGet(),
                    InstantSource.system().instant())).text().orElse("");
        }
    }
}
