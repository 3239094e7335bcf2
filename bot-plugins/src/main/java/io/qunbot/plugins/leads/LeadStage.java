package io.qunbot.plugins.leads;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Answer;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.lead.Piece;
import java.util.Optional;

/** Follows a member from the first points to the deal, on the member's lane. */
final class LeadStage implements Stage {

    private final LeadsSettings settings;
    private final PluginServices services;

    LeadStage(LeadsSettings settings, PluginServices services) {
        this.settings = settings;
        this.services = services;
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        MemberId member = new MemberId(event.lane().subject());
        Dossier dossier = new Dossier(member, settings, services, chat);
        Handover handover = new Handover(dossier, settings.hand().value(), services, chat);
        switch (event) {
            case Event.Tagged tagged -> tagged(tagged, dossier);
            case Event.Attested said -> attested(said, dossier, handover);
            case Event.Rang rang when rang.key().equals(Dossier.DECAY) -> dossier.decay();
            case Event.Rang rang when rang.key().equals(Handover.DUE) -> handover.overdue();
            case Event.Custom custom when custom.kind().equals(Assignment.ANSWER) ->
                handover.assigned(Assignment.of(custom.payload()));
            case Event.Custom custom -> Answer.of(custom).ifPresent(handover::answered);
            default -> {
                // nothing that earns points
            }
        }
        handover.whenQualified();
        return Reaction.pass(dossier.close());
    }

    private void tagged(Event.Tagged tagged, Dossier dossier) {
        tagged.added().forEach(tag -> Optional.ofNullable(settings.score().get(tag))
                .ifPresent(points -> dossier.earn(Piece.of(tag, points.value(), tagged.rule(), dossier.now(),
                        tagged.origin()))));
    }

    private void attested(Event.Attested said, Dossier dossier, Handover handover) {
        if (said.what().equals(Event.Attested.SCORE)) {
            dossier.earn(Piece.of(said.rule(), Integer.parseInt(said.value()), said.rule(), dossier.now(),
                    said.origin()));
        } else if (said.what().equals(Event.Attested.DEAL)) {
            handover.dealt(said.value().startsWith("won"));
        }
    }

    @Override
    public boolean expects(String alarm, String payload) {
        return !alarm.equals(Dossier.DECAY) || settings.decay().isPresent();
    }

    /** What the colleague is told now. */
    static Action.Remark remark(String kind, String subject) {
        return new Action.Remark(kind, subject, 1, Optional.empty(), Handover.KEPT);
    }
}
