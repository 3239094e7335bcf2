package io.qunbot.simulation.run;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.lead.Lead;
import io.qunbot.simulation.Paper;
import io.qunbot.simulation.Turned;
import io.qunbot.simulation.Utterance;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.transcript.Step.Way;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Hears what a bot does in the chats of one conversation, and keeps it until somebody has accounted for it. */
public final class Ear {

    private final VirtualBot bot;
    private final ZoneId zone;
    private final Predicate<ChatId> chats;
    private final List<Heard> pending = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int utterances;
    private int turns;

    /** @param chats those of the conversation; what happens in others is not heard, but what is about all of them */
    public Ear(VirtualBot bot, ZoneId zone, Predicate<ChatId> chats) {
        this.bot = bot;
        this.zone = zone;
        this.chats = chats;
        this.utterances = bot.utterances().size();
        this.turns = bot.turns().size();
    }

    /** Takes in what happened since the last time; gives what is new, in the order of time. */
    public List<Heard> listen() {
        List<Heard> fresh = new ArrayList<>();
        List<Utterance> said = bot.utterances();
        for (; utterances < said.size(); utterances++) {
            if (chats.test(said.get(utterances).chat()) || said.get(utterances).isOfTheHouse()) {
                fresh.add(heard(said.get(utterances)));
            }
        }
        List<Turned> decided = bot.turns();
        for (; turns < decided.size(); turns++) {
            tags(decided.get(turns), fresh);
        }
        fresh.sort(Comparator.comparing(Heard::at).thenComparing(Heard::way));
        pending.addAll(fresh);
        return fresh;
    }

    private Heard heard(Utterance words) {
        return new Heard(way(words), local(words.at()), words.to(), words.text(),
                words.outcome() == Outcome.WATCHED, words.reason(), words.paper());
    }

    private static Way way(Utterance words) {
        return switch (words.kind()) {
            case "tell" -> words.rule().equals(Lead.HANDED) ? Way.LEAD : Way.TELL;
            case "draft" -> Way.DRAFT;
            case "task" -> Way.TASK;
            case "withdraw" -> Way.WITHDRAW;
            default -> Way.BOT;
        };
    }

    private void tags(Turned turn, List<Heard> fresh) {
        if (turn.event() instanceof Event.Known known && known.fact().equals(Person.STAGE)) {
            fresh.add(new Heard(Way.STAGE, local(turn.at()), List.of(known.member()), known.value(), false, ""));
        }
        if (!(turn.event() instanceof Event.InChat) && !(turn.event() instanceof Event.Rang)) {
            return;
        }
        turn.decision().actions().forEach(wanted -> {
            if (wanted.action() instanceof Action.Tag tag) {
                tag.add().forEach(name -> fresh.add(tag(turn, tag.member(), name)));
                tag.remove().forEach(name -> fresh.add(tag(turn, tag.member(), "-" + name)));
            }
        });
    }

    private Heard tag(Turned turn, MemberId member, String name) {
        return new Heard(Way.TAG, local(turn.at()), List.of(member), name, false, "");
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, zone);
    }

    /** What nobody has accounted for, oldest first. */
    public List<Heard> pending() {
        return List.copyOf(pending);
    }

    /** Accounts for the first that is meant; empty when there is none. */
    public Optional<Heard> take(Predicate<Heard> meant) {
        Optional<Heard> first = pending.stream().filter(meant).findFirst();
        first.ifPresent(this::account);
        return first;
    }

    /** Accounts for several that a colleague got as one message; empty when there is no such message. */
    public Optional<Heard> takeTogether(Predicate<Heard> meant, Predicate<String> text) {
        Map<Long, List<Heard>> messages = pending.stream().filter(meant).filter(each -> each.paper().isPresent())
                .collect(Collectors.groupingBy(each -> each.paper().get().message(), TreeMap::new,
                        Collectors.toList()));
        return messages.values().stream().filter(each -> each.size() > 1)
                .filter(each -> text.test(each.stream().map(Heard::whole).collect(Collectors.joining("\n"))))
                .findFirst().map(each -> {
                    each.forEach(this::account);
                    return each.getFirst();
                });
    }

    private void account(Heard heard) {
        pending.remove(heard);
        heard.paper().map(Paper::key).ifPresent(known::add);
    }

    /** Whether somebody has to account for it: not for a draft that is only handed on. */
    public boolean isOwed(Heard heard) {
        return !heard.isAside() && heard.paper().map(Paper::key).filter(known::contains).isEmpty();
    }

    /** Forgets what was not accounted for. */
    public void forget() {
        pending.clear();
    }
}
