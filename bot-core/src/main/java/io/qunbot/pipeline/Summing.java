package io.qunbot.pipeline;

import io.qunbot.chat.Action;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Upshot;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Way;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sums up what stages noted and want, for those that look back. */
final class Summing {

    /** The number of a finding that something will be possible again after so many seconds. */
    private static final String LEFT = "left";

    private Summing() {}

    static Upshot up(List<Note> trace, List<Decision.Wanted> actions, Profile profile, ChatKind kind,
            Optional<String> ended) {
        Set<String> rules = trace.stream().filter(note -> !note.failure()).map(Note::finding).filter(Summing::isMeant)
                .map(Finding::subject).filter(subject -> !subject.isEmpty()).collect(Collectors.toSet());
        Set<String> spoken = actions.stream().map(Decision.Wanted::action)
                .filter(action -> action instanceof Action.Say say && leaves(say, profile, kind))
                .map(action -> ((Action.Say) action).rule()).collect(Collectors.toSet());
        List<Action.Tell> told = actions.stream().map(Decision.Wanted::action).filter(Action.Tell.class::isInstance)
                .map(Action.Tell.class::cast).toList();
        return new Upshot(rules, spoken, told, ended);
    }

    private static boolean isMeant(Finding finding) {
        return switch (finding.kind()) {
            case ACTS, WAITS -> true;
            case REFUSED -> finding.numbers().containsKey(LEFT);
            default -> false;
        };
    }

    /** No bot is in a customer group: what is said there is said by a colleague. */
    private static boolean leaves(Action.Say say, Profile profile, ChatKind kind) {
        return kind != ChatKind.CUSTOMER && profile.mode().autonomy() == Autonomy.AUTO
                && say.oversight().most() == Autonomy.AUTO
                && profile.speech().way(kind, say.manner().orElse(Manner.ANSWER)) == Way.BOT;
    }
}
