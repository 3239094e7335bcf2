package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was said in a conversation a moment ago. A conversation may be heard on more than one channel; what comes a
 * second time by another one is a copy: it has the same id, or the same words of the same person within a minute. For
 * one thread.
 */
final class Echoes {

    private static final Duration NEAR = Duration.ofMinutes(1);
    /** More than anybody says between a message and its copy. */
    private static final int MOST = 256;
    /** A robot's own name may stand in front, and be cut off by one channel and not by the other. */
    private static final Pattern NAMES = Pattern.compile("^(@\\S+\\s+)+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Deque<Heard> heard = new ArrayDeque<>(4);

    private record Heard(Event.Said said, String words) {

        boolean isOf(Event.Said other, String otherWords) {
            return !said.id().channel().equals(other.id().channel())
                    && (said.id().key().equals(other.id().key()) || isAlike(other, otherWords));
        }

        private boolean isAlike(Event.Said other, String otherWords) {
            return said.by().equals(other.by()) && words.equals(otherWords)
                    && Duration.between(said.at(), other.at()).abs().compareTo(NEAR) <= 0;
        }
    }

    /** Whether this came by another channel already, each time once; else it is known from now on. */
    boolean isCopy(Event.Said said) {
        String words = words(said.content().text());
        Optional<Heard> first = heard.stream().filter(each -> each.isOf(said, words)).findFirst();
        if (first.isPresent()) {
            heard.remove(first.get());
            return true;
        }
        while (heard.size() >= MOST || (!heard.isEmpty() && isOld(heard.getFirst().said(), said))) {
            heard.removeFirst();
        }
        if (heard.stream().noneMatch(each -> each.said().id().equals(said.id()))) { // a turn may run again
            heard.addLast(new Heard(said, words));
        }
        return false;
    }

    private static boolean isOld(Event.Said before, Event.Said now) {
        return before.at().plus(NEAR).plus(NEAR).isBefore(now.at());
    }

    private static String words(String text) {
        return SPACES.matcher(NAMES.matcher(text.strip()).replaceFirst("")).replaceAll(" ");
    }
}
