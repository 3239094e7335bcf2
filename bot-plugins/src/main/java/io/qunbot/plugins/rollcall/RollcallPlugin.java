package io.qunbot.plugins.rollcall;

import io.qunbot.plugin.Detail;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls the roll: counts who reports, day by day or box by box, and tells who is missing. */
public final class RollcallPlugin implements Plugin<RollcallSettings> {

    @Override
    public String name() {
        return "rollcall";
    }

    @Override
    public Class<RollcallSettings> settingsType() {
        return RollcallSettings.class;
    }

    @Override
    public Stage create(RollcallSettings settings, PluginServices services) {
        return new RollcallStage(settings, services);
    }

    @Override
    public List<Spoken> says(RollcallSettings settings) {
        return settings.list().stream().map(Located::value).flatMap(rollcall -> rollcall.texts()
                .map(text -> new Spoken(text.value(), text.place(), rollcall.in()))).toList();
    }

    @Override
    public List<Occasion> occasions(RollcallSettings settings, PluginServices services) {
        return settings.list().stream().map(Located::value)
                .flatMap(rollcall -> occasions(rollcall, services).stream()).toList();
    }

    @Override
    public List<Detail> details(RollcallSettings settings) {
        return settings.list().stream().map(Located::value).filter(Rollcall::each).map(rollcall -> new Detail(
                Detail.PROGRESS, rollcall.fact(), rollcall.label(), "还没开始")).toList();
    }

    private static List<Occasion> occasions(Rollcall rollcall, PluginServices services) {
        List<Occasion> all = new ArrayList<>();
        boolean says = rollcall.say().isPresent() || rollcall.done().isPresent();
        all.add(occasion(rollcall, new Occasion.Heard(true), says ? Set.of(Effect.SAY) : Set.of()));
        rollcall.close().ifPresent(_ -> all.add(occasion(rollcall, due(rollcall, Period.CLOSE, services),
                Set.of(Effect.SAY))));
        rollcall.report().ifPresent(_ -> all.add(occasion(rollcall, due(rollcall, Period.REPORT, services),
                Set.of(Effect.TELL))));
        rollcall.missing().ifPresent(_ -> all.add(occasion(rollcall, due(rollcall, Period.MISSING, services),
                Set.of(Effect.TELL))));
        return all;
    }

    private static Occasion occasion(Rollcall rollcall, Occasion.Cause cause, Set<Effect> effects) {
        return new Occasion(new Located<>(rollcall.name(), rollcall.id().place()), cause, effects, rollcall.in());
    }

    private static Occasion.Due due(Rollcall rollcall, String step, PluginServices services) {
        Instant now = services.today().atStartOfDay(services.zone()).toInstant();
        return new Occasion.Due(new Period(rollcall, services).preview(step, now));
    }

    @Override
    public void check(RollcallSettings settings, PluginServices services, Problems problems) {
        new RollcallCheck(settings, services, problems).check();
    }
}
