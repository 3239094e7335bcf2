package io.qunbot.plugin.roll;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Receipts that wait to be one message, durable. Those who are on the list since are found there; only the others are
 * noted.
 */
public final class Gathering {

    private static final String ALARM = "ack.";
    private static final int MOST = 50;

    private final String id;

    /**
     * What waits.
     *
     * @param since from when on, in epoch milliseconds
     * @param others who is not on the list, by what is to be said to them
     */
    public record Open(long since, Map<String, List<String>> others) {

        public List<MemberId> others(String kind) {
            return others.getOrDefault(kind, List.of()).stream().map(MemberId::new).toList();
        }
    }

    public Gathering(String id) {
        this.id = id;
    }

    /** Whether an alarm is the end of this one. */
    public boolean owns(String alarm) {
        return alarm.equals(ALARM + id);
    }

    /** Somebody on the list gets a receipt with the others. @return what has to be among the stage's actions */
    public Optional<Action> begin(Duration gather, ChatContext chat) {
        if (open(chat).filter(open -> !isLost(open, gather, chat.now())).isPresent()) {
            return Optional.empty();
        }
        chat.memory().put(ALARM + id, new Open(chat.now().toEpochMilli(), Map.of()));
        return Optional.of(new Action.Wake(ALARM + id, chat.now().plus(gather), ""));
    }

    /** Somebody who is not on the list gets to know something with the others. */
    public Optional<Action> begin(Duration gather, String kind, MemberId member, ChatContext chat) {
        Optional<Action> alarm = begin(gather, chat);
        Open open = open(chat).orElseThrow();
        Map<String, List<String>> others = new TreeMap<>(open.others());
        List<String> members = new ArrayList<>(others.getOrDefault(kind, List.of()));
        if (!members.contains(member.value()) && members.size() < MOST) {
            members.add(member.value());
            others.put(kind, members);
            chat.memory().put(ALARM + id, new Open(open.since(), others));
        }
        return alarm;
    }

    /** What was gathered; afterwards nothing is. */
    public Optional<Open> take(ChatContext chat) {
        Optional<Open> open = open(chat);
        chat.memory().remove(ALARM + id);
        return open;
    }

    private Optional<Open> open(ChatContext chat) {
        return chat.memory().get(ALARM + id, Open.class);
    }

    /** Its alarm was cancelled by an edit in between. */
    private static boolean isLost(Open open, Duration gather, Instant now) {
        return Instant.ofEpochMilli(open.since()).plus(gather).plus(Duration.ofHours(1)).isBefore(now);
    }
}
