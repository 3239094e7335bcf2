package io.qunbot.plugins.leads;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.lead.Lead;
import io.qunbot.plugin.lead.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one lead during a turn: its points come and go here. */
final class Dossier {

    static final String DECAY = "decay";
    /** So many things may speak for somebody; more would say no more. */
    private static final int MOST = 40;

    private final MemberId member;
    private final LeadsSettings settings;
    private final PluginServices services;
    private final ChatContext chat;
    private final Lead before;
    private final List<Action> actions = new ArrayList<>();
    private Lead lead;

    Dossier(MemberId member, LeadsSettings settings, PluginServices services, ChatContext chat) {
        this.member = member;
        this.settings = settings;
        this.services = services;
        this.chat = chat;
        this.before = chat.memory().get(Lead.KEY, Lead.class).orElse(Lead.NONE);
        this.lead = before;
    }

    Lead lead() {
        return lead;
    }

    void is(Lead changed) {
        lead = changed;
    }

    MemberId member() {
        return member;
    }

    Person person() {
        return chat.person(member);
    }

    long now() {
        return chat.now().toEpochMilli();
    }

    String profile() {
        return services.profile();
    }

    void wants(Action action) {
        actions.add(action);
    }

    /** What counts already earns no points again, as long as any are left of it. */
    void earn(Piece piece) {
        if (piece.points() <= 0 || lead.piece(piece.key()).isPresent() || lead.pieces().size() >= MOST) {
            return;
        }
        lead = lead.with(piece);
        chat.note(Finding.of(Kind.ACTS, "线索 +" + piece.points() + ":" + piece.key() + ",现在 " + lead.points() + " 分",
                "lead +" + piece.points() + ": " + piece.key() + ", " + lead.points() + " points now"));
        sleep();
    }

    /** Nothing new came for a while. */
    void decay() {
        settings.decay().ifPresent(decay -> {
            lead = lead.decayed(decay.by());
            chat.note(Finding.of(Kind.ACTS, "很久没有新的依据,减到 " + lead.points() + " 分",
                    "nothing new came for long: " + lead.points() + " points are left"));
            if (!lead.pieces().isEmpty()) {
                sleep();
            }
        });
    }

    private void sleep() {
        settings.decay().ifPresent(decay -> actions.add(new Action.Wake(DECAY, chat.now().plus(decay.after()), "")));
    }

    /** Whether enough speaks for them, and something new since it was returned. */
    boolean isQualified() {
        boolean again = lead.state() == Lead.State.RETURNED || lead.state() == Lead.State.LOST;
        boolean free = lead.state() == Lead.State.GATHERING || (again && lead.earned() > lead.hand().since());
        return free && lead.points() >= settings.qualified().score()
                && lead.pieces().size() >= settings.qualified().evidence() && !person().optedOut();
    }

    /** What has to happen, with all that changed written down. */
    List<Action> close() {
        if (!lead.equals(before)) {
            chat.memory().put(Lead.KEY, lead);
        }
        if (lead.points() != before.points()) {
            actions.add(new Action.Know(member, Person.POINTS,
                    Optional.of(lead.points()).filter(points -> points > 0).map(String::valueOf).orElse("")));
        }
        return List.copyOf(actions);
    }
}
