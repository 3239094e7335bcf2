package io.qunbot.plugin.lead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far somebody is on the way to a colleague, on the member's lane.
 *
 * @param pieces what speaks for them, the oldest first
 * @param earned when the last points came, in epoch milliseconds
 * @param hand how it stands with the colleagues
 */
public record Lead(State state, List<Piece> pieces, long earned, Hand hand) {

    /** Under which key it is kept. */
    public static final String KEY = "lead";

    /** What makes the bot tell a colleague of one: its plugin and its rule. */
    public static final String HANDED = "leads/hand";

    public static final Lead NONE = new Lead(State.GATHERING, List.of(), 0, Hand.NONE);

    /** How far it is. */
    public enum State {
        /** Points come and go. */
        GATHERING,
        /** It is being found out whose turn it is. */
        ASSIGNING,
        /** A colleague has it, and did not answer yet. */
        OPEN,
        /** A colleague looks after it. */
        ACCEPTED,
        /** A colleague gave it back. */
        RETURNED,
        /** There was a deal. */
        WON,
        /** There will be no deal. */
        LOST;

        /** Whether colleagues have it. */
        public boolean isTaken() {
            return this == ASSIGNING || this == OPEN || this == ACCEPTED;
        }
    }

    /**
     * How it stands with the colleagues.
     *
     * @param times how often it was handed over
     * @param profile by whose rules
     * @param who the accounts that have or had it last
     * @param tried who let it lie this time
     * @param since when it came to its state, in epoch milliseconds
     * @param due until when they should answer; 0 when they need not
     * @param reason why it was returned; empty when it was not
     * @param last whether everybody was asked in turn
     */
    public record Hand(int times, String profile, List<String> who, List<String> tried, long since, long due,
            String reason, boolean last) {

        public static final Hand NONE = new Hand(0, "", List.of(), List.of(), 0, 0, "", false);

        public Hand {
            who = List.copyOf(who);
            tried = List.copyOf(tried);
        }

        /** Somebody who did not answer, and whoever has it, are not asked again. */
        public List<String> asked() {
            List<String> all = new ArrayList<>(tried);
            who.stream().filter(account -> !all.contains(account)).forEach(all::add);
            return List.copyOf(all);
        }
    }

    public Lead {
        pieces = List.copyOf(pieces);
    }

    public int points() {
        return pieces.stream().mapToInt(Piece::points).sum();
    }

    public Optional<Piece> piece(String key) {
        return pieces.stream().filter(piece -> piece.key().equals(key)).findFirst();
    }

    /** The same with a piece more, which is renewed when it is there already. */
    public Lead with(Piece piece) {
        List<Piece> all = new ArrayList<>(pieces);
        all.removeIf(known -> known.key().equals(piece.key()));
        all.add(piece);
        return new Lead(state, all, piece.at(), hand);
    }

    /** Takes points off, of what is oldest first; what has none left is gone. */
    public Lead decayed(int by) {
        List<Piece> left = new ArrayList<>();
        int off = by;
        for (Piece piece : pieces) {
            int taken = Math.min(off, piece.points());
            off -= taken;
            if (piece.points() > taken) {
                left.add(piece.less(taken));
            }
        }
        return new Lead(state, left, earned, hand);
    }

    /** The same in another state. */
    public Lead in(State other, Hand now) {
        return new Lead(other, pieces, earned, now);
    }
}
