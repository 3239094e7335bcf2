package io.qunbot.bot;

import io.qunbot.bot.archive.Importer;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.Inbox;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Medium;
import io.qunbot.chat.Ticket;
import io.qunbot.http.Routes;
import io.qunbot.outbox.Allowance;
import io.qunbot.outbox.Terms;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.OutboxRow;
import io.qunbot.wecom.aibot.AddressGateway;
import io.qunbot.wecom.aibot.AibotGateway;
import io.qunbot.wecom.aibot.AibotLine;
import io.qunbot.wecom.aibot.Pace;
import io.qunbot.wecom.archive.ArchiveDecoder;
import io.qunbot.wecom.callback.Callback;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.WecomCodec;
import io.qunbot.wecom.codec.WecomDecoder;
import io.qunbot.wecom.robot.RobotGateway;
import io.qunbot.yaml.Located;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The channels of a configuration: their callbacks, their gateways, and how their events are read back. */
final class Channels implements Decoder {

    private final Map<String, ChannelConfig> configured;
    private final Map<String, Decoder> decoders = new LinkedHashMap<>();
    private final Map<String, Callback> callbacks = new TreeMap<>();
    private final Map<String, AibotLine> lines = new TreeMap<>();
    private static final Decoder ARCHIVE = new ArchiveDecoder();

    private final InstantSource clock;

    Channels(Map<String, ChannelConfig> configured, InstantSource clock) {
        this.configured = configured;
        this.clock = clock;
        configured.forEach((id, channel) -> {
            if (channel.isLine()) {
                lines.put(id, new AibotLine(id, channel.login(), Pace.USUAL, clock));
            }
        });
        configured.forEach((id, channel) -> decoders.put(id,
                channel.isArchive() ? ARCHIVE : new WecomDecoder(channel.kind().codec())));
    }

    /** Gateways of the channels that can speak outside a callback, apps not among them: see {@link AppApis}. */
    Map<String, Gateway> gateways() {
        Map<String, Gateway> gateways = new TreeMap<>();
        configured.forEach((id, channel) -> channel.webhook().map(Located::value)
                .filter(webhook -> !webhook.isEmpty() && channel.kind() == ChannelConfig.Kind.ROBOT)
                .ifPresent(webhook -> gateways.put(id, new RobotGateway(webhook.reveal()))));
        configured.forEach((id, channel) -> {
            if (channel.kind() == ChannelConfig.Kind.AIBOT) {
                AibotLine line = lines.get(id);
                gateways.put(id, line == null ? new AddressGateway(clock) : new AibotGateway(line, clock));
            }
        });
        return gateways;
    }

    /** By what words leave; the rules are the caller's. */
    Terms terms(Map<String, Gateway> gateways, Function<OutboxRow, Optional<Ticket>> tickets) {
        return new Terms(gateways, allowances(), teller(gateways), tasker(gateways), RuleBook::empty, _ -> false,
                tickets, media(), Path.of(""));
    }

    private Map<String, Medium> media() {
        Map<String, Medium> media = new TreeMap<>();
        configured.forEach((id, channel) -> media.put(id, channel.medium()));
        return media;
    }

    /** What WeCom takes of each channel; channels with one webhook are one robot, which goes by no part of its key. */
    private Map<String, List<Allowance>> allowances() {
        Map<String, List<Allowance>> allowances = new TreeMap<>();
        configured.forEach((id, channel) -> allowances.put(id, switch (channel.kind()) {
            case ROBOT -> Allowance.robot("robot." + channel.webhook().map(webhook -> webhook.value().reveal())
                    .map(webhook -> UUID.nameUUIDFromBytes(webhook.getBytes(StandardCharsets.UTF_8)).toString())
                    .orElse(id));
            case AIBOT -> channel.isLine() ? Allowance.aibot("aibot." + id) : List.of();
            case APP -> Allowance.app("app." + id);
            case ARCHIVE -> List.of();
        }));
        return allowances;
    }

    /** The channel by which colleagues are told: an app reaches them all, a robot those who have talked to it. */
    private Optional<String> teller(Map<String, Gateway> gateways) {
        return first(ChannelConfig.Kind.APP, gateways).or(() -> lines.keySet().stream().findFirst());
    }

    /** The channel by which owners of customer groups get tasks to confirm. */
    private Optional<String> tasker(Map<String, Gateway> gateways) {
        return first(ChannelConfig.Kind.APP, gateways);
    }

    private Optional<String> first(ChannelConfig.Kind kind, Map<String, Gateway> gateways) {
        return configured.entrySet().stream().filter(channel -> channel.getValue().kind() == kind)
                .map(Map.Entry::getKey).filter(gateways::containsKey).findFirst();
    }

    /** The long connections; whoever starts a bot opens them. */
    Map<String, AibotLine> lines() {
        return lines;
    }

    void addCallbacks(Routes routes, Inbox inbox) {
        configured.forEach((id, channel) -> {
            if (channel.isLine() || channel.isArchive()) {
                return;
            }
            Credentials credentials = channel.credentials();
            Callback callback = new Callback(() -> new WecomCodec(id, channel.kind().codec(),
                    new Crypt(credentials, channel.maxAge())), inbox, clock);
            callback.on(routes, "/wecom/" + id);
            callbacks.put(id, callback);
        });
    }

    /** How many requests each channel's callback turned away, how often each long connection was made. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        callbacks.forEach((id, callback) -> counts.put("callbacks.refused." + id, callback.refused()));
        lines.forEach((id, line) -> counts.put("line.connects." + id, line.state().connects()));
        return counts;
    }

    Map<String, String> kinds() {
        Map<String, String> kinds = new TreeMap<>();
        configured.forEach((id, channel) -> kinds.put(id, channel.kind().name().toLowerCase(Locale.ROOT)));
        return kinds;
    }

    @Override
    public Event decode(String channel, byte[] payload, Instant received) {
        Decoder decoder = decoders.getOrDefault(channel, channel.equals(Importer.CHANNEL) ? ARCHIVE : null);
        if (decoder == null) {
            return gone(channel, payload, received); // a channel that was taken out of the configuration
        }
        return decoder.decode(channel, payload, received);
    }

    @Override
    public Optional<Ticket> ticket(String channel, byte[] payload, Instant received) {
        return Optional.ofNullable(decoders.get(channel))
                .flatMap(decoder -> decoder.ticket(channel, payload, received));
    }

    /** How whoever wrote a message is called, where the channel says it. */
    Optional<String> senderName(String channel, byte[] payload) {
        return decoders.get(channel) instanceof WecomDecoder decoder ? decoder.senderName(payload) : Optional.empty();
    }

    /** Whether it is a session archive; what was imported without one being configured belongs to one, too. */
    @Override
    public boolean overhears(String channel) {
        ChannelConfig known = configured.get(channel);
        return known == null ? channel.equals(Importer.CHANNEL) : known.isArchive();
    }

    @Override
    public boolean overhears() {
        return configured.values().stream().anyMatch(ChannelConfig::isArchive);
    }

    /**
     * The archive that files are imported to.
     *
     * @param wanted empty for the first that is configured, or {@link Importer#CHANNEL} where none is
     * @throws Refused when it is none
     */
    String archive(String wanted) {
        String channel = wanted.isEmpty()
                ? configured.keySet().stream().sorted().filter(this::overhears).findFirst().orElse(Importer.CHANNEL)
                : wanted;
        if (!overhears(channel)) {
            throw new Refused("通道 " + channel + " 不是会话存档(kind: wecom-archive)",
                    "channel " + channel + " is no archive (kind: wecom-archive)");
        }
        return channel;
    }

    /** Whether a channel says how people are called. */
    boolean namesSenders(String channel) {
        return Optional.ofNullable(configured.get(channel))
                .filter(each -> each.kind() == ChannelConfig.Kind.ROBOT).isPresent();
    }

    private static Event gone(String channel, byte[] payload, Instant received) {
        return new Event.Unknown(new EventId(channel, Integer.toHexString(Arrays.hashCode(payload))), received,
                LaneId.ofChannel(channel), "channel gone");
    }
}
