package io.qunbot.cli;

import io.qunbot.bot.Bot;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ChannelConfig;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;

/** Walks the ways that every start walks, so that the JVM can record them for the next one. */
final class Rehearsal {

    private static final int MESSAGES = 20;

    private Rehearsal() {}

    static void of(Bot bot, BotConfig config) throws IOException, InterruptedException {
        for (Map.Entry<String, ChannelConfig> channel : config.channels().entrySet()) {
            if (channel.getValue().isLine()) {
                continue;
            }
            URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/" + channel.getKey());
            try (WecomCaller caller = new WecomCaller(address, channel.getValue().kind().codec(),
                    channel.getValue().credentials(), InstantSource.system())) {
                for (int count = 0; count < MESSAGES; count++) {
                    caller.say(new Saying("demo-service", "rehearsal", "发票怎么开?", channel.getKey() + count,
                            InstantSource.system().instant()));
                }
            }
        }
    }
}
