package io.qunbot.plugins.topics;

import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Says what has its time: classes, notices, opinions to talk about, and whatever a silent group needs. */
public final class TopicsPlugin implements Plugin<TopicsSettings> {

    /** So many times of a topic are looked at when something about them is checked. */
    private static final int LOOKED_AT = 20;

    @Override
    public String name() {
        return "topics";
    }

    @Override
    public Class<TopicsSettings> settingsType() {
        return TopicsSettings.class;
    }

    @Override
    public Stage create(TopicsSettings settings, PluginServices services) {
        return new TopicsStage(settings, services);
    }

    @Override
    public List<Spoken> says(TopicsSettings settings) {
        return settings.list().stream().map(Located::value).flatMap(TopicsStage::words).toList();
    }

    @Override
    public List<Occasion> occasions(TopicsSettings settings, PluginServices services) {
        Instant now = services.today().atStartOfDay(services.zone()).toInstant();
        return settings.list().stream().map(Located::value).flatMap(topic -> {
            Timetable timetable = new Timetable(topic, services);
            return topic.steps().stream().map(step -> new Occasion(new Located<>(topic.name(), topic.at().place()),
                    new Occasion.Due(timetable.preview(step.value(), now, LOOKED_AT)), effects(topic, step.value()),
                    topic.in()));
        }).toList();
    }

    private static Set<Effect> effects(Topic topic, Step step) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        boolean watches = topic.mode().filter(Mode.WATCH::equals).isPresent();
        if (!watches && !step.say().isEmpty()) {
            effects.add(Effect.SAY);
            if (step.by().isPresent() || topic.mode().filter(Mode.DRAFT::equals).isPresent()) {
                effects.add(Effect.DRAFT);
            }
        }
        if (step.tell().isPresent()) {
            effects.add(Effect.TELL);
        }
        return effects;
    }

    @Override
    public void check(TopicsSettings settings, PluginServices services, Problems problems) {
        new TopicsCheck(settings, services, problems).check();
    }
}
