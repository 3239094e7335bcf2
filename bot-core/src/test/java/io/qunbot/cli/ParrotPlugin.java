package io.qunbot.cli;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Sample;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
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
        return new Parrot(settings, services.profile());
    }

    /** Says its words whatever happens, and finds it strange when people say them too. */
    private record Parrot(Settings settings, String profile) implements Stage {

        @Override
        public Reaction on(Event event, ChatContext chat) {
            return event instanceof Event.Said
                    ? Reaction.stop(new Action.Say(settings.say().repeat(settings.times()), "parrot"))
                    : Reaction.pass();
        }

        @Override
        public void lint(Sample sample, Problems findings) {
            if (profile.equals("loud") && sample.idle().stream().anyMatch(line -> line.contains(settings.say()))) {
                findings.warn("R999", new Place(new Source("rules/" + profile + ".yaml", ""), 1, 1, 1),
                        new Words("别人也这么说", "others say so, too"), Words.NONE);
            }
        }
    }
}
