package io.qunbot.cli;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import java.time.Duration;

/** Says the same whatever it hears; homes of tests have it in a jar under plugins/. */
public final class ParrotPlugin implements Plugin<ParrotPlugin.Settings> {

    /** What it says. */
    @Doc(zh = "鹦鹉", en = "a parrot")
    public record Settings(
            @Doc(zh = "说什么", en = "what it says") String say,
            @Doc(zh = "说几遍", en = "how often") @Default("1") int times,
            @Doc(zh = "隔多久", en = "after how long") @Default("1s") Duration pause) {}

    @Override
    public String name() {
        return "parrot";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, _) -> event instanceof Event.Said
                ? Reaction.stop(new Action.Say(settings.say().repeat(settings.times()), "parrot"))
                : Reaction.pass();
    }
}
