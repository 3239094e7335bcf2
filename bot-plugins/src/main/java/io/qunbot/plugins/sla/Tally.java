package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.LaneId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.question.Happened;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what happens to questions: as remarks for reports, and for the summary of the profile. For one call. */
final class Tally {

    private static final Duration KEPT = Duration.ofDays(400);

    private final PluginServices services;
    private final boolean summed;
    private final ChatContext chat;
    private final List<Action> remarks = new ArrayList<>(2);
    private final List<Figure> figures = new ArrayList<>(2);

    /** @param summed whether somebody wants a summary */
    Tally(PluginServices services, boolean summed, ChatContext chat) {
        this.services = services;
        this.summed = summed;
        this.chat = chat;
    }

    /** @param subject see {@link Happened} */
    void add(Happened what, String subject, Duration waited) {
        remarks.add(new Action.Remark(what.key(), subject, waited.toSeconds(), Optional.empty(), KEPT));
        figures.add(new Figure(what, waited.toSeconds()));
    }

    /** @param open how many wait now */
    List<Action> actions(int open) {
        List<Action> actions = new ArrayList<>(remarks);
        if (summed && !figures.isEmpty()) {
            String group = chat.group().name().orElse(chat.group().chat().id().value());
            actions.add(new Action.Emit(LaneId.ofProfile(services.profile()), Summary.FIGURES,
                    new News(chat.group().chat().id().value(), group, open, figures).write()));
        }
        return actions;
    }
}
