package io.qunbot.bot.explain;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.dispatch.Aside;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.store.LaneRow;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * {@code !why}: a colleague asks why the bot spoke or did not, and is told where nobody else reads it. Members who
 * ask are not heard here.
 */
public final class WhyStage implements Stage {

    private static final String NAME = "why";
    private static final Finding ASKED = Finding.of(Kind.ACTS, "同事问 !why", "a colleague asked !why");

    private final Situation situation;
    private final Hindsight hindsight;

    private WhyStage(Situation situation) {
        this.situation = situation;
        this.hindsight = new Hindsight(situation);
    }

    /** Takes {@code !why} from colleagues; no rule sees it. */
    public static Aside aside(Situation situation) {
        WhyStage stage = new WhyStage(situation);
        return (event,
                usual) -> event instanceof Event.Said said && WhyCommand.isMeant(said.content().words())
                        && usual.services().isStaff(said.by())
                                ? Optional.of(stage.in(usual))
                                : Optional.empty();
    }

    private Profile in(Profile usual) {
        return new Profile(usual.id(), usual.title(), Mode.AUTO, usual.services(),
                List.of(new Installed(NAME, this)));
    }

    @Override
    public Reaction on(Event event, ChatContext chat) {
        if (!(event instanceof Event.Said said)) {
            return Reaction.pass();
        }
        chat.note(ASKED);
        String text = answer(said, WhyCommand.of(said.content().words()));
        return said.chat().kind() == ChatKind.DIRECT
                ? Reaction.stop(new Action.Say(text, "!why"))
                : Reaction.stop(new Action.Tell(List.of(said.by()), text, "!why"));
    }

    private String answer(Event.Said said, WhyCommand command) {
        boolean named = said.chat().kind() == ChatKind.DIRECT && !command.group().isEmpty();
        LaneId id = named ? LaneId.of(new ChatId(command.group())) : said.lane();
        Optional<LaneRow> lane = situation.store().lane(id)
                .filter(row -> !named || isColleague(said, row));
        return lane.flatMap(row -> hindsight.newest(row, wanted(said, command, named)))
                .map(explanation -> new ExplanationText(Language.ZH).brief(explanation))
                .orElse(named ? "没有这个群的消息,或者您不是它的同事:" + command.group() : "这里还没有可以说明的消息");
    }

    /** Whoever asks about a group has to be a colleague there. */
    private boolean isColleague(Event.Said said, LaneRow row) {
        return row.chat().map(chat -> situation.rules().get().book().profileOf(chat, row.firstName()))
                .filter(profile -> profile.services().isStaff(said.by())).isPresent();
    }

    /** What is quoted, else the newest that is no command; in a group the newest of a member. */
    private Predicate<Event.Said> wanted(Event.Said asking, WhyCommand command, boolean elsewhere) {
        String quoted = Normalizer.words(command.quoted());
        boolean alone = asking.chat().kind() == ChatKind.DIRECT && !elsewhere;
        return said -> !said.id().equals(asking.id()) && !WhyCommand.isMeant(said.content().words())
                && (quoted.isEmpty()
                        ? alone || !isStaff(said)
                        : isQuoted(Normalizer.words(said.content().words()), quoted));
    }

    private static boolean isQuoted(String words, String quoted) {
        return !words.isEmpty() && (quoted.endsWith(words) || (words.length() > 1 && quoted.contains(words)));
    }

    private boolean isStaff(Event.Said said) {
        Optional<String> name = situation.store().lane(said.lane()).flatMap(LaneRow::firstName);
        return situation.rules().get().book().profileOf(said.chat(), name).services().isStaff(said.by());
    }
}
