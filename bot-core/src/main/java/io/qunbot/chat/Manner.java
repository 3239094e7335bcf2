package io.qunbot.chat;

import java.util.List;

/**
 * How words are meant, and so how they are treated on their way out.
 *
 * @param asked whether somebody waits for them: then no quiet hour holds them
 * @param merge words of one conversation with the same key that wait together are said once, in their newest
 *            form; empty for words that stand alone
 * @param about members who are named or addressed though they asked for nothing
 */
public record Manner(Urgency urgency, boolean asked, Delivery delivery, String merge, List<MemberId> about) {

    public static final Manner ANSWER = of(Urgency.ANSWER);
    public static final Manner HANDOFF = of(Urgency.HANDOFF);
    public static final Manner WELCOME = of(Urgency.WELCOME);
    public static final Manner TOPIC = of(Urgency.TOPIC);
    /** Better not said than said twice. */
    public static final Manner AD = of(Urgency.AD);

    public Manner {
        about = List.copyOf(about);
    }

    private static Manner of(Urgency urgency) {
        return new Manner(urgency, urgency == Urgency.ANSWER,
                urgency == Urgency.AD ? Delivery.AT_MOST_ONCE : Delivery.AT_LEAST_ONCE, "", List.of());
    }

    /** The same, though no hour of the night holds it. */
    public Manner urgent() {
        return new Manner(urgency, true, delivery, merge, about);
    }

    public Manner merged(String key) {
        return new Manner(urgency, asked, delivery, key, about);
    }

    public Manner about(List<MemberId> members) {
        return new Manner(urgency, asked, delivery, merge, members);
    }

    public Manner delivered(Delivery choice) {
        return new Manner(urgency, asked, choice, merge, about);
    }
}
