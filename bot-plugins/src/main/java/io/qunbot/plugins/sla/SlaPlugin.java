package io.qunbot.plugins.sla;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.Set;

/** Follows how soon customers are answered, and tells colleagues when they are not. */
public final class SlaPlugin implements Plugin<SlaSettings> {

    @Override
    public String name() {
        return "sla";
    }

    @Override
    public Class<SlaSettings> settingsType() {
        return SlaSettings.class;
    }

    @Override
    public Stage create(SlaSettings settings, PluginServices services) {
        return new SlaStage(settings, services);
    }

    /** It has to hear what is said to nobody in particular: colleagues do not address the bot when they answer. */
    @Override
    public List<Occasion> occasions(SlaSettings settings, PluginServices services) {
        return List.of(new Occasion(new Located<>(name(), settings.firstReply().place()), new Occasion.Heard(true),
                Set.of(Effect.TELL), List.of(ChatKind.INTERNAL, ChatKind.CUSTOMER)));
    }

    @Override
    public boolean standsBeside() {
        return true;
    }

    @Override
    public void check(SlaSettings settings, PluginServices services, Problems problems) {
        new SlaCheck(settings, services, problems).check();
    }
}
