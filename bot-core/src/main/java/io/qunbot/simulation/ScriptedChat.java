package io.qunbot.simulation;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.Note;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One chat of a simulation, in the words of a script: people say, join and leave, time passes, and what
 * the bot says is expected in order. A failed expectation is an {@link AssertionError}.
 */
public final class ScriptedChat {

    private final Simulation simulation;
    private final Chat chat;
    private final Deque<String> said = new ArrayDeque<>();
    private final Deque<String> unsaid = new ArrayDeque<>();
    private final Deque<Utterance> told = new ArrayDeque<>();
    private final List<Event> sent = new ArrayList<>();
    private int read;
    private String lastAnswer = "";

    ScriptedChat(Simulation simulation, Chat chat) {
        this.simulation = simulation;
        this.chat = chat;
    }

    /** A member says something; in a group without addressing the bot. */
    public ScriptedChat says(String member, String text) {
        return says(member, new Content.Text(text), chat.kind() == ChatKind.DIRECT);
    }

    /** A member says something to the bot. */
    public ScriptedChat mentions(String member, String text) {
        return says(member, new Content.Text(text), true);
    }

    public ScriptedChat says(String member, Content content, boolean mentioned) {
        return happens(new Event.Said(simulation.newId(), simulation.now(), chat, new MemberId(member), content,
                mentioned));
    }

    public ScriptedChat joins(String... members) {
        simulation.people().joined(chat.id(), ids(members));
        return happens(new Event.Joined(simulation.newId(), simulation.now(), chat, ids(members), members.length, ""));
    }

    /** Somebody is there of whom nothing was heard, as whoever was there before the bot. */
    public ScriptedChat has(String... members) {
        simulation.people().present(chat.id(), ids(members));
        return this;
    }

    public ScriptedChat leaves(String... members) {
        simulation.people().left(chat.id(), ids(members));
        return happens(new Event.Left(simulation.newId(), simulation.now(), chat, ids(members), members.length, false,
                ""));
    }

    /** Anything else that can happen in a chat. */
    public ScriptedChat happens(Event event) {
        sent.add(event);
        lastAnswer = simulation.deliver(event);
        return this;
    }

    /** WeCom delivers the last event again; it has to get the same answer, and nothing else may happen. */
    public ScriptedChat redelivers() {
        int words = simulation.utterances().size();
        String again = simulation.deliver(sent.getLast());
        if (!again.equals(lastAnswer)) {
            throw new AssertionError("a redelivery was answered '" + again + "' instead of '" + lastAnswer + "'");
        }
        if (simulation.utterances().size() > words) {
            throw new AssertionError("a redelivery made the bot say more");
        }
        return this;
    }

    /** The bot is stopped and started again. */
    public ScriptedChat restarts() {
        simulation.restart();
        return this;
    }

    /** Time passes; alarms ring on the way. */
    public ScriptedChat waits(Duration duration) {
        simulation.pass(duration);
        return this;
    }

    /**
     * The next thing that the bot said.
     *
     * @param pattern the whole text; {@code *} stands for anything
     */
    public ScriptedChat expects(String pattern) {
        gather();
        return take(said, pattern, "said");
    }

    /** The bot has said nothing that was not expected already. */
    public ScriptedChat expectsNothing() {
        gather();
        if (!said.isEmpty()) {
            throw new AssertionError("the bot should have been silent, but said: " + said.peek());
        }
        return this;
    }

    /**
     * The next thing that the bot told a colleague about this chat.
     *
     * @param member the colleague, or one of several
     */
    public ScriptedChat expectsTold(String member, String pattern) {
        gather();
        Utterance next = told.peek();
        if (next != null && !next.to().contains(new MemberId(member))) {
            String colleagues = next.to().stream().map(MemberId::value).collect(Collectors.joining(","));
            throw new AssertionError("the bot told " + colleagues + " and not " + member + ": " + next.text());
        }
        told.poll();
        return take(new ArrayDeque<>(next == null ? List.of() : List.of(next.text())), pattern, "told");
    }

    /** The next thing that the bot would have said here, if it might or could. */
    public ScriptedChat expectsUnsaid(String pattern) {
        gather();
        return take(unsaid, pattern, "would have said");
    }

    private ScriptedChat take(Deque<String> words, String pattern, String did) {
        String next = words.poll();
        if (next == null) {
            throw new AssertionError("the bot " + did + " nothing, expected: " + pattern + why());
        }
        String regex = Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        if (!Pattern.compile(regex, Pattern.DOTALL).matcher(next.strip()).matches()) {
            throw new AssertionError("the bot " + did + ": " + next + "\nexpected: " + pattern);
        }
        return this;
    }

    private void gather() {
        List<Utterance> all = simulation.utterances();
        for (; read < all.size(); read++) {
            Utterance words = all.get(read);
            if (!words.chat().equals(chat.id())) {
                continue;
            }
            if (words.isTell()) {
                told.add(words);
            } else {
                (words.isSaid() ? said : unsaid).add(words.text());
            }
        }
    }

    private String why() {
        return simulation.trace().stream()
                .map(note -> "\n  " + note.plugin() + subject(note)
                        + (note.rule() == null ? "" : " " + note.rule()) + ": "
                        + note.why())
                .collect(Collectors.joining());
    }

    private static String subject(Note note) {
        String subject = note.finding().subject();
        return subject.isEmpty() ? "" : " " + subject;
    }

    private static List<MemberId> ids(String... members) {
        return Arrays.stream(members).map(MemberId::new).toList();
    }
}
