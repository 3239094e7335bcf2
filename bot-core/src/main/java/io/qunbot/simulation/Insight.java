package io.qunbot.simulation;

import io.qunbot.bot.Leads;
import io.qunbot.bot.Losses;
import io.qunbot.bot.Reporting;
import io.qunbot.bot.Stats;
import io.qunbot.bot.Unanswered;
import io.qunbot.bot.deal.CustomerStage;
import io.qunbot.bot.deal.Customers;
import io.qunbot.bot.desk.DeskStage;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.explain.WhyStage;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.EventId;
import io.qunbot.dispatch.Aside;
import io.qunbot.dispatch.Preview;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * What operators and colleagues may ask of a simulated bot, answered as a running one would.
 *
 * @param repeated how often an event came again
 */
public record Insight(Store store, Supplier<RuleBook> book, Outbox outbox, Directory people, Quarantine quarantine,
        InstantSource clock, Decoder decoder, ToIntFunction<EventId> repeated) {

    /** What there was no answer to, and which answers colleagues called wrong. */
    public Unanswered unanswered() {
        return new Unanswered(store, decoder, people::nameOf);
    }

    /** The leads that are kept of members, and what became of them. */
    public Leads leads() {
        return new Leads(store, people, clock);
    }

    /** How many newcomers took each step on a profile. */
    public List<Stats.Step> steps(String profile) {
        return new Losses(store.remarks(Instant.EPOCH)).of(profile);
    }

    /** What a report tells of a profile or a group. */
    public Report report(Reporter.Wish wish) {
        return Reporting.of(wish, store, book.get(), decoder, clock.instant());
    }

    /** What is known to whoever explains. */
    public Situation situation() {
        return new Situation(store, new Preview(store, people, outbox, quarantine),
                () -> new Situation.InForce(book.get(), new TreeSet<>(), new TreeSet<>()), Map.of(), people, decoder,
                clock, repeated);
    }

    /** Answers what colleagues ask in a chat. */
    Aside aside() {
        return WhyStage.aside(situation()).or(DeskStage.aside(store, new Worklist(store, people, book, clock)))
                .or(CustomerStage.aside(new Customers(store, people), member -> book.get().isColleague(member)));
    }
}
