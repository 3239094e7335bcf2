package io.qunbot.bot;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.qunbot.chat.Outcome;
import io.qunbot.wecom.aibot.AibotLine;
import io.qunbot.wecom.aibot.LineState;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The bot's numbers in Prometheus' text format; the registry is made at the first scrape. Thread-safe. */
final class Metrics {

    private final Bot bot;
    /** Words by outcome, as of the newest scrape. */
    private volatile Map<String, Long> outcomes = Map.of();
    /** Words that wait, by the channel by which they leave, as of the newest scrape. */
    private volatile Map<String, Long> waiting = Map.of();
    private volatile PrometheusMeterRegistry registry;

    @SuppressWarnings("NullAway.Init") // made at the first scrape
    Metrics(Bot bot) {
        this.bot = bot;
    }

    String scrape() {
        PrometheusMeterRegistry made = registry;
        if (made == null) {
            synchronized (this) {
                made = registry == null ? make() : registry;
                registry = made;
            }
        }
        outcomes = bot.store().outgoing().outcomes();
        waiting = bot.store().figures().waiting();
        return made.scrape();
    }

    private PrometheusMeterRegistry make() {
        PrometheusMeterRegistry fresh = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        for (String name : bot.counts().keySet()) {
            count(fresh, name);
        }
        gauge(fresh, "qunbot.events.under.way", running -> running.dispatcher().underWay());
        gauge(fresh, "qunbot.lanes", running -> running.dispatcher().lanesInUse());
        gauge(fresh, "qunbot.connections", Bot::connections);
        gauge(fresh, "qunbot.store.failing", running -> running.store().writer().failing() ? 1 : 0);
        gauge(fresh, "qunbot.rules.held", running -> running.rules().state().held().size());
        words(fresh);
        bot.outbox().channels().forEach(channel -> channel(fresh, channel));
        for (String line : bot.channels().lines().keySet()) {
            Gauge.builder("qunbot.line.connected", bot, running -> isConnected(running, line) ? 1 : 0)
                    .tag("channel", line).register(fresh);
        }
        return fresh;
    }

    private void words(PrometheusMeterRegistry fresh) {
        for (Outcome outcome : Outcome.values()) {
            Gauge.builder("qunbot.outbox.words", this,
                    metrics -> metrics.outcomes.getOrDefault(outcome.name(), 0L))
                    .tag("outcome", outcome.name().toLowerCase(Locale.ROOT)).register(fresh);
        }
    }

    private void channel(PrometheusMeterRegistry fresh, String id) {
        of(fresh, "qunbot.outbox.waiting", id, () -> waiting.getOrDefault(id, 0L));
        of(fresh, "qunbot.channel.stopped", id, () -> bot.outbox().stopped().containsKey(id) ? 1 : 0);
        of(fresh, "qunbot.channel.silent", id, () -> bot.outbox().silent().containsKey(id) ? 1 : 0);
    }

    private static void of(PrometheusMeterRegistry fresh, String name, String channel, Supplier<Number> value) {
        Gauge.builder(name, value).tag("channel", channel).strongReference(true).register(fresh);
    }

    private static boolean isConnected(Bot bot, String line) {
        AibotLine found = bot.channels().lines().get(line);
        return found != null && found.state().phase() == LineState.Phase.CONNECTED;
    }

    private void count(PrometheusMeterRegistry fresh, String name) {
        FunctionCounter.builder("qunbot." + name, bot, running -> running.counts().getOrDefault(name, 0L))
                .register(fresh);
    }

    private void gauge(PrometheusMeterRegistry fresh, String name, ToDoubleFunction<Bot> value) {
        Gauge.builder(name, bot, value).register(fresh);
    }
}
