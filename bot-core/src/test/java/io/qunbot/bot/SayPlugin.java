package io.qunbot.bot;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Says the same to everything; on the word 等 only once it may. */
final class SayPlugin implements Plugin<SayPlugin.Settings> {

    record Settings(String text) {}

    final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));

    @Override
    public String name() {
        return "say";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, _) -> {
            if (event instanceof Event.Said said && said.content().words().equals("等")) {
                gate.get().await();
            }
            return event instanceof Event.Said
                    ? Reaction.pass(new Action.Say(settings.text(), "say"))
                    : Reaction.pass();
        };
    }
}
