package io.qunbot.plugins.reply.effect;

import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes findings about effects, with the line of the setting that decided. */
public final class Traced {

    private static final String PLUGINS = "plugins";
    private static final String REPLY = "reply";

    private final PluginServices services;

    public Traced(PluginServices services) {
        this.services = services;
    }

    /** What is found about an effect. */
    public static Finding of(Kind kind, Effect effect, Supplier<Words> words) {
        Label label = effect.label();
        return Finding.of(kind, words).on(label.name().isEmpty() ? label.key() : label.name(), label.place());
    }

    /** It is meant, and does not happen. */
    public Finding refused(Effect effect, Refusal refusal) {
        Finding finding = of(Kind.REFUSED, effect, refusal.words()).because(() -> cause(effect, refusal));
        return refusal.left() > 0 ? finding.with("left", refusal.left()) : finding;
    }

    /** Where the value stands that forbids it. */
    public Optional<Place> cause(Effect effect, Refusal refusal) {
        return refusal.cause() != null
                ? Optional.of(refusal.cause())
                : refusal.field().isEmpty() ? Optional.empty() : written(effect, refusal.field());
    }

    /** Where a setting of an effect is written: its own, else the one for all. */
    public Optional<Place> written(Effect effect, String field) {
        String[] condition = field.split("\\.", 2);
        Optional<Place> own = condition.length == 1
                ? services.where(PLUGINS, REPLY, "rules", effect.key(), field)
                : services.where(PLUGINS, REPLY, "rules", effect.key(), condition[0], condition[1]);
        boolean fromAll = own.isEmpty() && !has(effect.limits(), field);
        return fromAll ? written(field) : own;
    }

    /** Whether what is written beside the effect counts, although nobody can say on which line it stands. */
    private static boolean has(Limits limits, String field) {
        return switch (field) {
            case "cooldown" -> limits.cooldown().isPresent();
            case "wait" -> limits.patience().isPresent();
            default -> false;
        };
    }

    /** Where a setting for all rules is written. */
    public Optional<Place> written(String... field) {
        String[] path = new String[field.length + 2];
        path[0] = PLUGINS;
        path[1] = REPLY;
        System.arraycopy(field, 0, path, 2, field.length);
        return services.where(path);
    }
}
